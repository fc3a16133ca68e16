package yichuang;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yichuang.cluster.Errand;
import yichuang.devices.Asking;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.hall.codec.Codec;
import yichuang.hall.codec.Tag;
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

    /** Something asked, with its asker, on the link. */
    record Asked(TokenId by, Optional<RequestKey> key, What what) {}

    /** A command as it is, or whoever is next at a window. */
    sealed interface What {
        @Tag(1)
        record Act(Command command) implements What {}

        @Tag(2)
        record Next(WindowId window) implements What {}
    }

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
        return asked(new Asked(by, key, new What.Act(command))).thenApply(Optional::orElseThrow);
    }

    @Override
    public CompletableFuture<Optional<Answer>> callNext(
            TokenId by, Optional<RequestKey> key, WindowId window) {
        return asked(new Asked(by, key, new What.Next(window)));
    }

    private CompletableFuture<Optional<Answer>> asked(Asked asked) {
        return switch (leadership.changes()) {
            case Others.Place.Here here -> askLeader(asked);
            case Others.Place.There there ->
                    questions
                            .ask(there.node(), new Errand.Ask(Buffer.buffer(ASKED.encode(asked))))
                            .map(Asks::answer)
                            .toCompletionStage()
                            .toCompletableFuture();
            case Others.Place.Nowhere nowhere -> askLeader(asked);
        };
    }

    private CompletableFuture<Optional<Answer>> askLeader(Asked asked) {
        return switch (asked.what()) {
            case What.Act act ->
                    leader.ask(asked.by(), asked.key(), act.command()).thenApply(Optional::of);
            case What.Next next -> leader.callNext(asked.by(), asked.key(), next.window());
        };
    }

    /** Nothing behind the index: nobody is next. */
    private static Optional<Answer> answer(byte[] bytes) {
        byte[] answer = new byte[bytes.length - Long.BYTES];
        System.arraycopy(bytes, Long.BYTES, answer, 0, answer.length);
        return answer.length == 0 ? Optional.empty() : Optional.of(ANSWERS.decode(answer));
    }

    /** Answers what another node asks. */
    Future<byte[]> answer(Errand.Ask ask) {
        Asked asked = ASKED.decode(ask.command().getBytes());
        return Future.fromCompletionStage(
                askLeader(asked)
                        .thenCompose(
                                answer ->
                                        leader.read(Reading::index)
                                                .thenApply(index -> bytes(index, answer))));
    }

    private static byte[] bytes(long index, Optional<Answer> answer) {
        byte[] said = answer.map(ANSWERS::encode).orElseGet(() -> new byte[0]);
        return ByteBuffer.allocate(Long.BYTES + said.length).putLong(index).put(said).array();
    }
}
