package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yichuang.cluster.Called;
import yichuang.cluster.Errand;
import yichuang.leader.Leader;
import yichuang.leader.Reading;

/**
 * Answers what other nodes passed on: each request goes through this node's own web server, so
 * there is one way in for all, with its gate, its checks and its words.
 */
public final class PassedCalls implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 64;

    /** What the caller must get of the answer; everything else is between two machines. */
    private static final List<String> HEADERS =
            List.of(
                    "Content-Type",
                    "Content-Language",
                    "Retry-After",
                    "Set-Cookie",
                    "WWW-Authenticate",
                    "X-Content-Type-Options",
                    "Cache-Control");

    private final HttpClient client;
    private final int port;
    private final PassMark mark;
    private final Leader leader;

    /**
     * @param port this node's own
     * @param mark as the web server has it
     */
    public PassedCalls(Vertx vertx, int port, PassMark mark, Leader leader) {
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions().setTcpNoDelay(true),
                        new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
        this.port = port;
        this.mark = mark;
        this.leader = leader;
    }

    /** {@return the answer, and how far this node's hall was by then} */
    public Future<Called> answer(Errand.Call call) {
        return client.request(
                        new RequestOptions()
                                .setHost("127.0.0.1")
                                .setPort(port)
                                .setMethod(HttpMethod.valueOf(call.method()))
                                .setURI(call.uri()))
                .compose(request -> send(request, call))
                .compose(response -> response.body().map(body -> new Got(response, body)))
                .compose(
                        got ->
                                Future.fromCompletionStage(leader.read(Reading::index))
                                        .map(index -> called(index, got)));
    }

    private record Got(HttpClientResponse response, Buffer body) {}

    private Future<HttpClientResponse> send(HttpClientRequest request, Errand.Call call) {
        Map<String, String> headers = new LinkedHashMap<>(call.headers());
        String from = headers.remove(Passing.CAME_FROM);
        String host = headers.remove("Host");
        headers.forEach(request::putHeader);
        if (host != null) {
            request.authority(HostAndPort.parseAuthority(host, -1));
        }
        mark.putOn(request, from == null ? "elsewhere" : from);
        return request.send(call.body());
    }

    /**
     * A client that is not closed itself keeps all of its Vert.x, and so a whole hall, in memory.
     */
    @Override
    public void close() {
        client.close().await();
    }

    private static Called called(long index, Got got) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HEADERS) {
            String value = got.response().getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Called(index, got.response().statusCode(), headers, got.body());
    }
}
