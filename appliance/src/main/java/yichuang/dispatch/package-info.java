/**
 * Who is called next, and why.
 *
 * <p>The commonest task: a window asks, {@link yichuang.dispatch.Dispatch#choose} answers with a
 * leg and its {@link yichuang.hall.Why}; the caller claims it, sends {@code Call} through the log,
 * and releases it. After every applied entry {@link yichuang.dispatch.Dispatch#follow} keeps the
 * lines in step with the hall.
 */
package yichuang.dispatch;
