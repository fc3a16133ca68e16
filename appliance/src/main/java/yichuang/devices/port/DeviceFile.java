package yichuang.devices.port;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A character device, read and written without waiting. The JDK has no way to do that: a printer
 * without paper takes no more bytes, and its {@code FileChannel} would hold the thread, which then
 * neither asks why nor gives up; a read in one thread even keeps another's write waiting. So the
 * four calls of the C library are made directly. For Linux on 64 bit.
 */
final class DeviceFile implements ByteChannel {
    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = 0x100;
    private static final int NON_BLOCKING = 0x800;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int NO_SUCH_FILE = 2;
    private static final int INTERRUPTED = 4;
    private static final int AGAIN = 11;
    private static final int PIECE_BYTES = 4096;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle OPEN =
            call(
                    "open",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle READ = call("read", moving());
    private static final MethodHandle WRITE = call("write", moving());
    private static final MethodHandle CLOSE =
            call("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private final Path file;
    private int descriptor;

    private DeviceFile(Path file, int descriptor) {
        this.file = file;
        this.descriptor = descriptor;
    }

    static DeviceFile open(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int flags = READ_WRITE | NO_CONTROLLING_TERMINAL | NON_BLOCKING | CLOSE_ON_EXEC;
            int descriptor =
                    (int) OPEN.invokeExact(state, arena.allocateFrom(file.toString()), flags);
            if (descriptor < 0) {
                int error = (int) ERRNO.get(state, 0L);
                throw error == NO_SUCH_FILE
                        ? new NoSuchFileException(file.toString())
                        : new IOException(file + " cannot be opened, error " + error);
            }
            return new DeviceFile(file, descriptor);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment piece = arena.allocate(PIECE_BYTES);
            int moved = move(READ, arena, piece, Math.min(PIECE_BYTES, into.remaining()));
            into.put(piece.asSlice(0, moved).asByteBuffer());
            return moved;
        }
    }

    @Override
    public synchronized int write(ByteBuffer from) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int length = Math.min(PIECE_BYTES, from.remaining());
            MemorySegment piece = arena.allocate(PIECE_BYTES);
            piece.asByteBuffer().put(from.duplicate().limit(from.position() + length));
            int moved = move(WRITE, arena, piece, length);
            from.position(from.position() + moved);
            return moved;
        }
    }

    private int move(MethodHandle call, Arena arena, MemorySegment piece, int length)
            throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        MemorySegment state = arena.allocate(STATE);
        long moved = moved(call, state, piece, length);
        if (moved >= 0) {
            return (int) moved;
        }
        int error = (int) ERRNO.get(state, 0L);
        if (error == AGAIN || error == INTERRUPTED) {
            return 0;
        }
        throw new IOException(file + " is gone, error " + error);
    }

    private long moved(MethodHandle call, MemorySegment state, MemorySegment piece, int length) {
        try {
            return (long) call.invokeExact(state, descriptor, piece, (long) length);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized boolean isOpen() {
        return descriptor >= 0;
    }

    @Override
    public synchronized void close() {
        if (!isOpen()) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            var unused = (int) CLOSE.invokeExact(arena.allocate(STATE), descriptor);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            descriptor = -1;
        }
    }

    private static FunctionDescriptor moving() {
        return FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG);
    }

    @SuppressWarnings("restricted") // the program is started with native access
    private static MethodHandle call(
            String name, FunctionDescriptor descriptor, Linker.Option... more) {
        Linker.Option[] options = new Linker.Option[more.length + 1];
        options[0] = Linker.Option.captureCallState("errno");
        System.arraycopy(more, 0, options, 1, more.length);
        return LINKER.downcallHandle(
                LINKER.defaultLookup().find(name).orElseThrow(), descriptor, options);
    }
}
