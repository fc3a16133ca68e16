/**
 * A hall of several controllers under real faults: {@code scripts/bench faults}.
 *
 * <p>{@link yichuang.bench.faults.Nodes} founds the hall: one process for each controller, each in
 * a network namespace of its own ({@link yichuang.bench.faults.Cables}), so that a cut is a packet
 * that does not arrive and nothing else. {@link yichuang.bench.faults.People} take tickets, call,
 * serve and rate at whichever node, and repeat what was not answered at another, under the same
 * key. Meanwhile {@link yichuang.bench.faults.Trouble} kills, stops, cuts off and fills disks, one
 * fault a round, and waits until the hall stands again.
 *
 * <p>Everything asked and answered goes into a {@link yichuang.bench.faults.Notebook}. At the end
 * every node is read out ({@link yichuang.bench.faults.Shown}), and {@link
 * yichuang.bench.faults.Judge} says what was lost, doubled, or seen differently by two nodes. It
 * shares no code with the hall; the rules of a single day it has from {@link yichuang.bench.day}.
 */
package yichuang.bench.faults;
