/**
 * What is sent to the evaluation platform 好差评, and how: from the letters that {@link
 * yichuang.records.Outbox} holds to requests in the district's own dialect, and back from its
 * answers to commands of the hall.
 *
 * <p>The commonest task: another district. It is a file, not code: {@link
 * yichuang.evaluation.platform.Dialect} says what a dialect file can say, {@code Source} which
 * facts it can name, {@code config/platform/} holds those we know.
 *
 * <p>The way of one letter: {@code Sender} takes it from the outbox, {@code MessageForm} writes it,
 * {@code Sealing} closes it, {@code Signing} signs the request, {@code Wire} sends it, {@code
 * AnswerForm} reads what came back, and {@code NoteDelivered} goes into the log.
 *
 * <p>The ugly cases: nothing of the sender is kept on disk. What was sent and not yet noted is sent
 * again, by this node after a power cut or by the next leader, and the platform says that it has it
 * already, which is success. {@code Trouble} tells a platform that is ill from a letter that is
 * wrong; {@code PlatformTime} goes by the platform's clock when ours is off.
 *
 * <p>This room sees {@code hall} and {@code records}; the leader it knows only as a {@link
 * yichuang.evaluation.platform.Desk}.
 */
package yichuang.evaluation.platform;
