package org.holdfast.notification.calling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.notification.domain.roster.RosterDraft;
import org.holdfast.notification.domain.roster.RosterFault;
import tools.jackson.core.JacksonException;

/** Reads the roster to begin with; one that could leave an alert unanswered stops the start. */
public final class RosterFile {

    private RosterFile() {}

    /** The draft in the file; fails, saying what to mend, when it is not sound. */
    public static RosterDraft read(Path file) {
        try {
            RosterDraft draft = new Shapes().read(RosterDraft.class, Files.readString(file));
            List<RosterFault> faults = draft.faults(Set.of());
            if (!faults.isEmpty()) {
                throw new IllegalStateException("The roster in " + file + " cannot be taken: " + faults);
            }
            return draft;
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("The roster in " + file + " cannot be read", e);
        }
    }
}
