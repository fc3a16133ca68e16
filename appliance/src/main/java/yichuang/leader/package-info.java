/**
 * The leader's work between what people ask and the log that orders it.
 *
 * <p>The commonest task: {@link yichuang.leader.Leader#ask} with a command; {@link
 * yichuang.leader.Leader#take} and {@link yichuang.leader.Leader#callNext} where something must be
 * decided first. {@link yichuang.leader.HallMachine} is the hall as the log applies it and tells
 * every {@link yichuang.leader.Follower}.
 *
 * <p>The ugly cases: a decision overtaken by another window ({@code Calling}), a lost reply (the
 * request key), a clock that jumps ({@code RealClock}), a day that was not closed because the power
 * was off ({@code Timer}).
 */
package yichuang.leader;
