package yichuang.cluster;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yichuang.hall.Epoch;

/**
 * What one node has another do for it. The first byte is the format's version, the second the kind.
 */
public sealed interface Errand {
    /** Of this format. */
    byte VERSION = 1;

    byte CALL = 1;
    byte ASK = 2;
    byte NEWEST = 3;
    byte FEED = 4;
    byte SIGN = 5;
    byte RENEW = 6;
    byte EPOCH = 9;
    byte AUTHORITY = 10;
    byte GRID = 11;
    byte ROWS = 7;
    byte IN_TIME = 12;

    /**
     * A request over HTTP that came to the wrong node, whole.
     *
     * @param uri path and query
     * @param headers only those that matter to the hall
     */
    record Call(String method, String uri, Map<String, String> headers, Buffer body)
            implements Errand {}

    /**
     * Something that changes the hall, to be done soon or not at all: the network may keep it until
     * whoever wanted it has long been told that it failed, and has gone on. The answer is a {@link
     * StampedAnswer}.
     *
     * @param stamp the last one that the asked node gave
     * @param what a {@link Call} or an {@link Ask}
     */
    record InTime(Stamp stamp, Errand what) implements Errand {}

    /** A command of a node's own, from a key that was pressed there; the form is the caller's. */
    record Ask(Buffer command) implements Errand {}

    /** Up to where must a copy be, to hold everything that anybody was answered? */
    record Newest() implements Errand {}

    /** A satellite's question about what was ordered. */
    record Feed(Buffer question) implements Errand {}

    /** The newest epoch that the asker knows of; the answer is the other's, in the same form. */
    record TellEpoch(Epoch epoch) implements Errand {
        /** {@return the epoch in an answer} */
        public static Epoch answered(byte[] bytes) throws IOException {
            return EpochBytes.decode(bytes);
        }

        /** {@return the form of an answer} */
        public static byte[] answer(Epoch epoch) {
            return EpochBytes.encode(epoch);
        }
    }

    /** A node that may let others in, now or one day, asks for what it needs to do so. */
    record GiveAuthority() implements Errand {}

    /** Where is your grid? Its address as text, or nothing while there is none. */
    record Grid() implements Errand {}

    /**
     * A new key of the asking node that a voter is to sign ({@link RenewalDesk}).
     *
     * @param shown serial of the certificate that it has now
     * @param request PKCS#10
     */
    record Sign(BigInteger shown, Buffer request) implements Errand {}

    /**
     * That the asked node renews its certificate now.
     *
     * @param key the same one asks for the same renewal
     */
    record Renew(String key) implements Errand {}

    /** A voter's question about rows of the records that it lacks; the form is the records'. */
    record Rows(Buffer question) implements Errand {}

    /** {@return its form on the link} */
    default byte[] encode() {
        return switch (this) {
            case Call call -> {
                List<byte[]> fields = new ArrayList<>();
                fields.add(Fields.utf8(call.method()));
                fields.add(Fields.utf8(call.uri()));
                fields.add(call.body().getBytes());
                yield join(CALL, Fields.of(headers(fields, call.headers())));
            }
            case InTime inTime -> {
                byte[] what = inTime.what().encode();
                ByteBuffer bytes = ByteBuffer.allocate(Stamp.BYTES + what.length);
                inTime.stamp().put(bytes);
                yield join(IN_TIME, bytes.put(what).array());
            }
            case Ask ask -> join(ASK, ask.command().getBytes());
            case Newest newest -> join(NEWEST, new byte[0]);
            case Feed feed -> join(FEED, feed.question().getBytes());
            case TellEpoch told -> join(EPOCH, EpochBytes.encode(told.epoch()));
            case GiveAuthority asked -> join(AUTHORITY, new byte[0]);
            case Grid grid -> join(GRID, new byte[0]);
            case Sign sign ->
                    join(SIGN, Fields.of(sign.shown().toByteArray(), sign.request().getBytes()));
            case Renew renew -> join(RENEW, Fields.utf8(renew.key()));
            case Rows rows -> join(ROWS, rows.question().getBytes());
        };
    }

    /**
     * {@return the errand of these bytes}
     *
     * @throws IOException when they are none of this release's
     */
    static Errand decode(byte[] bytes) throws IOException {
        if (bytes.length < 2 || bytes[0] != VERSION) {
            throw new IOException("not version 1 of an errand; install the same release on all");
        }
        byte[] rest = new byte[bytes.length - 2];
        System.arraycopy(bytes, 2, rest, 0, rest.length);
        return switch (bytes[1]) {
            case CALL -> call(Fields.split(rest));
            case IN_TIME -> inTime(ByteBuffer.wrap(rest));
            case ASK -> new Ask(Buffer.buffer(rest));
            case NEWEST -> new Newest();
            case FEED -> new Feed(Buffer.buffer(rest));
            case EPOCH -> new TellEpoch(EpochBytes.decode(rest));
            case AUTHORITY -> new GiveAuthority();
            case GRID -> new Grid();
            case SIGN -> sign(Fields.split(rest, 2));
            case RENEW -> new Renew(Fields.text(rest));
            case ROWS -> new Rows(Buffer.buffer(rest));
            default -> throw new IOException("no errand is of kind " + bytes[1]);
        };
    }

    private static InTime inTime(ByteBuffer from) throws IOException {
        Stamp stamp = Stamp.get(from);
        byte[] rest = new byte[from.remaining()];
        from.get(rest);
        Errand what = rest.length > 1 && rest[1] == IN_TIME ? new Newest() : decode(rest);
        if (!(what instanceof Call || what instanceof Ask)) {
            throw new IOException("only what changes the hall has to come in time");
        }
        return new InTime(stamp, what);
    }

    private static Sign sign(List<byte[]> fields) throws IOException {
        if (fields.get(0).length == 0) {
            throw new IOException("a certificate has a serial");
        }
        return new Sign(new BigInteger(fields.get(0)), Buffer.buffer(fields.get(1)));
    }

    private static Call call(List<byte[]> fields) throws IOException {
        if (fields.size() < 3) {
            throw new IOException("a call has more than " + fields.size() + " fields");
        }
        return new Call(
                Fields.text(fields.get(0)),
                Fields.text(fields.get(1)),
                headers(fields, 3),
                Buffer.buffer(fields.get(2)));
    }

    private static byte[] join(byte kind, byte[] rest) {
        return ByteBuffer.allocate(2 + rest.length).put(VERSION).put(kind).put(rest).array();
    }

    static List<byte[]> headers(List<byte[]> fields, Map<String, String> headers) {
        headers.forEach(
                (name, value) -> {
                    fields.add(Fields.utf8(name));
                    fields.add(Fields.utf8(value));
                });
        return fields;
    }

    static Map<String, String> headers(List<byte[]> fields, int from) throws IOException {
        if ((fields.size() - from) % 2 != 0) {
            throw new IOException("a header without a value");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (int at = from; at < fields.size(); at += 2) {
            headers.put(Fields.text(fields.get(at)), Fields.text(fields.get(at + 1)));
        }
        return headers;
    }
}
