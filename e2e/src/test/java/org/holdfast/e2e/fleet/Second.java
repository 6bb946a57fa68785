package org.holdfast.e2e.fleet;

import java.net.URI;
import java.time.Duration;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.e2e.Api;
import org.holdfast.e2e.Eventually;

/** A second instance of a service, as people use it and as a test breaks it. */
public final class Second {

    private final Child child;
    private final URI url;
    private final Tokens tokens;

    Second(Child child, URI url, Tokens tokens) {
        this.child = child;
        this.url = url;
        this.tokens = tokens;
    }

    /** This instance as that person with these roles uses it. */
    public Api as(String person, String... roles) {
        return new Api(url, tokens.person(person, roles));
    }

    /** This instance as nobody in particular uses it. */
    public Api asNobody() {
        return new Api(url, "");
    }

    /** Ends it with signal 9. */
    public void kill() {
        child.kill();
    }

    void awaitUp(Duration within) {
        Eventually.get("the second instance to be up", within, this::up, up -> up);
    }

    private boolean up() {
        if (!child.alive()) {
            throw new IllegalStateException("the second instance ended; see its log");
        }
        try {
            return asNobody().get("/health").status() == 200;
        } catch (Api.Unreachable notYet) {
            return false;
        }
    }
}
