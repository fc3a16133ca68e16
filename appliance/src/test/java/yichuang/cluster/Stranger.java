package yichuang.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A plain TLS socket that says whatever it is told to, well-behaved or not. */
final class Stranger implements AutoCloseable {
    private final SSLSocket socket;

    private boolean saidAll = true;

    private Stranger(SSLSocket socket) {
        this.socket = socket;
    }

    /** Dials as the node of an identity. */
    static Stranger as(NodeIdentity identity, Address to) throws IOException {
        return dial(
                to,
                new KeyManager[] {new NodeCertificate(identity)},
                new Trust(identity, InstantSource.system()).manager());
    }

    /** Dials as somebody who is nobody yet, and who believes everybody. */
    static Stranger withoutCertificate(Address to) throws IOException {
        return dial(to, new KeyManager[0], new Believer());
    }

    private static Stranger dial(Address to, KeyManager[] keys, TrustManager trust)
            throws IOException {
        try {
            SSLContext tls = SSLContext.getInstance("TLSv1.3");
            tls.init(keys, new TrustManager[] {trust}, new SecureRandom());
            Socket plain = new Socket(to.host(), to.port());
            SSLSocket socket =
                    (SSLSocket)
                            tls.getSocketFactory().createSocket(plain, to.host(), to.port(), true);
            socket.setSoTimeout((int) Nodes.PATIENCE.toMillis());
            socket.startHandshake();
            return new Stranger(socket);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Believer implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** Says as much of it as the other side listens to: it may hang up in the middle. */
    void say(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException | SSLException hungUp) {
            saidAll = false;
        }
    }

    /** {@return whether the other side has hung up; what it still says is read away} */
    boolean hungUp() {
        if (!saidAll) {
            return true;
        }
        try {
            InputStream in = socket.getInputStream();
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true; // a reset is a hanging up too
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
