package org.holdfast.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Lists come in pages, and what would overrule something newer says what it has seen. */
class PagesAndVersionsTest extends OverHttp {

    @Test
    void thePagesTogetherAreTheList() {
        List<Object> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            Map<?, ?> page = list("?limit=50" + cursor)
                    .expectStatus()
                    .isOk()
                    .expectBody(Map.class)
                    .returnResult()
                    .getResponseBody();
            seen.addAll((List<?>) page.get("items"));
            cursor = page.get("next") == null ? null : "&cursor=" + page.get("next");
            pages++;
        } while (cursor != null);
        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 120).boxed().toList());
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void theLastPageIsTheLastEvenWhenItIsFull() {
        Paging paging = new Paging(null, 2);
        assertThat(paging.page(List.of("a", "b"), item -> item).next()).isNull();
        assertThat(paging.page(List.of("a", "b", "c"), item -> item).items()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", "1.5", "99999999999999999999", ""})
    void aLimitOutOfRangeIsRefused(String limit) {
        assertThat(problem(list("?limit=" + limit), 422, "limit-out-of-range").get("parameter"))
                .isEqualTo("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "MTo", "Mjph", "gICA", ""})
    void aCursorThatNoPageGaveIsRefused(String cursor) {
        problem(list("?cursor=" + cursor), 400, "cursor-malformed");
    }

    @Test
    void whatNeedsAVersionIsRefusedWithoutOne() {
        problem(close(), 428, "if-match-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "*", "W/\"7\"", "\"7\", \"8\"", "\"x\"", "\"-1\"", "\"07\"", "\"99999999999999999999\""})
    void aVersionIsOneStrongETag(String etag) {
        problem(close(etag), 400, "if-match-malformed");
        problem(close("\"7\"", "\"8\""), 400, "if-match-malformed");
    }

    @Test
    void anOldVersionIsStaleAndToldTheNewOne() {
        Map<?, ?> problem = problem(close("\"6\"").expectHeader().valueEquals("ETag", "\"7\""), 412, "stale");
        assertThat(problem.get("current")).isEqualTo(7);
        close("\"7\"").expectStatus().isOk();
        assertThat(Preconditions.etag(7)).isEqualTo("\"7\"");
    }

    private WebTestClient.ResponseSpec list(String query) {
        return operator()
                .get()
                .uri(java.net.URI.create("http://127.0.0.1:" + port + "/contacts" + query))
                .exchange();
    }

    private WebTestClient.ResponseSpec close(String... etags) {
        return supervisor()
                .post()
                .uri("/contacts/1/closing")
                .headers(headers -> List.of(etags).forEach(etag -> headers.add("If-Match", etag)))
                .exchange();
    }
}
