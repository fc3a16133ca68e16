package yichuang.storm.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

/** An open file. */
final class DiskChannel extends ChannelBase {
    private final Disk disk;
    private final DiskFile file;
    private int at;

    DiskChannel(Disk disk, DiskFile file) {
        this.disk = disk;
        this.file = file;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int some = read(into, at);
        at += Math.max(0, some);
        return some;
    }

    @Override
    public int read(ByteBuffer into, long from) throws IOException {
        if (!into.hasRemaining()) {
            return 0;
        }
        byte[] bytes = new byte[into.remaining()];
        int some = file.read(Math.toIntExact(from), bytes, 0, bytes.length);
        into.put(bytes, 0, Math.max(0, some));
        return some;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int some = write(from, at);
        at += some;
        return some;
    }

    @Override
    public int write(ByteBuffer from, long to) throws IOException {
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        disk.write(file, Math.toIntExact(to), bytes);
        return bytes.length;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        disk.sync(file);
    }

    @Override
    public long position() {
        return at;
    }

    @Override
    public FileChannel position(long to) {
        at = Math.toIntExact(to);
        return this;
    }

    @Override
    public long size() {
        return file.size();
    }

    /** One machine, one process: the lock is free whenever the machine starts. */
    @Override
    public FileLock tryLock(long from, long bytes, boolean shared) {
        return new FileLock(this, from, bytes, shared) {
            @Override
            public boolean isValid() {
                return true;
            }

            @Override
            public void release() {}
        };
    }

    @Override
    protected void implCloseChannel() {}
}
