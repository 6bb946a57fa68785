package org.holdfast.referral.http;

import org.holdfast.chassis.security.Permission;
import org.holdfast.chassis.security.Routes;

/** Every route of referral, each with the permission that it needs. */
public final class ReferralRoutes {

    private static final Permission DESK = Permission.role("operator", "counselor", "supervisor");
    private static final Permission LOOKING = Permission.role("operator", "counselor", "supervisor", "admin");
    private static final Permission PLANNING = Permission.role("supervisor", "admin");
    private static final Permission PARTNER = Permission.role(Responder.ROLE).or(Permission.scope(Responder.SCOPE));

    private ReferralRoutes() {}

    /** The routes over these handlers. */
    public static Routes of(
            DeskHandlers desk, HistoryHandler history, PartnerHandlers partner, DirectoryHandlers directory) {
        return Routes.routes()
                .post("/referrals", DESK, desk::propose)
                .get("/referrals/{id}", DESK, desk::show)
                .get("/referrals/{id}/note", DESK, desk::note)
                .get("/referrals/{id}/history", DESK, history::show)
                .post("/referrals/{id}/sending", DESK, desk::send)
                .post("/referrals/{id}/cancellation", DESK, desk::cancel)
                .get("/directory/services", LOOKING, directory::search)
                .get("/directory/report", LOOKING, directory::report)
                .get("/needed-referrals", DESK, directory::needed)
                .get("/unmet-needs", PLANNING, directory::unmet)
                .get("/partner/referrals", PARTNER, partner::list)
                .get("/partner/referrals/{id}", PARTNER, partner::show)
                .get("/partner/referrals/{id}/person", PARTNER, partner::person)
                .post("/partner/referrals/{id}/acceptance", PARTNER, partner::accept)
                .post("/partner/referrals/{id}/decline", PARTNER, partner::decline)
                .post("/partner/referrals/{id}/outcome", PARTNER, partner::outcome)
                .build();
    }
}
