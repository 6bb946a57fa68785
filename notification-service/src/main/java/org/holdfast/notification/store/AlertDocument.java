package org.holdfast.notification.store;

import org.bson.Document;
import org.holdfast.chassis.journal.Shapes;

/** A view of an alert as it is kept; an open one has a field of its own, so that lists stay small. */
final class AlertDocument {

    private static final Shapes SHAPES = new Shapes();

    private AlertDocument() {}

    static Document of(AlertView view) {
        Document document = new Document("_id", view.alertId())
                .append("at", at(view.alertId(), view.version()))
                .append("version", view.version())
                .append("view", SHAPES.write(AlertView.class, view));
        return view.open() ? document.append("open", view.alertId()) : document;
    }

    static AlertView view(Document found) {
        return SHAPES.read(AlertView.class, found.getString("view"));
    }

    static String at(String alert, long version) {
        return alert + "#" + version;
    }
}
