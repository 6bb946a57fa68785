package org.holdfast.chassis;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every service needs to be told.
 *
 * @param mongodb where it keeps what it knows
 * @param secrets where its keys are
 * @param journal how its journal works
 * @param traces where traces go
 */
@ConfigurationProperties("holdfast")
public record ChassisSettings(
        @DefaultValue Mongodb mongodb,
        @DefaultValue Secrets secrets,
        @DefaultValue JournalSettings journal,
        @DefaultValue Traces traces) {

    /**
     * Where the service keeps what it knows.
     *
     * @param uri a MongoDB connection string
     * @param database the service's own database; empty means the service's name
     */
    public record Mongodb(
            @DefaultValue("mongodb://127.0.0.1:27117") String uri,
            @Nullable String database) {}

    /**
     * Where the keys are.
     *
     * @param directory a folder that only this service may read
     * @param create whether missing keys are made at start; only for trial use on one machine
     */
    public record Secrets(
            @DefaultValue(".holdfast/secrets") Path directory,
            @DefaultValue("false") boolean create) {}

    /**
     * How the journal works.
     *
     * @param sweepEvery how often what a dead instance left is looked for: every second, every five
     *     on the trial store
     */
    public record JournalSettings(@DefaultValue("1s") Duration sweepEvery) {}

    /**
     * Where traces go.
     *
     * @param endpoint the URL at which a collector takes OTLP over HTTP, such as {@code http://127.0.0.1:4318/v1/traces}; none:
     *     nothing is traced
     */
    public record Traces(@Nullable String endpoint) {}
}
