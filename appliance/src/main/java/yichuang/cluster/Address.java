package yichuang.cluster;

/** Where a node listens for the others: {@code HOST:CLUSTERPORT}. */
public record Address(String host, int port) {
    static final int PORT_MAX = 65_535;

    public Address {
        if (host.isBlank() || port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException(
                    "%s:%d is no address; write HOST:CLUSTERPORT, like 192.168.1.10:7400"
                            .formatted(host, port));
        }
    }

    /**
     * {@return the address of a text; an IPv6 host stands in brackets}
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Address of(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        return new Address(host, port(text.substring(colon + 1)));
    }

    private static int port(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
