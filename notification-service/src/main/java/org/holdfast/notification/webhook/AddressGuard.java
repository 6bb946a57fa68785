package org.holdfast.notification.webhook;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Stands where the connection is made, after every look-up of names, and lets nothing through to a refused address. */
final class AddressGuard extends ChannelOutboundHandlerAdapter {

    private final Networks networks;
    private final boolean encrypted;

    AddressGuard(Networks networks, boolean encrypted) {
        this.networks = networks;
        this.encrypted = encrypted;
    }

    @Override
    public void connect(
            ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        if (remote instanceof InetSocketAddress address
                && address.getAddress() != null
                && (encrypted ? networks.allows(address.getAddress()) : networks.named(address.getAddress()))) {
            context.connect(remote, local, promise);
        } else {
            promise.setFailure(new RefusedAddress());
        }
    }

    /** Says that a webhook points where it must not. */
    static final class RefusedAddress extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedAddress() {
            super("The webhook's address is not a public one", null, false, false);
        }
    }
}
