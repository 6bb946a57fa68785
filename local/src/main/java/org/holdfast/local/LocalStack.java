package org.holdfast.local;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.holdfast.identity.Demo;
import org.holdfast.local.stack.CannotStart;
import org.holdfast.local.stack.LocalSettings;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Progress;
import org.holdfast.local.stack.Stack;

/** Starts everything on one machine and says where: {@code make run}. Ctrl-C ends it; the next start goes on where this one ended. */
public final class LocalStack {

    private LocalStack() {}

    public static void main(String[] arguments) throws InterruptedException {
        Progress progress = new Progress(System.out);
        Ending ending = new Ending(progress);
        CountDownLatch ended = new CountDownLatch(1);
        try {
            LocalSettings settings = LocalSettings.of(arguments).withDirectoryBeside();
            logTo(settings.data().resolve("logs"));
            progress.say("starting, data in " + settings.data());
            Runtime.getRuntime().addShutdownHook(new Thread(ending::run, "stack-end"));
            Stack.start(settings, progress, ending::holds);
            welcome(settings, progress);
            ended.await();
        } catch (CannotStart told) {
            if (ending.asked()) {
                ended.await(); // the process ends when the stack has
            }
            ending.holdsNothing();
            System.err.println();
            System.err.println(told.getMessage());
            System.exit(1);
        }
    }

    /** One log for all contexts, set up once: each of them would otherwise set it up anew, all at the same time. */
    static void logTo(Path logs) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("holdfast.logs", logs.toString());
        System.setProperty("logback.configurationFile", "org/holdfast/local/logback.xml");
        java.util.logging.LogManager.getLogManager().reset();
        org.slf4j.bridge.SLF4JBridgeHandler.install();
    }

    private static void welcome(LocalSettings settings, Progress progress) {
        progress.say("everything is up");
        System.out.printf(
                """

                Holdfast is at %s: sign in as olu, press New contact, answer C-SSRS 4 with yes; ana takes it on at the same address
                  operator olu, counselors ana and ben, supervisor sam, admin ada; agencies agency-harbor and agency-shelter, and their people hal and sia;
                  the password of all of them is %s
                  the page of this machine (health, caught mails, what the demo phones got): %s
                  try also: make demo (in another window), which sends one contact all the way and prints its trail
                  a token for curl (desk-script, counselor-script, supervisor-script, admin-script): curl -s -u desk-script:%s -d grant_type=client_credentials %s/oauth2/token
                  logs: %s
                  Ctrl-C ends everything; the next start goes on where this one ended
                """,
                settings.ports().uri(Part.CONSOLE),
                Demo.SECRET,
                settings.ports().uri(Part.PAGE),
                Demo.SECRET,
                settings.ports().uri(Part.IDENTITY),
                settings.data().resolve("logs"));
        System.out.flush();
    }
}
