package yichuang.cluster;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;
import java.util.function.Consumer;

/**
 * Cuts what a socket brings into frames. A length or kind that cannot be is looked at before
 * anything is kept for it, and ends the connection: after it, nobody knows where a frame begins.
 */
final class FrameReader implements Handler<Buffer> {
    private final RecordParser parser = RecordParser.newFixed(Frame.LENGTH_BYTES);
    private final int bytesMax;
    private final Consumer<Frame> frames;
    private final Consumer<String> broken;
    private Next next = Next.LENGTH;

    private enum Next {
        LENGTH,
        BODY,
        NOTHING
    }

    FrameReader(int bytesMax, Consumer<Frame> frames, Consumer<String> broken) {
        this.bytesMax = bytesMax;
        this.frames = frames;
        this.broken = broken;
        parser.handler(this::piece);
    }

    @Override
    public void handle(Buffer bytes) {
        if (next != Next.NOTHING) {
            parser.handle(bytes);
        }
    }

    private void piece(Buffer piece) {
        switch (next) {
            case LENGTH -> length(piece.getInt(0));
            case BODY -> body(piece);
            case NOTHING -> {} // the rest of what was read before the connection broke
        }
    }

    private void length(int length) {
        if (length < 1 || length > bytesMax) {
            end("a frame of %d bytes; 1 to %d are allowed".formatted(length, bytesMax));
            return;
        }
        next = Next.BODY;
        parser.fixedSizeMode(length);
    }

    private void body(Buffer body) {
        next = Next.LENGTH;
        parser.fixedSizeMode(Frame.LENGTH_BYTES);
        Frame.Kind.of(body.getByte(0))
                .map(kind -> new Frame(kind, body.getBuffer(1, body.length())))
                .filter(Frame::whole)
                .ifPresentOrElse(frames, () -> end("a frame of unknown kind " + body.getByte(0)));
    }

    private void end(String why) {
        next = Next.NOTHING;
        broken.accept(why);
    }
}
