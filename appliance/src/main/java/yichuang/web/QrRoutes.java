package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import yichuang.access.Caller;
import yichuang.access.Links;
import yichuang.hall.TicketId;

/**
 * The address of a ticket's own page as a QR code. Only who has the link is shown it: from an id or
 * a number nobody learns the way to somebody's page.
 */
final class QrRoutes {
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
        String svg = QrSvg.of(signboard.begins(exchange.request()) + "/t/" + link);
        return Future.succeededFuture(Reply.text("image/svg+xml", Buffer.buffer(svg)));
    }
}
