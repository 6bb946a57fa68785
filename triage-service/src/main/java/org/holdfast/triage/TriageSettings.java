package org.holdfast.triage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What triage needs to be told beyond what every service does.
 *
 * @param protocol the name of the protocol file on the class path, without {@code .json}
 * @param alertWithin how soon a code A or B must have become an alert before it is told again
 */
@ConfigurationProperties("holdfast.triage")
record TriageSettings(
        @DefaultValue("crisis-triage-1.0.0") String protocol,
        @DefaultValue("5s") Duration alertWithin) {}
