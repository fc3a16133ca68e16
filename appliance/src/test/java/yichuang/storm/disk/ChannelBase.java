package yichuang.storm.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** What no channel of this disk does, so that the two that there are show what they do. */
abstract class ChannelBase extends FileChannel {
    @Override
    public int read(ByteBuffer into) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long size() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] into, int from, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int first, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long bytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long at, long count, WritableByteChannel to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel from, long at, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long at, long bytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long at, long bytes, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long at, long bytes, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
