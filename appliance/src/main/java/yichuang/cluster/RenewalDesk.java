package yichuang.cluster;

import io.vertx.core.Future;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import yichuang.hall.HallNode;

/**
 * Renews certificates on a voter. It signs for nobody but the node that the connection is of, and
 * the new serial is in the hall's books before the certificate leaves: one that nobody knows of
 * could not be revoked.
 *
 * <p>A node that asks with its former certificate never got the latest one: power or the answer was
 * lost. So the books first go back to the former and then on to the new one, and it is the lost one
 * that is revoked; a node may lose any number of answers and stays a member.
 *
 * @param clock the machine's
 */
public record RenewalDesk(Authority authority, Books books, InstantSource clock) {

    /** What the hall knows of its nodes. */
    public interface Books {
        /** {@return the node, as new as anybody knows it; fails when that cannot be known} */
        Future<Optional<HallNode>> find(String node);

        /** Has the hall know a node by another serial; durable when it is done. */
        Future<Void> move(HallNode node, String serial);
    }

    /**
     * Signs.
     *
     * @param from who asks, by its certificate
     * @return the certificate; fails with a line that says why not
     */
    public Future<byte[]> sign(String from, Errand.Sign asked) {
        return books.find(from)
                .compose(
                        found -> {
                            try {
                                return sign(member(from, found), asked);
                            } catch (IOException refused) {
                                return Future.failedFuture(refused);
                            }
                        });
    }

    private static HallNode member(String from, Optional<HallNode> found) throws IOException {
        return found.orElseThrow(() -> new IOException(from + " is no node of this hall."));
    }

    private Future<byte[]> sign(HallNode node, Errand.Sign asked) throws IOException {
        String name = node.id().value();
        byte[] request = asked.request().getBytes();
        String wanted = Authority.wanted(request);
        if (!wanted.equals(name)) {
            throw new IOException(
                    "%s asks for a certificate of %s; it gets none but its own."
                            .formatted(name, wanted));
        }
        String shown = Renewal.hex(asked.shown());
        boolean latest = shown.equals(node.serial());
        if (!latest && !node.formerSerial().equals(Optional.of(shown))) {
            throw new IOException(
                    "The hall does not know %s by the certificate %s.".formatted(name, shown));
        }
        Instant now = clock.instant();
        if (now.isBefore(authority.certificate().getNotBefore().toInstant())) {
            throw new IOException(
                    "The clock of this voter says %s, before the hall was founded. Set it right."
                            .formatted(now));
        }
        X509Certificate signed = authority.sign(request, name, now);
        Future<Void> back = latest ? Future.succeededFuture() : books.move(node, shown);
        return back.compose(any -> books.move(node, Renewal.hex(signed.getSerialNumber())))
                .map(Certificates.encoded(signed));
    }
}
