package org.holdfast.intake.http;

import org.holdfast.chassis.http.Admission;
import org.holdfast.chassis.security.Permission;
import org.holdfast.chassis.security.Routes;
import org.holdfast.intake.domain.Needs;
import org.holdfast.intake.store.Shelves;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every route of intake with the permission that it needs. */
public final class IntakeRoutes {

    static final Permission DESK = Permission.role("operator", "counselor", "supervisor");

    private IntakeRoutes() {}

    /** Declares them; {@code bulk} is the room for contacts that are not sent by a person at the desk. */
    public static Routes of(Desk desk, Shelves shelves, Needs needs, Admission bulk, Silence silence) {
        OpeningRoute opening = new OpeningRoute(desk, bulk);
        ListeningRoutes listening = new ListeningRoutes(desk);
        ConsentRoutes consents = new ConsentRoutes(desk);
        ClosingRoute closing = new ClosingRoute(desk, shelves.outcomes());
        ReadingRoutes reading = new ReadingRoutes(desk, shelves.rows());
        OutcomeRoutes outcome = new OutcomeRoutes(desk, shelves.outcomes(), silence);
        CaseRoutes cases = new CaseRoutes(desk, shelves.cases(), shelves.trails());
        ErasingRoute erasing = new ErasingRoute(desk, cases, shelves.outcomes(), shelves.beside());
        DisclosureRoute disclosure = new DisclosureRoute(desk, shelves.outcomes());
        return Routes.routes()
                .post("/contacts", DESK.or(Permission.scope(OpeningRoute.BULK)), opening::open)
                .get("/contacts", DESK, reading::contacts)
                .get("/contacts/{id}", DESK, reading::contact)
                .get("/contacts/{id}/words", DESK, reading::words)
                .get("/needs", DESK, request -> ServerResponse.ok().bodyValue(new NeedsView(needs.codes())))
                .post("/contacts/{id}/answers", DESK, listening::answers)
                .post("/contacts/{id}/notes", DESK, listening::note)
                .post("/contacts/{id}/details", DESK, listening::details)
                .post("/contacts/{id}/consents", DESK, consents::give)
                .post("/contacts/{id}/consents/{consentId}/withdrawal", DESK, consents::withdraw)
                .post("/contacts/{id}/closing", DESK, closing::close)
                .get("/contacts/{id}/outcome", DESK, outcome::outcome)
                .get("/contacts/{id}/outcome/stream", DESK, outcome::live)
                .get("/cases/{id}/trail", DESK, cases::trail)
                .post("/cases/{id}/erasure", Permission.role("supervisor"), erasing::erase)
                .get("/cases/{id}/erasure", Permission.role("supervisor"), cases::erasure)
                .post("/disclosures", Permission.scope(DisclosureRoute.SCOPE), disclosure::disclose)
                .build();
    }
}
