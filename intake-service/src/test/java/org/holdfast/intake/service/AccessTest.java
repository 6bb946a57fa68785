package org.holdfast.intake.service;

import java.util.List;
import org.holdfast.chassis.security.RouteAccessContract;
import org.holdfast.chassis.security.Routes;
import org.springframework.test.web.reactive.server.WebTestClient;

class AccessTest extends RouteAccessContract {

    private final House house = House.open();

    @Override
    protected List<Routes.Route> table() {
        return house.context.getBeansOfType(Routes.class).values().stream()
                .flatMap(routes -> routes.table().stream())
                .toList();
    }

    @Override
    protected WebTestClient client() {
        return house.anybody();
    }
}
