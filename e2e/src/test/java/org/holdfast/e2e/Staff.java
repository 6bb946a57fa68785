package org.holdfast.e2e;

import org.holdfast.e2e.fleet.FakePhones;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;

/** The people and agencies of a journey, at a fleet. */
public final class Staff {

    private Staff() {}

    public static People of(Fleet fleet) {
        return new People(
                fleet.as(Part.INTAKE, "olu", "operator"),
                fleet.as(Part.REFERRAL, "olu", "operator"),
                fleet.as(Part.NOTIFICATION, "ana", "counselor"),
                fleet.asNobody(Part.NOTIFICATION),
                fleet.asClient(Part.REFERRAL, "agency-harbor", "referrals.respond"),
                fleet.asClient(Part.REFERRAL, "agency-shelter", "referrals.respond"),
                person -> fleet.phones().pages().stream()
                        .filter(page -> page.person().equals(person))
                        .map(FakePhones.Page::body)
                        .toList());
    }
}
