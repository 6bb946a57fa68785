package org.holdfast.chassis.observe;

import org.holdfast.chassis.security.Permission;
import org.holdfast.chassis.security.Routes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes by which a service is looked after: health, meters, dead letters, retelling. */
@Configuration(proxyBeanMethods = false)
@Import(Administration.class)
class AdminWiring {

    private static final Permission ADMIN = Permission.role("admin");

    @Bean
    Routes administrationRoutes(Administration administration) {
        return Routes.routes()
                .openElsewhere("/health")
                .openElsewhere("/health/liveness")
                .openElsewhere("/health/readiness")
                .elsewhere("/prometheus", ADMIN.or(Permission.scope("metrics.read")))
                .get("/admin/dead-letters", ADMIN, administration::list)
                .get("/admin/dead-letters/{id}", ADMIN, administration::show)
                .delete("/admin/dead-letters/{id}", ADMIN, administration::drop)
                .post("/admin/dead-letters/{id}/redrive", ADMIN, administration::redrive)
                .post("/admin/retelling", ADMIN, administration::retell)
                .post("/admin/timers/rebuild", ADMIN, administration::rebuildTimers)
                .post("/admin/history/check", ADMIN, administration::check)
                .build();
    }
}
