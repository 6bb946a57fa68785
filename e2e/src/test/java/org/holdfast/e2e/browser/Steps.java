package org.holdfast.e2e.browser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an operator does at the console, by keys, each until the page shows that it is done. */
final class Steps {

    private static final Pattern REACHED = Pattern.compile("reached (\\w+) by");
    private static final String HARBOR = "form:has(input[name=partner][value=harbor-crisis-response]) >> nth=0 >> ";

    private Steps() {}

    /** Opens a contact. */
    static void open(Window operator) {
        operator.press("#new-contact", "Enter");
        operator.shows("h1", "Contact");
    }

    /** Gives one answer by its letter. */
    static void answer(Window operator, String item, String letter) {
        operator.tabTo("[id='answer-" + item + "-YES']");
        operator.page().keyboard().press(letter);
        operator.shows("[id='question-" + item + "'] output.save", "saved");
    }

    /** Writes a note. */
    static void note(Window operator, String text) {
        operator.type("#note", text);
        operator.press("#save-note", "Enter");
        operator.shows("#note-form output.save", "saved");
    }

    /** Writes down who is at risk, and where. */
    static void details(Window operator, String name, String number) {
        operator.type("[name='personAtRisk.name']", name);
        operator.type("[name='personAtRisk.number']", number);
        operator.type("[name='area']", "21201");
        operator.press("#save-details", "Enter");
        operator.shows("#details-form output.save", "saved");
    }

    /** Who was reached by the alert; waits until somebody was. */
    static String reached(Window operator) {
        operator.shows("#alert", "reached");
        Matcher reached = REACHED.matcher(operator.page().locator("#alert").innerText());
        if (!reached.find()) {
            throw new AssertionError("nobody was reached");
        }
        return reached.group(1);
    }

    /** Looks for help near the person. */
    static void propose(Window operator) {
        operator.type("#propose-form select", "Mental");
        operator.press("#propose", "Enter");
        operator.shows("h1", "Referral");
    }

    /** Chooses a reason in the form, by its first letters, and sends it. */
    static void because(Window window, String form, String reason) {
        window.type(form + " select[name=reason]", reason);
        window.press(form + " button", "Enter");
    }

    /** Sends the proposal to the harbor agency with the consent to name and number; its id. */
    static String send(Window operator) {
        operator.press(HARBOR + "[value=NAME]", "Space");
        operator.press(HARBOR + "[value=PHONE]", "Space");
        operator.press(HARBOR + "button", "Enter");
        operator.shows("#referral-status", "Sent");
        return operator.path().replaceFirst(".*/", "");
    }
}
