package org.holdfast.chassis.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.TimeUnit;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServer;

/**
 * Reads on where the server forgets to: a request that comes before the one before it on the same connection was quite over is put aside by
 * Reactor Netty, and after its answer nobody reads the next one (see docs/adr/028).
 */
final class KeepReading extends ChannelDuplexHandler {

    private static final long PAUSE_MILLIS = 20;

    private boolean early;
    private int unanswered;

    private KeepReading() {}

    /** The server with this in every connection. */
    static HttpServer on(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> {
            if (channel.pipeline().get(NettyPipeline.HttpTrafficHandler) != null) {
                channel.pipeline().addBefore(NettyPipeline.HttpTrafficHandler, "keepReading", new KeepReading());
            }
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            unanswered++;
            early |= ChannelOperations.get(context.channel()) != null;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean over = message instanceof LastHttpContent
                && !(message instanceof HttpResponse response
                        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL);
        if (over && --unanswered <= 0 && early) {
            early = false;
            context.executor().schedule(() -> readOn(context), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        context.write(message, promise);
    }

    /** An extra read hurts nobody: between two requests there is nothing to wait for but the next one. */
    private void readOn(ChannelHandlerContext context) {
        if (unanswered <= 0 && !context.isRemoved()) {
            context.read();
        }
    }
}
