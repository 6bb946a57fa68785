package org.holdfast.contracts;

/** The topics, each told by one service; {@code docs/events.md} says who hears them. */
public enum Topic {
    CONTACTS("contacts"),
    CONTACTS_URGENT("contacts-urgent"),
    ASSESSMENTS("assessments"),
    URGENT("urgent"),
    REFERRALS("referrals"),
    ALERTS("alerts"),
    PROTOCOLS("protocols"),
    PARTNERS("partners"),
    SAFETY_NET("safety-net");

    private final String title;

    Topic(String title) {
        this.title = title;
    }

    /** The name on the broker. */
    public String title() {
        return title;
    }

    /** Whether an emergency travels here: consumed record by record, ahead of everything else. */
    public boolean urgent() {
        return this == CONTACTS_URGENT || this == URGENT || this == ALERTS || this == SAFETY_NET;
    }
}
