package org.holdfast.notification.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.notification.delivery.CourierContract;
import org.holdfast.notification.delivery.CourierContract.Mood;
import org.holdfast.notification.delivery.CourierContract.Provider;

/** A mail relay that takes, refuses, dawdles, hangs or hangs up. */
final class ScriptedSmtp implements Provider {

    private final ServerSocket server;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger hanging = new AtomicInteger();
    private volatile Mood mood = Mood.TAKES;

    ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void mood(Mood next) {
        mood = next;
    }

    @Override
    public int hanging() {
        return hanging.get();
    }

    @Override
    public List<String> taken() {
        return taken;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Mood now = mood;
                Thread.ofVirtual().start(() -> talk(socket, now));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket, Mood now) {
        if (now == Mood.HANGS) {
            hanging.incrementAndGet();
            return;
        }
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8)) {
            if (now == Mood.CLOSES) {
                return;
            }
            say(out, "220 ready", now);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go on", now);
                    String data = data(in);
                    if (now == Mood.SPURNS) {
                        say(out, "554 not this one", now);
                        continue;
                    }
                    taken.add(data);
                    if (now == Mood.LOSES) {
                        return;
                    }
                    if (now == Mood.LATE) {
                        Thread.sleep(CourierContract.LATE);
                    }
                    say(out, "250 taken", now);
                } else if (line.startsWith("RCPT") && now == Mood.REFUSES) {
                    say(out, "550 no such mailbox", now);
                } else if (line.startsWith("QUIT")) {
                    say(out, "221 bye", now);
                    return;
                } else {
                    say(out, "250 ok", now);
                }
            }
        } catch (IOException | InterruptedException hungUp) {
            // the courier gave up, which is what some tests want
        }
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(Writer out, String line, Mood now) throws IOException, InterruptedException {
        if (now == Mood.SLOW) {
            Thread.sleep(100);
        }
        out.write(line + "\r\n");
        out.flush();
    }
}
