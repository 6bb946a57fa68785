package org.holdfast.console.pages;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names questions by their instrument and number; the wording of an instrument is read from its card, never shown here. */
final class Labels {

    private static final Map<String, String> INSTRUMENTS = new LinkedHashMap<>();

    static {
        INSTRUMENTS.put("cssrs", "C-SSRS");
        INSTRUMENTS.put("obs", "Seen or heard");
        INSTRUMENTS.put("asq", "ASQ");
        INSTRUMENTS.put("pss3", "PSS-3");
        INSTRUMENTS.put("phq9", "PHQ-9");
        INSTRUMENTS.put("gad7", "GAD-7");
        INSTRUMENTS.put("person", "The person");
    }

    /** Before the ids of what no protocol knew. */
    static final String UNREAD = "unrecognised";

    private Labels() {}

    /** The prefix of an item. */
    static String instrument(String item) {
        int dot = item.indexOf('.');
        return dot < 0 ? item : item.substring(0, dot);
    }

    /** The name of an instrument. */
    static String group(String instrument) {
        return INSTRUMENTS.getOrDefault(instrument, instrument);
    }

    /** Whether its questions are read from a card. */
    static boolean byCard(String instrument) {
        return !instrument.equals("obs") && !instrument.equals("person");
    }

    /** A constant as plain words. */
    static String plain(@Nullable String constant) {
        if (constant == null || constant.isEmpty()) {
            return "";
        }
        String words = constant.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String of(@Nullable String item, @Nullable String about) {
        if (item == null) {
            return "";
        }
        String instrument = instrument(item);
        if (instrument.equals(UNREAD)) {
            return "An answer that no protocol knows";
        }
        String rest = item.substring(Math.min(item.length(), instrument.length() + 1));
        if (about != null && !about.isBlank()) {
            String said = about.equals("years") ? "age in years" : about;
            return Character.toUpperCase(said.charAt(0)) + said.substring(1);
        }
        String plain =
                rest.replaceFirst("\\.recency$", ": when").replace('-', ' ').replace('.', ' ');
        return instrument.equals("obs") || instrument.equals("person")
                ? Character.toUpperCase((plain + " ").charAt(0)) + plain.substring(Math.min(1, plain.length()))
                : group(instrument) + " item " + plain.replaceFirst("^[qi](?=[0-9])", "");
    }
}
