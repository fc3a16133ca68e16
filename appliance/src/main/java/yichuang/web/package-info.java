/**
 * The hall over HTTP: the contract's API, the live stream, the pages.
 *
 * <p>The one idea: {@code openapi.yaml} is the contract, and the router is made from it. {@link
 * yichuang.web.Contract} reads it; every operation in it has an {@link yichuang.web.Act}, and
 * nothing else is served. One gate for all: who asks ({@code Gate}), how often ({@code
 * RateLimits}), with what body ({@code Bodies}, {@code Shape}); then the act of the operation, in
 * the {@code …Routes} classes, one per group.
 *
 * <p>The commonest task: a new operation is named in {@code openapi.yaml} with its roles, and an
 * act is added under its {@code operationId}; without one the server does not start.
 *
 * <p>The ugly cases: a refusal of the hall in the caller's language ({@code Refusals}, {@code
 * Words}), a retry ({@code Replies} are made of the receipt and nothing else), a reader too slow
 * for the stream ({@code Readers}), 20,000 waiting in one answer ({@code HallView}).
 *
 * <p>It sees every room but the wiring. Docs: reference/api.md, reference/problems.md.
 */
package yichuang.web;
