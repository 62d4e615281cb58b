package dev.sluice.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.risk.RiskPolicy;
import dev.sluice.handlers.enriching.Enricher;
import dev.sluice.handlers.enriching.RiskSettings;
import dev.sluice.handlers.intake.CachedSecrets;
import dev.sluice.handlers.intake.Sources;
import dev.sluice.handlers.intake.Validator;
import dev.sluice.handlers.notifying.Notifier;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.processing.Processor;
import dev.sluice.handlers.query.Query;
import dev.sluice.handlers.telemetry.Telemetry;
import dev.sluice.local.delivery.Engine;
import dev.sluice.local.delivery.Invocation;
import dev.sluice.local.delivery.Runner;
import dev.sluice.local.delivery.SqliteTransactionTopic;
import dev.sluice.local.http.Front;
import dev.sluice.local.http.Keys;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.SqliteAccountHistory;
import dev.sluice.local.sqlite.SqliteAlertLedger;
import dev.sluice.local.sqlite.SqliteAlertTopic;
import dev.sluice.local.sqlite.SqliteAssessments;
import dev.sluice.local.sqlite.SqliteNotificationQueue;
import dev.sluice.local.sqlite.SqliteTransactionArchive;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The whole pipeline in one process on one folder: where ports meet their adapters on one machine.
 *
 * <p>Killing the process at any moment loses nothing that was acknowledged; the next start goes on where it stood.
 */
public final class LocalPipeline implements AutoCloseable {

    /** Reached from this machine only, unless told otherwise. */
    public static final String LOOPBACK = "127.0.0.1";

    /** How long a request may take to arrive whole. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    /** No limit of age or size: the first thing people do is to import what they have. */
    private static final String FIRST_SOURCES = "{\"default\":{\"zone\":\"Europe/London\"}}\n";

    /** The defaults, all of them. */
    private static final String FIRST_RISK = "{}\n";

    private final Access access;
    private final Deque<AutoCloseable> parts;

    private LocalPipeline(Access access, Deque<AutoCloseable> parts) {
        this.access = access;
        this.parts = parts;
    }

    /**
     * Starts on that folder, made where there is none, and returns once requests are taken.
     *
     * @param port 0 for any that is free
     * @throws CannotStart with a sentence for whoever asked
     */
    public static LocalPipeline start(Path folder, int port) {
        return start(folder, LOOPBACK, port, LONGEST_REQUEST, Attachment.Maker.NONE);
    }

    /**
     * Starts on that folder and listens on that address.
     *
     * @param host another one than the loopback is open to the network, without TLS
     * @throws CannotStart with a sentence for whoever asked
     */
    public static LocalPipeline start(Path folder, String host, int port) {
        return start(folder, host, port, LONGEST_REQUEST, Attachment.Maker.NONE);
    }

    /**
     * Starts on that folder, listens on that address, and has something run with it.
     *
     * @param host another one than the loopback is open to the network, without TLS
     * @throws CannotStart with a sentence for whoever asked
     */
    public static LocalPipeline start(Path folder, String host, int port, Attachment.Maker attached) {
        return start(folder, host, port, LONGEST_REQUEST, attached);
    }

    static LocalPipeline start(Path folder, String host, int port, Duration longestRequest) {
        return start(folder, host, port, longestRequest, Attachment.Maker.NONE);
    }

