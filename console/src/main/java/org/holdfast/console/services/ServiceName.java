package org.holdfast.console.services;

/** The services that are asked. */
public enum ServiceName {
    INTAKE,
    TRIAGE,
    REFERRAL,
    NOTIFICATION
}
