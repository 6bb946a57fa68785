package org.holdfast.e2e.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.e2e.Addresses;
import org.holdfast.e2e.Eventually;
import org.holdfast.local.LocalStack;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Ports;

/** What {@code make run} starts, as a process of its own on free ports. */
public final class LocalRun implements AutoCloseable {

    private static final String UP = "everything is up";

    private final Ports ports = Ports.free();
    private final Child child;

    private LocalRun(Path folder) {
        List<String> command = new ArrayList<>(List.of(LocalStack.class.getName(), "--data=" + folder.resolve("data")));
        ports.all().forEach((part, port) -> command.add("--port." + part.label() + "=" + port));
        child = Child.java("local", folder, Commands.java(command));
    }

    /** Starts it with its data in that folder, and waits until it says that everything is up. */
    public static LocalRun start(Path folder) {
        LocalRun run = new LocalRun(folder);
        boolean up = false;
        try {
            Eventually.get(UP, Fleet.START, run.child::printed, text -> text.contains("Ctrl-C ends everything"));
            up = true;
            return run;
        } finally {
            if (!up) {
                run.close();
            }
        }
    }

    /** The whole of it, to be killed with signal 9 and started again on the same data. */
    public Killable whole() {
        return Killable.of(child, UP);
    }

    /** What it printed. */
    public String printed() {
        return child.printed();
    }

    /** The one URL. */
    public String console() {
        return ports.uri(Part.CONSOLE).toString();
    }

    /** Where everything listens. */
    public Addresses addresses() {
        return new Addresses(
                ports.uri(Part.PAGE),
                ports.uri(Part.IDENTITY),
                ports.uri(Part.INTAKE),
                ports.uri(Part.TRIAGE),
                ports.uri(Part.REFERRAL),
                ports.uri(Part.NOTIFICATION));
    }

    @Override
    public void close() {
        child.kill();
    }
}
