package org.holdfast.console.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The few files that the pages load: our style and script, and the two libraries out of their jars. */
public final class Files {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=UTF-8");

    private Files() {}

    /** Adds them to the table. */
    public static void on(Pages pages) {
        serve(pages, "/console.css", STYLE, new ClassPathResource("static/console.css"));
        serve(pages, "/console.js", SCRIPT, new ClassPathResource("static/console.js"));
        serve(pages, "/live.js", SCRIPT, new ClassPathResource("static/live.js"));
        serve(pages, "/htmx.js", SCRIPT, library("htmx.org/*/dist/htmx.min.js"));
        serve(pages, "/htmx-sse.js", SCRIPT, library("htmx-ext-sse/*/sse.js"));
    }

    private static void serve(Pages pages, String path, MediaType type, Resource file) {
        pages.open(
                HttpMethod.GET,
                path,
                request -> ServerResponse.ok()
                        .contentType(type)
                        .body(org.springframework.web.reactive.function.BodyInserters.fromResource(file)));
    }

    private static Resource library(String pattern) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/resources/webjars/" + pattern);
            if (found.length == 0) {
                throw new IllegalStateException("not on the classpath: " + pattern);
            }
            return found[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
