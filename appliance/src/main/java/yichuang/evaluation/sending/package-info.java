/**
 * What everything has in common that the hall sends to somebody else: the district's evaluation
 * platform, a gateway for messages to people.
 *
 * <p>The way is the same for both. The rows of the records say what is due; the leader sends it,
 * one request at a time ({@code Wire}, {@code AnswerForm}); what became of it is a command of the
 * hall, and the rows follow from that on every voter ({@code Desk}). So nothing here is kept on
 * disk, and what was sent and not noted is sent again under the same id, by this node or by the
 * next leader.
 *
 * <p>The ugly cases: {@code Trouble} leaves alone who is ill, {@code Doubts} tells a message that
 * is wrong from a receiver that refuses everything, {@code Rounds} goes on after a bug.
 */
package yichuang.evaluation.sending;
