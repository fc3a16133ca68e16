package yichuang;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** How others reach this machine, when nobody has said so. */
final class OwnAddress {
    private OwnAddress() {}

    /** {@return the first address of the first interface that is up, else loopback} */
    static String find() {
        try {
            List<InetAddress> found =
                    NetworkInterface.networkInterfaces()
                            .filter(OwnAddress::isUp)
                            .flatMap(NetworkInterface::inetAddresses)
                            .filter(Inet4Address.class::isInstance)
                            .filter(address -> !address.isLoopbackAddress())
                            .toList();
            return found.isEmpty() ? "127.0.0.1" : found.getFirst().getHostAddress();
        } catch (SocketException noInterfaces) {
            return "127.0.0.1";
        }
    }

    private static boolean isUp(NetworkInterface one) {
        try {
            return one.isUp() && !one.isLoopback();
        } catch (SocketException gone) {
            return false;
        }
    }
}
