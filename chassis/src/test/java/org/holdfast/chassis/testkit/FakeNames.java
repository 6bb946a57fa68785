package org.holdfast.chassis.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;

/** A server of names on loopback: every name has the addresses that it is told, and each answer may be kept for ten minutes. */
public final class FakeNames implements AutoCloseable {

    private static final int MAY_BE_KEPT_SECONDS = 600;
    private static final int HEADER = 12;
    private static final short IPV4 = 1;

    private final DatagramSocket socket;
    private volatile List<byte[]> addresses = List.of();

    public FakeNames() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::answer);
    }

    /** Where to ask. */
    public InetSocketAddress server() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** From now on every name is there. */
    public void point(String... to) {
        addresses = List.of(to).stream().map(FakeNames::bytes).toList();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void answer() {
        try {
            while (!socket.isClosed()) {
                DatagramPacket asked = new DatagramPacket(new byte[512], 512);
                socket.receive(asked);
                byte[] said = said(ByteBuffer.wrap(asked.getData(), 0, asked.getLength()));
                socket.send(new DatagramPacket(said, said.length, asked.getSocketAddress()));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    /** The question once more, and behind it an address in each record (RFC 1035). */
    private byte[] said(ByteBuffer asked) {
        int end = HEADER;
        while (asked.get(end) != 0) {
            end += asked.get(end) + 1;
        }
        List<byte[]> answers = asked.getShort(end + 1) == IPV4 ? addresses : List.of();
        ByteBuffer said = ByteBuffer.allocate(512)
                .putShort(asked.getShort(0))
                .putShort((short) 0x8180)
                .putShort((short) 1)
                .putShort((short) answers.size())
                .putInt(0)
                .put(asked.array(), HEADER, end + 5 - HEADER);
        for (byte[] address : answers) {
            said.putShort((short) (0xC000 | HEADER))
                    .putShort(IPV4)
                    .putShort((short) 1)
                    .putInt(MAY_BE_KEPT_SECONDS)
                    .putShort((short) address.length)
                    .put(address);
        }
        byte[] whole = new byte[said.position()];
        said.flip().get(whole);
        return whole;
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
