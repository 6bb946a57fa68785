package org.holdfast.console.signin;

import java.time.Duration;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;

/** Sessions in this process's memory, as many as were allowed; a restart asks people to sign in again. */
public final class Sessions {

    private static final Duration LIFE = Duration.ofHours(12);

    private Sessions() {}

    /** The manager, with a cookie that only this site's own pages send. */
    public static WebSessionManager manager(int most, boolean secure) {
        InMemoryWebSessionStore store = new InMemoryWebSessionStore();
        store.setMaxSessions(most);
        CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(secure ? "__Host-HOLDFAST" : "HOLDFAST");
        cookie.addCookieInitializer(
                builder -> builder.path("/").httpOnly(true).secure(secure).sameSite("Strict"));
        DefaultWebSessionManager manager = new DefaultWebSessionManager();
        manager.setSessionStore(store);
        manager.setSessionIdResolver(cookie);
        return manager;
    }

    static Duration life() {
        return LIFE;
    }
}
