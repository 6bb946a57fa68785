package org.holdfast.notification.calling;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.holdfast.notification.domain.roster.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are called.
 *
 * @param rosterFile the roster to begin with, a JSON file; once a roster is kept, the file only has to be sound
 * @param alertCodes the codes that ring; A and B always do
 * @param publicUrl where people reach this service: links begin with it
 * @param allowedNetworks networks besides the public ones that webhooks may reach, such as {@code 127.0.0.0/8}
 */
@ConfigurationProperties("holdfast.notification")
public record CallingSettings(
        @Nullable Path rosterFile,
        @DefaultValue({"A", "B", "C"}) Set<Code> alertCodes,
        @DefaultValue("http://127.0.0.1:8084") URI publicUrl,
        @DefaultValue({}) List<String> allowedNetworks) {

    public CallingSettings {
        alertCodes = Set.copyOf(alertCodes);
        allowedNetworks = List.copyOf(allowedNetworks);
        if (!alertCodes.containsAll(EnumSet.of(Code.A, Code.B))) {
            throw new IllegalArgumentException("holdfast.notification.alert-codes must hold A and B");
        }
        if (rosterFile == null) {
            throw new IllegalArgumentException("holdfast.notification.roster-file must name the roster to begin with");
        }
    }

    /** The roster to begin with. */
    public Path roster() {
        if (rosterFile == null) {
            throw new IllegalStateException("no roster file");
        }
        return rosterFile;
    }
}
