package org.holdfast.local.page;

/** The frame of every page, and the one way by which text gets into it. */
final class Html {

    private Html() {}

    /** Text as text, whatever is in it. */
    static String text(Object any) {
        return String.valueOf(any)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s - Holdfast</title>
                <link rel="stylesheet" href="/page.css">
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                %2$s
                </main>
                </body>
                </html>
                """.formatted(text(title), body);
    }
}
