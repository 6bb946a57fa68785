package org.holdfast.e2e;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param body the body as it came
 */
public record Reply(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** A text field of the body; nested ones by a JSON pointer such as {@code /alert/state}; empty when it is not there. */
    public String text(String field) {
        JsonNode node = field.startsWith("/") ? json().at(field) : json().path(field);
        return node.isString() ? node.stringValue() : node.isMissingNode() || node.isNull() ? "" : node.toString();
    }

    /** The version, as If-Match wants it. */
    public String etag() {
        return headers.firstValue("ETag").orElse("");
    }

    /** This answer, or an error that shows it when it has another status. */
    public Reply expect(int wanted) {
        if (status != wanted) {
            throw new IllegalStateException("Expected " + wanted + " but was " + status + ": " + body);
        }
        return this;
    }
}
