/**
 * Who is called next, and why everybody stands where they stand.
 *
 * <p>The commonest task: a window asks, {@link yichuang.dispatch.Dispatch#choose} answers with a
 * leg and its {@link yichuang.hall.Why}; the caller claims it, sends {@code Call} through the log,
 * and releases it. After every applied entry {@link yichuang.dispatch.Dispatch#follow} keeps the
 * lines in step with the hall. {@link yichuang.dispatch.Dispatch#ahead} and {@link
 * yichuang.dispatch.Dispatch#place} tell a newcomer and a waiting ticket where they stand. The
 * decision goes into the log, the policy never does: replay asks nobody here.
 *
 * <p>The one idea: a {@code Line} holds equals, so that within it whoever came first goes first for
 * every window and at every hour. Then only heads are compared, and whoever stands before a leg is,
 * in each line, the first so many. {@code Moment} says who goes before whom, {@code Order} walks
 * one window's order, {@code Ahead} counts, {@code Pools} knows which lines share a window. The
 * definitions, and why, are in docs/internals/dispatch.md.
 *
 * <p>What a hall sets is {@link yichuang.dispatch.PolicySettings}. What settings cannot say is a
 * {@link yichuang.dispatch.Script}, read by {@code ScriptText}, run in a {@code Sandbox} under a
 * {@code Meter}; its {@link yichuang.dispatch.PolicyCases} say what it should do, and {@link
 * yichuang.dispatch.PolicyCommand} plays them. Authors read docs/scripting/policies.md.
 *
 * <p>The ugly cases: a reserve that lapses while nobody looks ({@code Lines.lapse}), a call or a
 * ticket on its way to the log ({@code Pending}), several legs of one ticket waiting at once
 * ({@code Ahead}), an undone call ({@code Turns}), a script that loops, hoards or lies ({@code
 * Guards}, {@code Scripted}).
 *
 * <p>This room sees {@code hall}. Everything here is called on the log's thread, except compiling.
 */
package yichuang.dispatch;
