package yichuang.storm;

/** What happened, counted over runs. */
final class Counters {
    long seeds;
    long steps;
    long acknowledged;
    long elections;
    long snapshotInstalls;
    long tornTails;
    long diskFulls;
    long clockJumps;
    long failedSyncs;
    long powerCuts;
    long partitions;
    long islands;
    long islandsHealed;
    long conflicts;

    synchronized void add(Counters other) {
        seeds += other.seeds;
        steps += other.steps;
        acknowledged += other.acknowledged;
        elections += other.elections;
        snapshotInstalls += other.snapshotInstalls;
        tornTails += other.tornTails;
        diskFulls += other.diskFulls;
        clockJumps += other.clockJumps;
        failedSyncs += other.failedSyncs;
        powerCuts += other.powerCuts;
        partitions += other.partitions;
        islands += other.islands;
        islandsHealed += other.islandsHealed;
        conflicts += other.conflicts;
    }
}
