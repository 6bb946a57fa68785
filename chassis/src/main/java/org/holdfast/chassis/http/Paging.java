package org.holdfast.chassis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Which page of a list is wanted ({@code ?limit=&cursor=}).
 *
 * @param after the key of the last item that the caller has seen, if any
 * @param limit how many items at most, 1 to 200
 */
public record Paging(@Nullable String after, int limit) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String FORM = "1:";

    /**
     * One page.
     *
     * @param next the cursor of the next page; absent on the last one
     */
    public record Page<T>(
            List<T> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** Reads the wanted page; 400 for a cursor that no page gave, 422 for a limit out of range. */
    public static Paging of(ServerRequest request) {
        String limit = request.queryParam("limit").orElse(Integer.toString(USUAL));
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "limit-out-of-range",
                            "The limit is a whole number from 1 to " + MOST + ".")
                    .with("parameter", "limit");
        }
        String after = request.queryParam("cursor").map(Paging::key).orElse(null);
        return new Paging(after, Integer.parseInt(limit));
    }

    /** How many items to read so that it shows whether there is another page: one more than the limit. */
    public int reading() {
        return limit + 1;
    }

    /** The page made of up to {@link #reading()} items in their order; {@code key} is what {@code after} will be. */
    public <T> Page<T> page(List<T> read, Function<T, String> key) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        return new Page<>(read.subList(0, limit), cursor(key.apply(read.get(limit - 1))));
    }

    static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((FORM + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith(FORM) && text.length() > FORM.length() && text.length() <= 512) {
                return text.substring(FORM.length());
            }
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            // answered below like every other cursor that is not ours
        }
        throw Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "cursor-malformed",
                        "Take the cursor from the member next of the page before, or leave it out.")
                .with("parameter", "cursor");
    }
}
