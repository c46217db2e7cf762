package dev.monkeycoder.mesh.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports of the loopback address.
public final class FreePorts {
    private FreePorts() {}

    /// One that nobody listens on at this moment.
    public static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("port: none free", e);
        }
    }

    /// Whether a server could listen there now.
    public static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // a port whose last connections are still being forgotten counts as free
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