    private static LocalPipeline start(
            Path folder, String host, int port, Duration longestRequest, Attachment.Maker attached) {
        // What is open so far, the last one first: closed in that order, now or when the start fails.
        var parts = new ArrayDeque<AutoCloseable>();
        try {
            var access = open(folder, host, port, longestRequest, attached, parts);
            return new LocalPipeline(access, parts);
        } catch (CannotStart e) {
            closeAll(parts);
            throw e;
        } catch (IOException e) {
            closeAll(parts);
            throw new CannotStart("cannot use the folder " + folder + ": " + Sentences.of(e), e);
        } catch (Database.NewerFile | Front.CannotListen e) {
            closeAll(parts);
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        } catch (Unavailable e) {
            closeAll(parts);
            throw new CannotStart("cannot use the database in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Access open(
            Path folder,
            String host,
            int port,
            Duration longestRequest,
            Attachment.Maker attached,
            Deque<AutoCloseable> parts)
            throws IOException {
        PrivateFile.folder(folder);
        parts.push(FolderLock.take(folder));
        Access.remove(folder);
        var sources = sources(folder);
        var secrets = Secrets.of(folder, new SecureRandom());
        var log = new LogFile(folder.resolve("sluice.log"), LogFile.LARGEST);
        parts.push(log);
        NativeLibrary.unpackInto(folder.resolve("native"));
        var database = Database.open(DataFile.in(folder));
        parts.push(database);

        var clock = InstantSource.system();
        var telemetry = new Telemetry(log);
        var troubles = new Troubles(log, clock);
        parts.push(ServerLog.into(troubles));
        var notifications = new SqliteNotificationQueue(database, Pipeline.NOTIFICATIONS_QUEUE.name(), clock);
        var assessments = new SqliteAssessments(database);
        var ledger = new SqliteAlertLedger(database);
        ledger.voidClaims();
        var risk = riskPolicy(folder);
        var delivered = List.of(
                invocation(
                        Pipeline.PROCESSOR,
                        new Processor(
                                new SqliteTransactionStore(
                                        database,
                                        Pipeline.BLUEPRINT.readersOf(Pipeline.TRANSACTIONS_TABLE),
                                        Optional.of(Pipeline.NOTIFICATIONS_QUEUE.name())),
                                notifications,
                                clock,
                                telemetry),
                        clock),
                invocation(
                        Pipeline.ENRICHER,
                        new Enricher(
                                new SqliteAccountHistory(database), assessments, notifications, risk, clock, telemetry),
                        clock),
                invocation(
                        Pipeline.NOTIFIER,
                        new Notifier(new SqliteAlertTopic(database, clock), ledger, assessments, clock, telemetry),
                        clock));
        var runner = new Runner(executor -> new Engine(database, delivered, executor, clock), clock, troubles);
        parts.push(runner);
        var topic = new SqliteTransactionTopic(
                database, Pipeline.BLUEPRINT, Pipeline.TRANSACTIONS_TOPIC, clock, runner.handover());

        var validator = new Validator(
                sources,
                new CachedSecrets(new FileSourceSecrets(Secrets.file(folder)), clock),
                topic,
                clock,
                telemetry);
        var query = new Query(new SqliteTransactionArchive(database), clock, telemetry);
        var attachment = attached.make(new Attachment.Inside(
                host, folder, database, secrets.operatorToken(), risk, clock, new SecureRandom(), troubles));
        // Also where the front does not start; it is closed before the front, and closing it again does nothing.
        parts.push(attachment);
        var front = Front.start(
                Pipeline.BLUEPRINT,
                List.of(invocation(Pipeline.VALIDATOR, validator, clock), invocation(Pipeline.QUERY, query, clock)),
                new Keys(secrets.apiKey(), secrets.operatorToken()),
                attachment.pages(),
                attachment.witness(),
                new Front.Settings(
                        host, port, longestRequest, () -> UUID.randomUUID().toString(), troubles));
        parts.push(front);
        parts.push(attachment);
        attachment.listening(front.port());

        var access = new Access(
                URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + front.port()),
                secrets.apiKey(),
                Sources.DEFAULT,
                secrets.signing(),
                secrets.operatorToken(),
                ProcessHandle.current().pid());
        access.write(folder);
        parts.push(() -> Access.remove(folder));
        return access;
    }

    private static Invocation invocation(Function function, RequestStreamHandler handler, InstantSource clock) {
        return new Invocation(function, handler, clock);
    }

    private static Sources sources(Path folder) throws IOException {
        var file = folder.resolve("sources.json");
        if (!Files.exists(file)) {
            PrivateFile.write(file, FIRST_SOURCES);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Sources.read(in);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CannotStart("cannot read " + file + ": " + Sentences.of(e), e);
        }
    }

    private static RiskPolicy riskPolicy(Path folder) throws IOException {
        var file = folder.resolve("risk.json");
        if (!Files.exists(file)) {
            PrivateFile.write(file, FIRST_RISK);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return RiskSettings.read(in);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CannotStart("cannot read " + file + ": " + Sentences.of(e), e);
        }
    }

    /** Where it listens. */
    public URI url() {
        return access.url();
    }

    /** What senders and operators need; also in {@code access.json}. */
    public Access access() {
        return access;
    }

    /** Takes no new requests, finishes what runs, commits what was handed in, then lets the folder go. */
    @Override
    public void close() {
        closeAll(parts);
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                // The others must be closed all the same; nothing that was acknowledged hangs on any of them.
                System.getLogger(LocalPipeline.class.getName())
                        .log(System.Logger.Level.WARNING, "a part did not close: " + e.getMessage());
            }
        }
    }
}
