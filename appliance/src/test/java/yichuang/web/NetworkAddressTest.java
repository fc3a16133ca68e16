package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A phone makes itself a new IPv6 address whenever it likes; its network stays. */
class NetworkAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:a:b:c:d, 2001:db8:1:2::/64",
        "2001:db8:1:2::9, 2001:db8:1:2::/64",
        "2001:0db8:0001:0002::9, 2001:db8:1:2::/64",
        "2001:db8::9, 2001:db8:0:0::/64",
        "fe80::1%eth0, fe80:0:0:0::/64",
        "::1, 0:0:0:0::/64",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7",
        "elsewhere, elsewhere",
    })
    void an_address_is_of_a_network(String address, String network) {
        assertEquals(network, NetworkAddress.network(address));
    }
}
