package yichuang.cluster;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.access.Sealed;

/**
 * The hall's side of one joining. Nothing but a nonce leaves before the joiner has proved that it
 * knows the code and saw this node's certificate; and every joiner gets that nonce, so nobody
 * learns which codes exist.
 */
final class JoinTalk {
    private static final Logger LOGGER = Logger.getLogger(JoinTalk.class.getName());
    private final Optional<JoinDesk> desk;
    private final Predicate<String> live;
    private final NetSocket socket;
    private Stage stage = new Stage.Fresh();

    private sealed interface Stage {
        record Fresh() implements Stage {}

        record Challenged(JoinWords.Hello hello, Buffer transcript) implements Stage {}

        record Over() implements Stage {}
    }

    JoinTalk(Optional<JoinDesk> desk, Predicate<String> live, NetSocket socket) {
        this.desk = desk;
        this.live = live;
        this.socket = socket;
    }

    void heard(Frame frame) {
        if (frame.kind() != Frame.Kind.JOIN) {
            socket.close();
            return;
        }
        byte[] said = frame.payload().getBytes();
        trying(
                () -> {
                    if (desk.isEmpty()) {
                        throw new JoinRefused(
                                JoinRefusal.NOT_A_DOOR, socket.localAddress().toString());
                    }
                    switch (stage) {
                        case Stage.Fresh _ -> challenge(said);
                        case Stage.Challenged challenged -> judge(desk.get(), challenged, said);
                        case Stage.Over _ -> socket.close();
                    }
                });
    }

    private void challenge(byte[] said) throws IOException, GeneralSecurityException {
        if (!JoinWords.Hello.isOurs(said)) {
            throw new JoinRefused(JoinRefusal.OTHER_RELEASE, desk.orElseThrow().release());
        }
        JoinWords.Hello hello = JoinWords.Hello.decode(said);
        byte[] challenge = JoinWords.challenge(Sealed.random(JoinWords.NONCE_BYTES));
        X509Certificate own = (X509Certificate) socket.sslSession().getLocalCertificates()[0];
        stage =
                new Stage.Challenged(
                        hello,
                        Buffer.buffer(
                                JoinWords.transcript(
                                        said, challenge, Certificates.fingerprint(own))));
        say(challenge);
    }

    private void judge(JoinDesk at, Stage.Challenged challenged, byte[] said) throws IOException {
        stage = new Stage.Over();
        byte[] mac = JoinWords.expect("proof", said);
        at.invitations()
                .find(challenged.hello.code())
                .onComplete(
                        found -> trying(() -> judge(at, challenged, mac, found)), this::tryAgain);
    }

    /** A step of the talk; what it throws ends it. */
    private interface Step {
        void take() throws IOException, GeneralSecurityException;
    }

    private void trying(Step step) {
        try {
            step.take();
        } catch (JoinRefused e) {
            refuse(e.why(), e.fact());
        } catch (IOException | GeneralSecurityException e) {
            LOGGER.log(
                    Level.WARNING,
                    "a joining from {0} ends: {1}",
                    new Object[] {socket.remoteAddress(), e.getMessage()});
            socket.close();
        }
    }

    private void tryAgain(Throwable failure) {
        refuse(JoinRefusal.TRY_AGAIN, String.valueOf(failure.getMessage()));
    }

    private void judge(
            JoinDesk at, Stage.Challenged challenged, byte[] mac, Optional<Invitation> known)
            throws IOException {
        JoinWords.Hello hello = challenged.hello;
        Invitation invitation =
                known.filter(found -> proves(found, challenged.transcript.getBytes(), mac))
                        .orElseThrow(() -> new JoinRefused(JoinRefusal.WRONG_CODE, ""));
        Instant now = at.clock().instant();
        if (invitation.used().isPresent()) {
            throw new JoinRefused(JoinRefusal.USED_CODE, "");
        }
        if (now.isAfter(invitation.until())) {
            throw new JoinRefused(JoinRefusal.EXPIRED_CODE, "");
        }
        if (!hello.release().equals(at.release())) {
            throw new JoinRefused(JoinRefusal.OTHER_RELEASE, at.release());
        }
        if (!hello.node().equals(invitation.node())) {
            throw new JoinRefused(JoinRefusal.OTHER_NAME, invitation.node());
        }
        if (!hello.role().isEmpty() && !hello.role().equals(invitation.role().word())) {
            throw new JoinRefused(JoinRefusal.OTHER_ROLE, invitation.role().word());
        }
        if (live.test(hello.node())) {
            throw new JoinRefused(JoinRefusal.NAME_TAKEN, hello.node());
        }
        X509Certificate signed = at.authority().sign(hello.request().getBytes(), hello.node(), now);
        Member joining =
                new Member(
                        hello.node(),
                        invitation.role(),
                        new Address(socket.remoteAddress().hostAddress(), hello.port()));
        at.invitations()
                .use(invitation, joining, signed.getSerialNumber())
                .onComplete(
                        use -> {
                            switch (use) {
                                case JOINED -> welcome(at, invitation, challenged, signed);
                                case USED_BEFORE -> refuse(JoinRefusal.USED_CODE, "");
                            }
                        },
                        this::tryAgain);
    }

    private static boolean proves(Invitation invitation, byte[] transcript, byte[] mac) {
        byte[] key = JoinCode.key(invitation.proofKey());
        return MessageDigest.isEqual(JoinWords.proof(key, transcript), mac);
    }

    private void welcome(
            JoinDesk at,
            Invitation invitation,
            Stage.Challenged challenged,
            X509Certificate signed) {
        List<Member> members = at.members().get();
        Buffer authority =
                switch (invitation.role()) {
                    case VOTER -> Buffer.buffer(at.authority().forVoter());
                    case SATELLITE -> Buffer.buffer();
                };
        JoinWords.Welcome welcome =
                new JoinWords.Welcome(
                        Buffer.buffer(Certificates.encoded(at.authority().certificate())),
                        Buffer.buffer(Certificates.encoded(signed)),
                        Buffer.buffer(at.hallKey().forNewNode()),
                        invitation.role(),
                        members,
                        at.epoch(),
                        authority);
        byte[] key =
                JoinWords.welcomeKey(
                        JoinCode.key(invitation.proofKey()), challenged.transcript.getBytes());
        say(JoinWords.welcome(Sealed.seal(key, welcome.encode())));
        socket.end();
    }

    private void refuse(JoinRefusal why, String fact) {
        stage = new Stage.Over();
        LOGGER.log(
                Level.WARNING, "{0} may not join: {1}", new Object[] {socket.remoteAddress(), why});
        say(JoinWords.refused(why, fact));
        socket.end();
    }

    private void say(byte[] word) {
        socket.write(Frame.of(Frame.Kind.JOIN, word));
    }
}
