/**
 * The hall: a deterministic state machine, and the words for everything in it.
 *
 * <p>The commonest task: give {@link yichuang.hall.Hall#apply} an {@link yichuang.hall.Entry} with
 * a {@link yichuang.hall.Command} and get an {@link yichuang.hall.Answer}: events and a receipt, or
 * a {@link yichuang.hall.Refusal}. {@link yichuang.hall.Hall#check} says the same without doing it.
 *
 * <p>What there is: {@link yichuang.hall.Setup} is the hall as furnished; {@link
 * yichuang.hall.Ticket} with its {@link yichuang.hall.Leg}s, {@link yichuang.hall.Window} and
 * {@link yichuang.hall.Claim} are what changes; {@link yichuang.hall.HallNode}s are the controllers
 * it runs on. The rules stand in the {@code …Rules} classes, one per part of a visit; each reads
 * the {@code State} and writes a {@code Draft}.
 *
 * <p>The ugly cases: two windows for one ticket ({@code TurnRules.callable}), a double press or
 * lost reply ({@code Memory}), a clock that goes back ({@code Hall.apply}), a day closed in error
 * ({@code DayRules.correctTime}), an act pressed by mistake ({@code UndoRules}).
 *
 * <p>This package imports {@code java.*} and its own codec only, iterates nothing without an order,
 * and decides nothing by a floating-point number; a test keeps it so. Times come with the entry;
 * ids are made by whoever asks.
 */
package yichuang.hall;
