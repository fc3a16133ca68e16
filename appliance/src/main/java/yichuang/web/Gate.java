package yichuang.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import yichuang.access.Badges;
import yichuang.access.Caller;
import yichuang.access.Links;
import yichuang.hall.Role;
import yichuang.hall.WindowId;

/**
 * The one gate of every operation: who asks, whether they may, and not too often. A token comes in
 * the Authorization header, or in the cookie of an enrolled browser; a ticket's link comes in the
 * header.
 */
final class Gate {
    static final String COOKIE = "yichuang";
    private static final String BEARER = "bearer ";
    private static final String TAKE = "takeTicket";
    private static final String RATE = "rate";

    private final Badges badges;
    private final Links links;
    private final WebLimits limits;
    private final RateLimits rates;
    private final PassMark mark;

    Gate(Badges badges, Links links, WebLimits limits, PassMark mark, LongSupplier nanos) {
        this.mark = mark;
        this.badges = badges;
        this.links = links;
        this.limits = limits;
        this.rates = new RateLimits(nanos);
    }

    /** {@return who asks; empty for a public operation} */
    Optional<Caller> admit(HttpServerRequest request, Contract.Operation operation) {
        if (operation.audience().isPublic()) {
            if (operation.changes()) {
                limit(operation.id() + " at " + mark.from(request), limits.enrolPerMinute());
            }
            return Optional.empty();
        }
        Caller caller = caller(request, operation);
        if (!operation.audience().has(caller)) {
            throw forbidden("role");
        }
        switch (caller) {
            case Caller.Bearer bearer -> {
                if (bearer.token().browser()) {
                    limit(bearer.id().value(), limits.browserPerMinute());
                    if (operation.id().equals(TAKE)) {
                        limit("tickets of " + bearer.id().value(), limits.ticketsPerMinute());
                    }
                    if (operation.id().equals(RATE) && bearer.token().role() == Role.KIOSK) {
                        limit("ratings of " + bearer.id().value(), limits.kioskRatingsPerMinute());
                    }
                }
            }
            case Caller.Citizen citizen -> limit(citizen.id().value(), limits.linkPerMinute());
        }
        return Optional.of(caller);
    }

    private Caller caller(HttpServerRequest request, Contract.Operation operation) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                throw Problem.of(ProblemType.UNAUTHENTICATED).found();
            }
            return bySecret(header.substring(BEARER.length()).trim());
        }
        Cookie cookie = request.getCookie(COOKIE);
        if (cookie == null) {
            throw Problem.of(ProblemType.UNAUTHENTICATED).found();
        }
        Caller caller = bySecret(cookie.getValue());
        if (operation.changes() && !isSameOrigin(request)) {
            throw forbidden("origin");
        }
        return caller;
    }

    private Caller bySecret(String secret) {
        return badges.find(secret)
                .<Caller>map(Caller.Bearer::new)
                .or(() -> links.find(secret).map(Caller.Citizen::new))
                .orElseThrow(
                        () ->
                                badges.areKnown()
                                        ? Problem.of(ProblemType.UNAUTHENTICATED)
                                                .saying("unauthenticated.unknown")
                                                .found()
                                        : Refusals.nobodyLeads("no-leader"));
    }

    /** A cookie travels by itself; only the hall's own pages may let it act. */
    private static boolean isSameOrigin(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        if (origin == null || host == null) {
            return false;
        }
        String plain = origin.toLowerCase(Locale.ROOT);
        return plain.equals("http://" + host.toLowerCase(Locale.ROOT))
                || plain.equals("https://" + host.toLowerCase(Locale.ROOT));
    }

    private void limit(String caller, int perMinute) {
        rates.take(caller, perMinute)
                .ifPresent(
                        wait -> {
                            throw Problem.of(ProblemType.TOO_MANY).retryAfter(wait).found();
                        });
    }

    /**
     * A window's token acts at its own window only; a manager's, or one without a window, at any.
     */
    static void atWindow(Exchange exchange, WindowId window) {
        if (exchange.caller().orElseThrow() instanceof Caller.Bearer bearer
                && bearer.token().window().filter(own -> !own.equals(window)).isPresent()) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .saying("forbidden.window")
                    .with("window", window.value())
                    .found();
        }
    }

    static ProblemFound forbidden(String why) {
        return Problem.of(ProblemType.FORBIDDEN).saying("forbidden." + why).found();
    }
}
