package org.holdfast.notification.calling;

import java.net.URI;
import java.time.Instant;
import org.holdfast.notification.store.Link;
import org.holdfast.notification.store.LinkTokens;
import org.holdfast.notification.store.Links;
import reactor.core.publisher.Mono;

/** Writes links: each is kept before it can be sent. */
public final class LinkBook {

    /**
     * A link as a message shows it.
     *
     * @param url the page
     * @param digits the two digits to type there
     */
    record Shown(String url, String digits) {}

    private final Links links;
    private final LinkTokens tokens;
    private final String base;

    public LinkBook(Links links, LinkTokens tokens, URI publicUrl) {
        this.links = links;
        this.tokens = tokens;
        this.base = publicUrl.toString().replaceAll("/+$", "");
    }

    Mono<Shown> write(Link link, Instant now) {
        String token = tokens.token(link);
        return links.keep(token, link, now).thenReturn(new Shown(base + "/a/" + token, tokens.digits(link)));
    }
}
