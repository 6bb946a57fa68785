package org.holdfast.e2e.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The wire to the mail relay: lets everything pass, each answer of the relay later if asked to, and says no while the relay is away. */
public final class MailWire implements AutoCloseable {

    private final ServerSocket door;
    private final IntSupplier relay;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean hanging;

    MailWire(IntSupplier relay) {
        this.relay = relay;
        try {
            door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on whether callers are connected and never answered; those who are waiting then hang up, or are let through. */
    public void hangs(boolean yes) {
        hanging = yes;
    }

    /** From now on each answer of the relay comes that much later. */
    public void delays(Duration each) {
        delay = each;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> carry(client));
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    private void carry(Socket client) {
        try (client) {
            while (hanging && !door.isClosed()) {
                late(Duration.ofMillis(50));
            }
            Socket server = relayOrNo(client);
            if (server != null) {
                try (server) {
                    Thread.ofVirtual().start(() -> pass(client, server, false));
                    pass(server, client, true);
                }
            }
        } catch (IOException ended) {
            // one of the two hung up
        }
    }

    private @Nullable Socket relayOrNo(Socket client) throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), relay.getAsInt());
        } catch (IOException | RuntimeException away) { // a relay that was stopped has no port
            client.getOutputStream().write("421 4.3.2 the relay is away\r\n".getBytes(StandardCharsets.US_ASCII));
            return null;
        }
    }

    private void pass(Socket from, Socket to, boolean delayed) {
        byte[] chunk = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (delayed && !delay.isZero()) {
                    late(delay);
                }
                out.write(chunk, 0, read);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException ended) {
            // one of the two hung up
        }
    }

    /** Being late is what this wire is for. */
    private static void late(Duration by) {
        long end = System.nanoTime() + by.toNanos();
        for (long left = by.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
