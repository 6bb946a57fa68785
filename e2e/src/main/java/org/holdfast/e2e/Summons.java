package org.holdfast.e2e;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says that came to a phone or a mailbox.
 *
 * @param path the one-time page's path on notification
 * @param digits the two digits to type there
 */
public record Summons(String path, String digits) {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s\"]+(/a/[A-Za-z0-9_-]+)");
    private static final Pattern DIGITS = Pattern.compile("digits\\s*\"?:?\\s*\"?(\\d{2})\\b");

    /** Reads a mail's text or a webhook's body. */
    public static Summons of(String text) {
        String plain = text.replace("\\/", "/").replaceAll("=\\r?\\n", "");
        Matcher link = LINK.matcher(plain);
        Matcher digits = DIGITS.matcher(plain);
        if (!link.find() || !digits.find()) {
            throw new IllegalArgumentException("This is no page: " + text);
        }
        return new Summons(link.group(1), digits.group(1));
    }
}
