package org.holdfast.local.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.holdfast.local.stack.Ports;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows what happened to a case, across the services, in order of time. */
final class TrailPage {

    private final DemoReader reader;

    TrailPage(Ports ports) {
        this.reader = new DemoReader(ports);
    }

    String show(@Nullable String query) {
        String caseId = caseId(query == null ? "" : query);
        DemoReader.Answer answer =
                reader.intake("/cases/" + URLEncoder.encode(caseId, StandardCharsets.UTF_8) + "/trail");
        if (answer.status() != 200) {
            return Html.page(
                    "Trail of a case",
                    "<p role=\"alert\">%s</p><p><a href=\"/\">Back</a></p>"
                            .formatted(
                                    answer.status() == 404
                                            ? "There is no case of this id."
                                            : "Intake answered " + answer.status() + "."));
        }
        String rows = StreamSupport.stream(answer.body().path("entries").spliterator(), false)
                .map(TrailPage::row)
                .collect(Collectors.joining("\n"));
        return Html.page("Trail of case " + caseId, """
                <table><thead><tr><th scope="col">Time (UTC)</th><th scope="col">Service</th><th scope="col">What</th>
                <th scope="col">Subject</th><th scope="col">By</th><th scope="col">Facts</th></tr></thead>
                <tbody>%s</tbody></table>
                <p><a href="/">Back</a></p>
                """.formatted(rows));
    }

    private static String row(JsonNode entry) {
        String facts = entry.path("facts").properties().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue().asString(""))
                .collect(Collectors.joining("; "));
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        field(entry, "at"),
                        field(entry, "service"),
                        field(entry, "what"),
                        field(entry, "subject"),
                        field(entry, "actor"),
                        Html.text(facts));
    }

    private static String field(JsonNode entry, String name) {
        return Html.text(entry.path(name).asString(""));
    }

    private static String caseId(String query) {
        for (String pair : query.split("&")) {
            if (pair.startsWith("case=")) {
                return URLDecoder.decode(pair.substring(5), StandardCharsets.UTF_8)
                        .strip();
            }
        }
        return "";
    }
}
