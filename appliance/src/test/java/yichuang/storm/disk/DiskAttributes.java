package yichuang.storm.disk;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** What is told of a file: whether it is the folder, and how long it is. */
record DiskAttributes(boolean isDirectory, long size) implements BasicFileAttributes {
    private static final FileTime NEVER = FileTime.fromMillis(0);

    static DiskAttributes folder() {
        return new DiskAttributes(true, 0);
    }

    static DiskAttributes file(long size) {
        return new DiskAttributes(false, size);
    }

    @Override
    public FileTime lastModifiedTime() {
        return NEVER;
    }

    @Override
    public FileTime lastAccessTime() {
        return NEVER;
    }

    @Override
    public FileTime creationTime() {
        return NEVER;
    }

    @Override
    public boolean isRegularFile() {
        return !isDirectory;
    }

    @Override
    public boolean isSymbolicLink() {
        return false;
    }

    @Override
    public boolean isOther() {
        return false;
    }

    @Override
    public Object fileKey() {
        return this;
    }
}
