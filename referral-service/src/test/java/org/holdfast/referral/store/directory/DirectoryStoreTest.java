package org.holdfast.referral.store.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.referral.domain.directory.Flag;
import org.holdfast.referral.domain.directory.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

class DirectoryStoreTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T17:00:00Z"), ZoneOffset.UTC);

    private final DirectoryStore store = new DirectoryStore(Backends.database(Backends.local()), NOON);

    private List<Listing> refreshed(DirectorySource source) {
        return Objects.requireNonNull(
                store.refreshed(source, 250, Schedulers.immediate()).block(Duration.ofMinutes(1)));
    }

    @Test
    void keepsTheWholeRealDirectoryAsItWasRead() {
        DirectorySource baltimore =
                DirectorySource.of(RealDirectories.baltimore().toString());

        List<Listing> stored = refreshed(baltimore);

        Map<String, Listing> read =
                baltimore.read(250).listings().stream().collect(Collectors.toMap(Listing::id, listing -> listing));
        assertThat(stored)
                .hasSize(1_876)
                .allSatisfy(listing -> assertThat(listing).isEqualTo(read.get(listing.id())));
        DirectoryReport report = Objects.requireNonNull(store.report(baltimore).block());
        assertThat(report.counts()).containsEntry("services", 1_876);
        assertThat(report.flags()).extracting(Flag::problem).contains("malformed-phone", "far-coordinates");
    }

    @Test
    void keepsAServiceThatTheSourceDroppedAsInactive(@TempDir Path folder) throws IOException {
        Path services = folder.resolve("services.json");
        Files.writeString(services, """
                [{"id":"a","name":"A","status":"active","unknown_field":1},{"id":"b","name":"B","status":"active"}]""");
        refreshed(DirectorySource.of(folder.toString()));

        Files.writeString(services, """
                {"contents":[{"id":"a","name":"A","status":"active"}],"page_number":1}""");
        List<Listing> now = refreshed(DirectorySource.of(folder.toString()));

        assertThat(now).hasSize(2);
        assertThat(now.stream().filter(listing -> listing.id().equals("b")))
                .allMatch(listing -> "inactive".equals(listing.service().status()));
        assertThat(Objects.requireNonNull(store.report(DirectorySource.of(folder.toString()))
                                .block())
                        .missing())
                .isEqualTo(1);
    }

    @Test
    void saysClearlyWhenAFolderIsNoDirectory(@TempDir Path folder) {
        assertThatThrownBy(() -> DirectorySource.of(folder.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holdfast.referral.directory")
                .hasMessageContaining("services.csv");
    }
}
