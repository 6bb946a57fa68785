package org.holdfast.console.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdfast.console.views.OutcomeView;
import org.jspecify.annotations.Nullable;

/** Says codes in words, without the windows, which belong to the profile in force; a code that nobody knows yet counts as the most urgent. */
public final class Words {

    private static final String UNTRIAGED = "UNTRIAGED";

    private static final Map<String, String> CODES = Map.of(
            "A", "Emergency: respond now",
            "B", "Very urgent",
            "C", "Urgent",
            "UNTRIAGED", "Not triaged: the suicide questions are not all answered",
            "D", "Respond within days",
            "OPERATOR_CHOICE", "No rule fired: you choose E, F or G",
            "E", "Respond within weeks",
            "F", "Refer on",
            "G", "Information");
    private static final Map<String, String> SHAPES = Map.of(
            "A",
            "octagon",
            "B",
            "triangle",
            "C",
            "diamond",
            "UNTRIAGED",
            "dashed",
            "D",
            "circle",
            "OPERATOR_CHOICE",
            "dashed",
            "E",
            "circle",
            "F",
            "circle",
            "G",
            "circle");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Clock clock;

    Words(Clock clock) {
        this.clock = clock;
    }

    /** What the code means. */
    public String code(@Nullable String code) {
        return code == null ? "Not assessed yet" : CODES.getOrDefault(code, "Unknown code: treat it as an emergency");
    }

    /** The letter, or a mark where there is none. */
    public String letter(@Nullable String code) {
        return code == null || code.equals("UNTRIAGED") ? "?" : code.equals("OPERATOR_CHOICE") ? "–" : code;
    }

    /** The shape; an unknown one is that of the most urgent. */
    public String shape(@Nullable String code) {
        return code == null ? "dashed" : SHAPES.getOrDefault(code, "octagon");
    }

    /** Whether it must interrupt a screen reader; what is unknown must. */
    public boolean urgent(@Nullable String code) {
        return code != null && (code.equals("A") || code.equals("B") || !CODES.containsKey(code));
    }

    /** Whether the code also hangs on an answer that no protocol knew, which somebody has to read. */
    public boolean unread(OutcomeView outcome) {
        return outcome.explanations().stream()
                .flatMap(why -> why.evidence().stream())
                .map(OutcomeView.EvidenceView::item)
                .anyMatch(Words::unread);
    }

    private static boolean unread(@Nullable String item) {
        return item != null && Labels.instrument(item).equals(Labels.UNREAD);
    }

    /**
     * The codes that a person may give: where no rule fired, and later only a more urgent one; and all of them where nothing keeps
     * the contact untriaged but an answer that no protocol knew, because whoever has read it may choose.
     */
    public List<String> choices(OutcomeView outcome) {
        List<String> open = outcome.explanations().stream()
                .filter(why -> why.floor().equals(UNTRIAGED))
                .flatMap(why -> why.evidence().stream())
                .map(OutcomeView.EvidenceView::item)
                .toList();
        boolean unread = UNTRIAGED.equals(outcome.code())
                && !open.isEmpty()
                && open.stream().allMatch(Words::unread);
        return unread ? choices("OPERATOR_CHOICE") : choices(outcome.code());
    }

    private static List<String> choices(@Nullable String code) {
        return switch (code) {
            case "OPERATOR_CHOICE" -> List.of("E", "F", "G");
            case "F" -> List.of("E");
            case "G" -> List.of("E", "F");
            case null, default -> List.of();
        };
    }

    /** A constant as plain words. */
    public String plain(@Nullable String constant) {
        return Labels.plain(constant);
    }

    /** What happened, from the name of the event. */
    public String happened(String what) {
        return Labels.plain(what.replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
    }

    /** The name of an item, without the wording of its instrument. */
    public String item(@Nullable String item) {
        return Labels.of(item, null);
    }

    /** The time of day to the second. */
    public String clock(@Nullable Instant at) {
        return at == null ? "" : CLOCK.withZone(clock.getZone()).format(at);
    }

    /** Day and time. */
    public String day(@Nullable Instant at) {
        return at == null ? "" : DAY.withZone(clock.getZone()).format(at);
    }

    /** The zone of every time on the pages, by its name. */
    public String zone() {
        return clock.getZone().equals(ZoneOffset.UTC) ? "UTC" : clock.getZone().getId();
    }

    /** How long ago, in the largest unit that says enough. */
    public String since(@Nullable Instant at) {
        return at == null ? "" : length(Duration.between(at, clock.instant()));
    }

    /** How long there still is, or how long it has been over. */
    public String left(@Nullable Instant due) {
        if (due == null) {
            return "no time set";
        }
        Duration left = Duration.between(clock.instant(), due);
        return left.isNegative() ? "OVERDUE by " + length(left.negated()) : "in " + length(left);
    }

    /** Whether it has come. */
    public boolean over(Instant end) {
        return !clock.instant().isBefore(end);
    }

    private static String length(Duration length) {
        long minutes = Math.max(0, length.toMinutes());
        if (minutes < 1) {
            return "less than a minute";
        }
        if (minutes < 120) {
            return minutes + " min";
        }
        return minutes < 2880 ? minutes / 60 + " h " + minutes % 60 + " min" : minutes / 1440 + " days";
    }
}
