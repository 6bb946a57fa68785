package org.holdfast.console.pages;

import java.util.HashMap;
import java.util.Map;
import org.holdfast.console.services.Caller;
import org.holdfast.console.signin.FormTokens;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A whole page: its template, and what every page needs beside its own. */
final class Page {

    private static final String SAY = Words.class.getName();

    private Page() {}

    /** From here on pages that answer this request speak by these words. */
    static void sayBy(ServerRequest request, Words words) {
        request.attributes().put(SAY, words);
    }

    static Mono<ServerResponse> show(ServerRequest request, Caller caller, String template, Map<String, ?> model) {
        return show(request, caller, HttpStatus.OK, template, model);
    }

    static Mono<ServerResponse> show(
            ServerRequest request, Caller caller, HttpStatus status, String template, Map<String, ?> model) {
        return FormTokens.of(request.exchange()).flatMap(token -> {
            Map<String, Object> all = new HashMap<>(model);
            all.put("csrf", token);
            all.put("caller", caller);
            all.put("fresh", new FreshKeys());
            all.put("say", request.attribute(SAY).orElseThrow());
            all.put("here", request.path());
            return ServerResponse.status(status)
                    .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                    .render(template, all);
        });
    }
}
