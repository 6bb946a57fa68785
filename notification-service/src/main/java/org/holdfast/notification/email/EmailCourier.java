package org.holdfast.notification.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.holdfast.notification.delivery.Courier;
import org.holdfast.notification.delivery.Letter;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.roster.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Gives letters to a mail relay; blocking, therefore on virtual threads of its own, few at a time, with a deadline. */
public final class EmailCourier implements Courier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmailCourier.class);
    private static final int AT_ONCE = 64;

    private final JavaMailSenderImpl relay = new JavaMailSenderImpl();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("smtp-", 0).factory());
    private final Scheduler scheduler = Schedulers.fromExecutorService(threads, "smtp");
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final MailSettings settings;
    private final Duration deadline;

    public EmailCourier(MailSettings settings) {
        this(settings, DEADLINE);
    }

    EmailCourier(MailSettings settings, Duration deadline) {
        this.settings = settings;
        this.deadline = deadline;
        relay.setHost(settings.host());
        relay.setPort(settings.port());
        relay.setUsername(settings.username());
        relay.setPassword(settings.password());
        relay.setDefaultEncoding("UTF-8");
        relay.setJavaMailProperties(properties());
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Mono<Outcome> carry(Letter letter) {
        return Mono.defer(() -> {
            Handover handover = new Handover();
            return Mono.fromCallable(() -> send(letter, handover))
                    .subscribeOn(scheduler)
                    .timeout(deadline)
                    .onErrorResume(e -> {
                        LOG.warn("Mail relay: {} had no answer in time", letter.id());
                        return Mono.just(handover.withdraw() ? Outcome.FAILED : Outcome.UNKNOWN);
                    });
        });
    }

    @Override
    public void close() {
        scheduler.dispose();
        threads.shutdownNow();
    }

    /** Never throws: what a relay says may hold addresses, and belongs in no log. */
    private Outcome send(Letter letter, Handover handover) {
        try {
            room.acquire();
            try {
                relay.send(message(letter, handover));
                return Outcome.DELIVERED;
            } finally {
                room.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.FAILED;
        } catch (MailException | MessagingException e) {
            LOG.warn("Mail relay: {} failed with {}", letter.id(), e.getClass().getSimpleName());
            return Handover.refused(e) || handover.withdraw() ? Outcome.FAILED : Outcome.UNKNOWN;
        }
    }

    private MimeMessage message(Letter letter, Handover handover) throws MessagingException {
        MimeMessage message = new LetterMail(relay.getSession(), letter.id() + "@" + domain(), handover);
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.address(), true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setSentDate(Date.from(letter.at()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Priority", "1");
        message.setText(
                letter.words() + "\r\n\r\n" + letter.instruction() + "\r\n\r\n" + letter.link() + "\r\n", "UTF-8");
        return message;
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    private Properties properties() {
        String millis = Long.toString(deadline.toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
        boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == MailSettings.Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
