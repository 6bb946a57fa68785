package org.holdfast.notification.domain.roster;

/** Whom a step calls. */
public enum Call {
    /** Who is on call by the rota, or comes some turns later. */
    ON_CALL,
    /** One named person. */
    PERSON,
    /** Everyone who can be reached. */
    EVERYONE
}
