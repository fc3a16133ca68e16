package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Map;
import yichuang.access.Caller;
import yichuang.access.Links;
import yichuang.hall.TicketId;

/**
 * The address of a ticket's own page as a QR code. Only who has the link is shown it: from an id or
 * a number nobody learns the way to somebody's page.
 */
final class QrRoutes {
    /** What the shipped configuration says: no phone can reach it. */
    static final URI SHIPPED = URI.create("http://localhost:8080");

    private final Links links;
    private final Signboard signboard;

    QrRoutes(Links links, Signboard signboard) {
        this.links = links;
        this.signboard = signboard;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("ticketQr", this::qr);
    }

    private Future<Reply> qr(Exchange exchange) {
        String link = exchange.path("link");
        TicketId ticket =
                links.find(link)
                        .orElseThrow(
                                () ->
                                        Problem.of(ProblemType.UNKNOWN_TICKET)
                                                .with("ticket", link)
                                                .found());
        if (exchange.caller().orElseThrow() instanceof Caller.Citizen citizen
                && !citizen.ticket().equals(ticket)) {
            throw Gate.forbidden("ticket");
        }
        String svg = QrSvg.of(begins(exchange.request()) + "/t/" + link);
        return Future.succeededFuture(Reply.text("image/svg+xml", Buffer.buffer(svg)));
    }

    /**
     * The setting, unless nobody has set it: then the address that this very request came by, which
     * is the best that is known of how the hall is reached.
     */
    private String begins(HttpServerRequest request) {
        HostAndPort host = request.authority();
        return signboard.publicUrl().equals(SHIPPED) && host != null
                ? request.scheme() + "://" + host
                : signboard.publicUrl().toString();
    }
}
