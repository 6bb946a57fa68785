package org.holdfast.e2e.fleet;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** A collector of traces that keeps what comes by OTLP over HTTP. */
public final class FakeCollector implements AutoCloseable {

    /**
     * One span that came.
     *
     * @param text all words of it, as the collector would see them
     */
    public record Seen(String service, String name, String trace, String span, String parent, String text) {}

    private final HttpServer server;
    private final List<Seen> spans = new CopyOnWriteArrayList<>();

    public FakeCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
                keep(zipped ? new GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes() : body);
                exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
    }

    /** Where it takes spans. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** All that came. */
    public List<Seen> spans() {
        return List.copyOf(spans);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void keep(byte[] body) throws InvalidProtocolBufferException {
        List<Seen> came = new ArrayList<>();
        for (ResourceSpans resource : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
            String service = resource.getResource().getAttributesList().stream()
                    .filter(one -> one.getKey().equals("service.name"))
                    .map(one -> one.getValue().getStringValue())
                    .findFirst()
                    .orElse("");
            resource.getScopeSpansList().stream()
                    .flatMap(scope -> scope.getSpansList().stream())
                    .forEach(span -> came.add(new Seen(
                            service,
                            span.getName(),
                            HexFormat.of().formatHex(span.getTraceId().toByteArray()),
                            HexFormat.of().formatHex(span.getSpanId().toByteArray()),
                            HexFormat.of().formatHex(span.getParentSpanId().toByteArray()),
                            span.toBuilder()
                                    .clearTraceId()
                                    .clearSpanId()
                                    .clearParentSpanId()
                                    .build()
                                    .toString())));
        }
        spans.addAll(came);
    }
}
