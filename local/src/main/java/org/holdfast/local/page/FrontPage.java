package org.holdfast.local.page;

import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.identity.Demo;
import org.holdfast.local.demo.DemoPhone.Rung;
import org.holdfast.local.demo.MailCatcher.Caught;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Ports;

/** What one sees first. */
final class FrontPage {

    private static final int SHOWN = 20;

    private final Ports ports;
    private final Healths healths;

    FrontPage(Ports ports, Healths healths) {
        this.ports = ports;
        this.healths = healths;
    }

    String show(List<Caught> mails, List<Rung> rung) {
        return Html.page("Holdfast on this machine", """
                <p>A trial stack: everything on it is fictional, and nothing leaves this machine.</p>
                <h2>Health</h2>
                <table><thead><tr><th scope="col">Service</th><th scope="col">Status</th><th scope="col">What is wrong</th></tr></thead>
                <tbody>%s</tbody></table>
                <h2>Trail of a case</h2>
                <form method="get" action="/trail"><p><label for="case">Case id</label>
                <input id="case" name="case" required autocomplete="off" spellcheck="false"> <button type="submit">Show</button></p></form>
                <h2>Sign-ins</h2>
                <p>The password of every demo person, and the secret of every demo client, is <code>%s</code>; the issuer is
                <a href="%s">%s</a>.</p>
                <table><thead><tr><th scope="col">Name</th><th scope="col">Role</th></tr></thead><tbody>
                <tr><td>olu</td><td>operator</td></tr><tr><td>ana, ben</td><td>counselor, on call in turns</td></tr>
                <tr><td>sam</td><td>supervisor, safety net</td></tr><tr><td>ada</td><td>admin</td></tr>
                <tr><td>hal, sia</td><td>people of the partner agencies</td></tr>
                <tr><td>agency-harbor, agency-shelter</td><td>partner agencies (client credentials)</td></tr></tbody></table>
                <p>An operator's token for a command line:</p>
                <pre>curl -s -u desk-script:%s -d grant_type=client_credentials %s/oauth2/token</pre>
                <h2>Documents</h2>
                <ul>%s</ul>
                <h2>Mails caught</h2>
                %s
                <h2>Messages on the demo phones</h2>
                %s
                """.formatted(
                        healthRows(),
                        Demo.SECRET,
                        ports.uri(Part.IDENTITY),
                        ports.uri(Part.IDENTITY),
                        Demo.SECRET,
                        ports.uri(Part.IDENTITY),
                        documents(),
                        mails(mails),
                        phone(rung)));
    }

    private String healthRows() {
        return healths.all().stream()
                .map(one ->
                        "<tr class=\"%s\"><th scope=\"row\"><a href=\"%s/health\">%s</a></th><td>%s</td><td>%s</td></tr>"
                                .formatted(
                                        one.status().equals("UP") ? "up" : "down",
                                        ports.uri(one.service().part()),
                                        one.service().label(),
                                        Html.text(one.status()),
                                        Html.text(String.join("; ", one.wrong()))))
                .collect(Collectors.joining("\n"));
    }

    private static String documents() {
        return Documents.present().stream()
                .map(name -> "<li><a href=\"/documents/%1$s\">%1$s</a></li>".formatted(name))
                .collect(Collectors.joining("\n"));
    }

    private static String mails(List<Caught> mails) {
        if (mails.isEmpty()) {
            return "<p>None yet.</p>";
        }
        return mails.stream()
                .limit(SHOWN)
                .map(mail -> "<article><h3>%s</h3><p>%s to %s</p><pre>%s</pre></article>"
                        .formatted(Html.text(mail.subject()), mail.at(), Html.text(mail.to()), Html.text(mail.text())))
                .collect(Collectors.joining("\n"));
    }

    private static String phone(List<Rung> rung) {
        if (rung.isEmpty()) {
            return "<p>None yet.</p>";
        }
        return rung.stream()
                .limit(SHOWN)
                .map(one -> "<article><h3>%s</h3><p>%s, signature checked</p><pre>%s</pre></article>"
                        .formatted(Html.text(one.person()), one.at(), Html.text(one.body())))
                .collect(Collectors.joining("\n"));
    }
}
