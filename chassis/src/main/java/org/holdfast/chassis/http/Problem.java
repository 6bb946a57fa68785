package org.holdfast.chassis.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.chassis.decide.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The one exception of the HTTP side: becomes an RFC 9457 problem document. Its detail holds no personal text. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong with a body.
     *
     * @param type a stable kebab-case name
     * @param detail one sentence
     * @param pointer a JSON pointer to the field
     */
    public record Fault(String type, String detail, String pointer) {}

    private final transient HttpStatus status;
    private final String type;
    private final String detail;
    private final @Nullable String pointer;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> members;
    private final transient Map<String, String> headers;

    private Problem(
            HttpStatus status,
            String type,
            String detail,
            @Nullable String pointer,
            List<Fault> faults,
            Extras extras) {
        super(type, null, false, false);
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.pointer = pointer;
        this.faults = List.copyOf(faults);
        this.members = extras.members();
        this.headers = extras.headers();
    }

    private record Extras(Map<String, Object> members, Map<String, String> headers) {}

    /** A problem of a stable kebab-case type that is listed in {@code docs/problems.md}. */
    public static Problem of(HttpStatus status, String type, String detail) {
        return new Problem(status, type, detail, null, List.of(), new Extras(Map.of(), Map.of()));
    }

    /** A business no, with the status that its kind has on HTTP. */
    public static Problem of(Refusal refusal) {
        HttpStatus status = switch (refusal.kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case GONE -> HttpStatus.GONE;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
        List<Fault> faults = Stream.concat(Stream.of(refusal), refusal.others().stream())
                .flatMap(Problem::fault)
                .toList();
        Extras none = new Extras(Map.of(), Map.of());
        return new Problem(status, refusal.type(), refusal.detail(), refusal.pointer(), faults, none);
    }

    private static Stream<Fault> fault(Refusal refusal) {
        String at = refusal.pointer();
        return at == null ? Stream.empty() : Stream.of(new Fault(refusal.type(), refusal.detail(), at));
    }

    /** Nothing is there for this actor (404 {@code not-found}). */
    public static Problem notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, "not-found", detail);
    }

    /** The field at the JSON pointer cannot be right (422). */
    public static Problem invalid(String type, String detail, String pointer) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, type, detail).at(pointer);
    }

    /** Several fields are wrong (422); the first one gives the type. */
    static Problem invalid(List<Fault> faults) {
        Fault first = faults.getFirst();
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                first.type(),
                first.detail(),
                first.pointer(),
                faults,
                new Extras(Map.of(), Map.of()));
    }

    /** The same, pointing at a field. */
    public Problem at(String jsonPointer) {
        return new Problem(status, type, detail, jsonPointer, faults, new Extras(members, headers));
    }

    /** The same, with one more member in the document. */
    public Problem with(String member, Object value) {
        return new Problem(status, type, detail, pointer, faults, new Extras(plus(members, member, value), headers));
    }

    /** The same, answered with one more header. */
    public Problem header(String name, String value) {
        return new Problem(status, type, detail, pointer, faults, new Extras(members, plus(headers, name, value)));
    }

    /** The HTTP status. */
    public HttpStatus status() {
        return status;
    }

    /** The stable kebab-case name. */
    public String type() {
        return type;
    }

    /** One sentence that says what to do. */
    public String detail() {
        return detail;
    }

    /** A JSON pointer to the field that is wrong, if one field is. */
    public @Nullable String pointer() {
        return pointer;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The members of the problem document, in order. */
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", Problems.PREFIX + type);
        document.put("title", status.getReasonPhrase());
        document.put("status", status.value());
        document.put("detail", detail);
        if (pointer != null) {
            document.put("pointer", pointer);
        }
        if (!faults.isEmpty()) {
            document.put("errors", new ArrayList<>(faults));
        }
        document.putAll(members);
        return document;
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        Map<String, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return Collections.unmodifiableMap(more);
    }
}
