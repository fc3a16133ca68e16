package yichuang.web;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;

/** Serves the hall over HTTP/1.1, one event loop per core. */
public final class WebServer {
    private static final int HEADER_BYTES_MAX = 8 * 1024;
    private static final int LINE_BYTES_MAX = 2 * 1024;

    /**
     * Vert.x takes any free port for a negative one, and the same for all loops of one deployment.
     */
    private static final int SHARED_FREE_PORT = -1;

    private static final int IDLE_SECONDS_MAX = 90;

    private WebServer() {}

    /**
     * Starts it, and lets it follow the leader. It ends with the Vert.x instance.
     *
     * @param port 0 for any free one
     * @return the port, once every loop listens; fails when the port is taken
     */
    public static Future<Integer> start(Vertx vertx, WebRooms rooms, int port) {
        return start(vertx, rooms, port, Runtime.getRuntime().availableProcessors());
    }

    static Future<Integer> start(Vertx vertx, WebRooms rooms, int port, int loops) {
        Contract contract = Contract.read();
        Front front = new Front();
        Gate gate =
                new Gate(
                        rooms.badges(),
                        rooms.links(),
                        rooms.limits(),
                        rooms.mark(),
                        System::nanoTime);
        Acts acts = new Acts(vertx, rooms, contract, front);
        acts.follow();
        Routing routing =
                new Routing(
                        contract,
                        gate,
                        acts.pages(),
                        acts.all(),
                        new Passing(rooms.others(), rooms.devices()::owner, rooms.mark()));
        // What follows the leader must have been told of the hall before the first request is.
        return Future.fromCompletionStage(rooms.leader().read(reading -> reading.index()))
                .compose(index -> deploy(vertx, routing, port, loops));
    }

    private static Future<Integer> deploy(Vertx vertx, Routing routing, int port, int loops) {
        Promise<Integer> bound = Promise.promise();
        int listen = port == 0 ? SHARED_FREE_PORT : port;
        return vertx.deployVerticle(
                        () -> new Loop(routing, listen, bound),
                        new DeploymentOptions().setInstances(loops))
                .compose(id -> bound.future());
    }

    /** One event loop that serves. */
    private static final class Loop extends AbstractVerticle {
        private final Routing routing;
        private final int port;
        private final Promise<Integer> bound;

        Loop(Routing routing, int port, Promise<Integer> bound) {
            this.routing = routing;
            this.port = port;
            this.bound = bound;
        }

        @Override
        public void start(Promise<Void> started) {
            HttpServer server =
                    vertx.createHttpServer(
                            new HttpServerOptions()
                                    .setMaxHeaderSize(HEADER_BYTES_MAX)
                                    .setMaxInitialLineLength(LINE_BYTES_MAX)
                                    .setTcpNoDelay(true)
                                    .setHttp2ClearTextEnabled(false)
                                    .setIdleTimeout(IDLE_SECONDS_MAX)
                                    .setIdleTimeoutUnit(TimeUnit.SECONDS));
            server.requestHandler(routing.router(vertx))
                    .listen(port)
                    .onSuccess(open -> bound.tryComplete(open.actualPort()))
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
