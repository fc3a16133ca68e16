package yichuang.bench;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import io.vertx.core.Vertx;

/**
 * The bare limit of {@code start}: a Hazelcast member alone on this machine and a Vert.x HTTP
 * server that says hello. No multicast, nothing but the loopback interface, no phone home.
 */
final class BareHello {
    private BareHello() {}

    public static void main(String[] arguments) {
        Config config = new Config("bare-hello");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "none");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.getJetConfig().setEnabled(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        Hazelcast.newHazelcastInstance(config);
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> request.response().end("hello"))
                .listen(0, "127.0.0.1")
                .onSuccess(server -> System.out.println(server.actualPort()))
                .onFailure(
                        problem -> {
                            problem.printStackTrace();
                            System.exit(1);
                        });
    }
}
