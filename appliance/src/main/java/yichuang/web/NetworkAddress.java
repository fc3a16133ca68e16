package yichuang.web;

/** Where a request came from, as one network sees it. */
final class NetworkAddress {
    /** The part of an IPv6 address that a household or an office has to itself (RFC 6177). */
    private static final int NETWORK_GROUPS = 4;

    private NetworkAddress() {}

    /**
     * {@return the address, of an IPv6 one the network's part only: a phone makes itself a new one
     * whenever it likes}
     */
    static String network(String address) {
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        if (!plain.contains(":") || plain.contains(".")) {
            return plain;
        }
        int gap = plain.indexOf("::");
        String head = gap < 0 ? plain : plain.substring(0, gap);
        StringBuilder network = new StringBuilder();
        String[] groups = head.split(":", -1);
        for (int i = 0; i < NETWORK_GROUPS; i++) {
            String group = i < groups.length && !groups[i].isEmpty() ? groups[i] : "0";
            network.append(group.replaceFirst("^0+(?=.)", "")).append(':');
        }
        return network.append(":/64").toString();
    }
}
