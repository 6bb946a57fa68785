package org.holdfast.triage;

import java.util.List;
import org.holdfast.chassis.security.RouteAccessContract;
import org.holdfast.chassis.security.Routes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.test.web.reactive.server.WebTestClient;

class TriageAccessTest extends RouteAccessContract {

    private static RunningTriage triage;

    @BeforeAll
    static void begin() {
        triage = RunningTriage.fresh();
    }

    @AfterAll
    static void end() {
        triage.close();
    }

    @Override
    protected List<Routes.Route> table() {
        return triage.routes();
    }

    @Override
    protected WebTestClient client() {
        return triage.http("");
    }
}
