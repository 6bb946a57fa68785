package org.holdfast.notification.domain.alert;

/** Why a person closed an alert; codes only, because the words belong to the contact's notes. */
public enum CloseReason {
    /** The person is in the care of somebody else. */
    HANDED_OVER,
    /** Emergency services are with the person. */
    EMERGENCY_SERVICES_PRESENT,
    /** The danger is over, and that was checked. */
    RESOLVED_VERIFIED,
    /** What raised it was recorded by mistake. */
    MISRECORDED,
    /** Another case is handled in its place. */
    DUPLICATE,
    /** The person cannot be reached and everything possible was tried. */
    UNREACHABLE
}
