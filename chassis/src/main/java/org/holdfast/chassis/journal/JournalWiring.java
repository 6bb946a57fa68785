package org.holdfast.chassis.journal;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.holdfast.chassis.ChassisSettings;
import org.holdfast.chassis.secret.SecretFile;
import org.holdfast.chassis.trace.Spans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes the journal of the service over its own database. */
@Configuration(proxyBeanMethods = false)
class JournalWiring {

    private static final Logger LOG = LoggerFactory.getLogger(JournalWiring.class);
    private static final String KEY_VARIABLE = "HOLDFAST_JOURNAL_KEY";

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    Shapes shapes() {
        return new Shapes();
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    MongoClient mongoClient(ChassisSettings settings, Environment environment) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.mongodb().uri()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(2, TimeUnit.SECONDS)
                        // an answer that never comes is a failure, and what waits for it is tried again
                        .readTimeout(30, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(64).maxWaitTime(5, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applicationName(environment.getProperty("spring.application.name", "holdfast"))
                .build());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, ChassisSettings settings, Environment environment) {
        String named = settings.mongodb().database();
        return client.getDatabase(
                named == null || named.isBlank() ? environment.getRequiredProperty("spring.application.name") : named);
    }

    @Bean
    Chain chain(ChassisSettings settings, Environment environment) throws IOException {
        String given = environment.getProperty(KEY_VARIABLE);
        if (given != null) {
            return new Chain(HexFormat.of().parseHex(given.strip()));
        }
        Path file = settings.secrets()
                .directory()
                .resolve(environment.getRequiredProperty("spring.application.name") + "-journal.key");
        if (!Files.exists(file)) {
            if (!settings.secrets().create()) {
                throw new IllegalStateException("The journal's key is missing: put 64 hexadecimal digits into " + file
                        + " or into the environment variable " + KEY_VARIABLE);
            }
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            new SecretFile(file).createOnce(HexFormat.of().formatHex(fresh));
        }
        return new Chain(HexFormat.of().parseHex(Files.readString(file).strip()));
    }

    @Bean
    Journals journals(
            MongoDatabase database, Teller teller, Chain chain, Clock clock, ChassisSettings settings, Spans spans) {
        return new Journals(database, teller, chain, clock, settings.journal().sweepEvery(), spans);
    }

    @Bean
    SmartLifecycle journalLife(Journals journals) {
        return new JournalLife(journals);
    }

    /** Starts the journal when the store answers, and stops it before the clients close. */
    private static final class JournalLife implements SmartLifecycle {

        private final Journals journals;
        private volatile boolean running;
        private Disposable starting = () -> {};

        private JournalLife(Journals journals) {
            this.journals = journals;
        }

        @Override
        public void start() {
            running = true;
            starting = journals.prepare()
                    .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                            .maxBackoff(Duration.ofSeconds(2))
                            .doBeforeRetry(signal -> LOG.warn(
                                    "The store does not answer yet: {}",
                                    signal.failure().getClass().getSimpleName())))
                    .then(Mono.fromRunnable(journals::start))
                    .subscribe();
        }

        @Override
        public void stop() {
            starting.dispose();
            journals.stop();
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return 0;
        }
    }
}
