package org.holdfast.console.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** What a page sent. */
final class Form {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{16,64}");

    private final MultiValueMap<String, String> fields;

    private Form(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    static Mono<Form> of(ServerRequest request) {
        return request.formData().map(Form::new);
    }

    /** The key that makes a repeat harmless; a form without one is not one of ours. */
    String key() {
        String key = text("key");
        if (!KEY.matcher(key).matches()) {
            throw new org.springframework.web.server.ResponseStatusException(
                    org.springframework.http.HttpStatus.BAD_REQUEST);
        }
        return key;
    }

    /** The field; empty when it was left out. */
    String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** The field; null when nothing was typed. */
    @Nullable
    String typed(String name) {
        String value = text(name);
        return value.isEmpty() ? null : value;
    }

    /** Every value of a field that can be ticked more than once. */
    List<String> all(String name) {
        return new ArrayList<>(fields.getOrDefault(name, List.of()));
    }
}
