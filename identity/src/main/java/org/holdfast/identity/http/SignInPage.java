package org.holdfast.identity.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The pages of signing in: plain HTML that works with a keyboard, a screen reader, an old laptop, and without scripts. */
final class SignInPage {

    private SignInPage() {}

    /** The form; with what was wrong before, if anything was. */
    static String form(String csrfName, String csrfValue, @Nullable String wrong) {
        String message = wrong == null
                ? ""
                : "<p role=\"alert\" class=\"wrong\" id=\"wrong\">" + HtmlUtils.htmlEscape(wrong) + "</p>";
        String described = wrong == null ? "" : " aria-describedby=\"wrong\"";
        return page("Sign in", """
                %s
                <form method="post" action="/sign-in">
                  <input type="hidden" name="%s" value="%s">
                  <p><label for="person">Name</label><br>
                  <input id="person" name="person" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus%s></p>
                  <p><label for="password">Password</label><br>
                  <input id="password" name="password" type="password" autocomplete="current-password" required></p>
                  <p><button type="submit">Sign in</button></p>
                </form>
                """.formatted(
                        message, HtmlUtils.htmlEscape(csrfName), HtmlUtils.htmlEscape(csrfValue), described));
    }

    /** Shown in place of the form while somebody has to wait. */
    static String tooManyTries(Duration wait) {
        return page("Too many tries", """
                <p role="alert" class="wrong">There were too many tries with a wrong password. Please wait %s, then <a href="/sign-in">try again</a>.</p>
                <p>If you have forgotten your password, your administrator can give you a new one.</p>
                """.formatted(inWords(wait)));
    }

    /** Shown after a sign-in that was not asked for by a program. */
    static String signedIn(String person) {
        return page("Signed in", "<p>You are signed in as <strong>" + HtmlUtils.htmlEscape(person) + "</strong>.</p>");
    }

    /** Whole seconds or minutes, rounded up. */
    static String inWords(Duration wait) {
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
        if (seconds < 120) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        return (seconds + 59) / 60 + " minutes";
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s - Holdfast</title>
                <link rel="stylesheet" href="/sign-in.css">
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """.formatted(title, title, body);
    }
}
