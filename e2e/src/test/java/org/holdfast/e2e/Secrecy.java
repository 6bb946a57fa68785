package org.holdfast.e2e;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.holdfast.contracts.WireCheck;
import org.holdfast.e2e.fleet.Fleet;

/** Everything that a stack said or wrote anywhere, for looking what should not be there. */
final class Secrecy {

    private final Fleet fleet;

    Secrecy(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Every place with all that stands there: the bus, every collection of every service, logs, mails, webhooks. */
    Map<String, String> everythingSaid() throws IOException {
        Map<String, String> said = new LinkedHashMap<>();
        int i = 0;
        for (var record : new Bus(fleet.kafka()).everything()) {
            StringBuilder text = new StringBuilder(new String(record.value(), StandardCharsets.UTF_8));
            text.append(' ').append(new String(record.key(), StandardCharsets.UTF_8));
            record.headers()
                    .forEach(header -> text.append(' ').append(new String(header.value(), StandardCharsets.UTF_8)));
            said.put("bus " + record.topic() + " " + i++, text.toString());
        }
        try (MongoClient client = MongoClients.create(fleet.mongodb())) {
            for (var part : org.holdfast.e2e.fleet.Part.values()) {
                MongoDatabase database = client.getDatabase(part.title());
                for (String collection : database.listCollectionNames()) {
                    StringBuilder text = new StringBuilder();
                    for (Document document : database.getCollection(collection).find()) {
                        text.append(document.toJson()).append('\n');
                        plain(document, text);
                    }
                    said.put("store " + part.title() + "." + collection, text.toString());
                }
            }
        }
        try (Stream<Path> logs = Files.list(fleet.folder())) {
            for (Path log :
                    logs.filter(path -> path.toString().endsWith(".log")).toList()) {
                said.put("log " + log.getFileName(), Files.readString(log));
            }
        }
        for (var mail : fleet.mail().getReceivedMessages()) {
            said.put("mail " + i++, GreenMailUtil.getWholeMessage(mail) + "\n" + decoded(mail));
        }
        fleet.phones().pages().forEach(page -> said.put("webhook " + page.id() + " " + page.nanos(), page.body()));
        return said;
    }

    /** What stands in binary fields, such as the payload of a dead letter, as text. */
    private static void plain(Document document, StringBuilder text) {
        for (Object value : document.values()) {
            switch (value) {
                case Binary binary ->
                    text.append(new String(binary.getData(), StandardCharsets.UTF_8))
                            .append('\n');
                case Document inner -> plain(inner, text);
                case null, default -> {}
            }
        }
    }

    /** A mail's text, whatever it was encoded as on the way. */
    private static String decoded(Part part) throws IOException {
        try {
            Object content = part.getContent();
            if (!(content instanceof Multipart parts)) {
                return String.valueOf(content);
            }
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(decoded(parts.getBodyPart(i))).append('\n');
            }
            return all.toString();
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** The places where one of these stands, each with what. */
    List<String> findings(List<String> wanted) throws IOException {
        List<String> findings = new ArrayList<>();
        everythingSaid()
                .forEach((place, text) ->
                        wanted.stream().filter(text::contains).forEach(one -> findings.add(place + ": " + one)));
        return findings;
    }

    /** Records on the bus that do not keep to the specification. */
    List<String> wireFaults() {
        List<String> faults = new ArrayList<>();
        for (var record : new Bus(fleet.kafka()).everything()) {
            Map<String, String> headers = new HashMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            if (!"/test".equals(headers.get("ce_source"))) {
                faults.addAll(WireCheck.faults(record.topic(), headers, record.value()));
            }
        }
        return faults;
    }
}
