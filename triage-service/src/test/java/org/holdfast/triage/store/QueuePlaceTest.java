package org.holdfast.triage.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.holdfast.chassis.testkit.Seeds;
import org.holdfast.triage.domain.protocol.Code;
import org.junit.jupiter.api.Test;

class QueuePlaceTest {

    private static final Instant NIGHT = Instant.parse("2026-11-24T23:00:00Z");

    private static QueueEntry entry(Code code, int minutes, String contact) {
        return new QueueEntry(contact, "case-" + contact, code, NIGHT.plusSeconds(60L * minutes), null, List.of());
    }

    @Test
    void readsWhatItWrote() {
        QueuePlace place = QueuePlace.of(entry(Code.UNTRIAGED, 7, "a/b"));

        assertThat(QueuePlace.read(place.key())).contains(place);
        assertThat(QueuePlace.read("Z/2026-11-24T23:00:00Z/c")).isEmpty();
        assertThat(QueuePlace.read("A/yesterday/c")).isEmpty();
        assertThat(QueuePlace.read("A")).isEmpty();
    }

    @Test
    void whoeverReadsOnSeesEachContactOnceAndNoneThatStoodThereIsPassedOver() {
        Random random = Seeds.random(QueuePlaceTest.class);
        for (int night = 0; night < 200; night++) {
            List<QueueEntry> entries = new ArrayList<>();
            for (int i = 0; i < random.nextInt(12); i++) {
                Code code = Code.values()[random.nextInt(Code.values().length)];
                entries.add(entry(code, random.nextInt(3), "contact-" + i));
            }
            Collections.shuffle(entries, random);

            List<QueueEntry> seen = new ArrayList<>();
            QueuePlace place = null;
            while (true) {
                QueuePlace after = place;
                List<QueueEntry> page = entries.stream()
                        .filter(entry -> after == null || after.isBefore(entry))
                        .sorted(Comparator.comparing(QueuePlace::of))
                        .limit(2)
                        .toList();
                if (page.isEmpty()) {
                    break;
                }
                seen.addAll(page);
                place = QueuePlace.of(page.getLast());
            }

            assertThat(seen).containsExactlyInAnyOrderElementsOf(entries);
            assertThat(seen).isSortedAccordingTo(Comparator.comparing(QueueEntry::code));
        }
    }
}
