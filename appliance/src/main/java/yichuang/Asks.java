package yichuang;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yichuang.cluster.Errand;
import yichuang.devices.Asking;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;
import yichuang.hall.codec.Codec;
import yichuang.leader.Leader;
import yichuang.leader.Reading;
import yichuang.web.Others;

/**
 * Commands of a node's own: keys pressed on its keypads, slips its printers printed, nodes it lets
 * in. They go to the hall here, or to the leader elsewhere.
 */
final class Asks implements Asking {
    private static final Codec<Asked> ASKED = Codec.of(Asked.class);
    private static final Codec<Answer> ANSWERS = Codec.of(Answer.class);
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    /** A command with its asker, on the link. */
    record Asked(TokenId by, Optional<RequestKey> key, Command command) {}

    private final Leader leader;
    private final Leadership leadership;
    private final Questions questions;

    Asks(Leader leader, Leadership leadership, Questions questions) {
        this.leader = leader;
        this.leadership = leadership;
        this.questions = questions;
    }

    @Override
    public CompletableFuture<Answer> ask(TokenId by, Optional<RequestKey> key, Command command) {
        return switch (leadership.changes()) {
            case Others.Place.Here here -> leader.ask(by, key, command);
            case Others.Place.There there ->
                    questions
                            .request(
                                    there.node(),
                                    new Errand.Ask(
                                            Buffer.buffer(
                                                    ASKED.encode(new Asked(by, key, command)))),
                                    DEADLINE)
                            .map(Asks::answer)
                            .toCompletionStage()
                            .toCompletableFuture();
            case Others.Place.Nowhere nowhere -> leader.ask(by, key, command);
        };
    }

    private static Answer answer(byte[] bytes) {
        byte[] answer = new byte[bytes.length - Long.BYTES];
        System.arraycopy(bytes, Long.BYTES, answer, 0, answer.length);
        return ANSWERS.decode(answer);
    }

    /** Answers what another node asks. */
    Future<byte[]> answer(Errand.Ask ask) {
        Asked asked = ASKED.decode(ask.command().getBytes());
        return Future.fromCompletionStage(
                leader.ask(asked.by(), asked.key(), asked.command())
                        .thenCompose(
                                answer ->
                                        leader.read(Reading::index)
                                                .thenApply(index -> bytes(index, answer))));
    }

    private static byte[] bytes(long index, Answer answer) {
        byte[] said = ANSWERS.encode(answer);
        return ByteBuffer.allocate(Long.BYTES + said.length).putLong(index).put(said).array();
    }
}
