package org.holdfast.notification.calling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.holdfast.notification.domain.alert.Page;

/** Which tries of pages this process gave to the post: what follows a decision is done again as a whole where a part of it failed. */
final class GivenTries {

    private final Cache<String, Boolean> given = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(20_000)
            .build();

    /** Whether the page's present try was not given before. */
    boolean isFirst(Page page) {
        return given.asMap().putIfAbsent(page.id() + "/" + page.attempt(), true) == null;
    }
}
