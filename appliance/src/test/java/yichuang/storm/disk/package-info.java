/**
 * A disk in memory that forgets what was not synced, as a file system of {@code java.nio.file}: the
 * shipped store runs on it as it is.
 *
 * <p>{@link yichuang.storm.disk.Disk} is the disk with its faults; the other classes are what the
 * JDK wants of a file system. A file has two contents, what a program reads and what a power cut
 * leaves; a sync copies one to the other. Names are the same: made, moved and removed at once for
 * the program, for good by a sync of the directory.
 */
package yichuang.storm.disk;
