package dev.sluice.integration.sandbox;

import dev.sluice.integration.sandbox.authorize.Credentials;
import dev.sluice.integration.sandbox.authorize.Faults;
import dev.sluice.integration.sandbox.authorize.Front;
import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.client.Access;
import dev.sluice.integration.sandbox.client.Alerts;
import dev.sluice.integration.sandbox.client.Operator;
import dev.sluice.integration.sandbox.client.Secret;
import dev.sluice.integration.sandbox.client.Sender;
import dev.sluice.integration.sandbox.client.compliance.Recorder;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.gateway.Gateway;
import dev.sluice.integration.sandbox.host.FunctionHost;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import dev.sluice.integration.sandbox.source.Deliveries;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * A pipeline that was deployed to the emulator: what AWS would do with it is done here, as the state says.
 *
 * <pre>
 * sender, operator ─▶ gateway ─▶ functions' processes ─▶ front (whose role may do that?) ─▶ emulator
 *                                     ▲                                                        │
 *                                     └──────────── topics, queues, streams ◀──────────────────┘
 * </pre>
 */
final class EmulatedSandbox implements Sandbox, Emulation, AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(90);

    /** Other tests run on the same processors meanwhile; a function of 512 MB has a third of one on Lambda. */
    private static final int SLOWER = 5;

    private static final long BETWEEN_LOOKS = Duration.ofMillis(20).toNanos();

    private final Journal journal;
    private final Front front;
    private final FunctionHost host;
    private final Deliveries deliveries;
    private final Gateway gateway;
    private final Secret secret;
    private final Sender sender;
    private final Operator operator;
    private final Alerts alerts;
    private volatile Deployment deployed;
    private boolean closed;

    private EmulatedSandbox(Deployment deployment, URI emulator, Journal journal, Path work) throws IOException {
        this.journal = journal;
        deployed = deployment;
        front = Front.open(emulator, deployment, journal);
        host = FunctionHost.open(deployment, front.url(), front::of, journal, work, SLOWER);
        front.functions(host);
        deliveries = Deliveries.open(deployment, front.url(), front::of, front.operator(), front::judge, host, journal);
        front.onPublish(deliveries::published);
        var identity = front.operator();
        gateway = Gateway.open(
                deployment, host, front::judge, Map.of(identity.accessKey(), identity), journal, Clock.systemUTC());
        var access = new Access(Region.of(deployment.region()), credentials(identity), Optional.of(front.url()));
        operator = new Operator(gateway.url(), access, deployment::output);
        var apiKey = access.apiKey(deployment.output("api_key_id_default"));
        secret = Secret.add(access, deployment.output("source_secrets_prefix") + "default");
        sender = Sender.of(gateway.url(), apiKey, secret.value());
        Recorder.on(operator, deployment.output("config_recorder_name"));
        alerts = Alerts.of(operator.sqs(), operator.sns(), deployment.output("topic_arn_alerts"));
    }

    /**
     * Everything that AWS would do with a deployment.
     *
     * @param emulator where it was deployed to
     * @param work an empty folder
     */
    static EmulatedSandbox of(Deployment deployment, URI emulator, Journal journal, Path work) throws IOException {
        var sandbox = new EmulatedSandbox(deployment, emulator, journal, work);
        sandbox.host.warm();
        sandbox.deliveries.start();
        return sandbox;
    }

    private static StaticCredentialsProvider credentials(Credentials identity) {
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create(identity.accessKey(), identity.secretKey(), identity.sessionToken()));
    }

    @Override
    public String target() {
        return "AWS emulator (moto), functions in processes of their own";
    }

    @Override
    public String output(String name) {
        return deployed.output(name);
    }

    @Override
    public Sender sender() {
        return sender;
    }

    @Override
    public Operator operator() {
        return operator;
    }

    @Override
    public Alerts alerts() {
        return alerts;
    }

    /** Where nothing is under way any more and it is still not there, it will not come: that is said at once. */
    @Override
    public <T> T await(String what, Supplier<Optional<T>> look) {
        var end = Instant.now().plus(LONGEST);
        int read = journal.size();
        deliveries.look();
        while (true) {
            boolean idle = deliveries.isIdle();
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            var since = journal.from(read);
            read += since.size();
            if (idle) {
                throw new AssertionError(what + " did not come, and nothing is under way any more");
            }
            if (since.stream().anyMatch(EmulatedSandbox::isInVain)) {
                throw new AssertionError(what + " does not come: a function on its way cannot be made");
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(what + " did not come within " + LONGEST.toSeconds() + " s");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    private static boolean isInVain(Journal.Entry entry) {
        return entry.event() instanceof Event.Invoked invoked && invoked.isInVain();
    }

    @Override
    public void settle() {
        if (!deliveries.settle(LONGEST)) {
            throw new AssertionError("something is still under way after " + LONGEST.toSeconds() + " s");
        }
    }

    @Override
    public Optional<Emulation> emulation() {
        return Optional.of(this);
    }

    @Override
    public Faults faults() {
        return front.faults();
    }

    @Override
    public Deployment deployed() {
        return deployed;
    }

    @Override
    public void deploy(Deployment changed) {
        var before = deployed;
        deployed = changed;
        front.judgeBy(changed);
        host.deploy(changed);
        // What a process does once, such as taking its role or opening its log, is to be done under what the role says
        // now.
        changed.functions().stream()
                .filter(function -> !rights(before, function).equals(rights(changed, function)))
                .forEach(function -> host.recycle(function.name()));
        deliveries.deploy(changed);
        gateway.deploy(changed);
    }

    /** What the role of a function says: who may take it, and what it may do. */
    private static List<String> rights(Deployment deployment, DeployedFunction function) {
        return Stream.concat(
                        deployment
                                .of("aws_iam_role")
                                .filter(role -> role.need("name").equals(function.roleName()))
                                .flatMap(role -> role.text("assume_role_policy").stream()),
                        deployment
                                .of("aws_iam_role_policy")
                                .filter(policy -> policy.need("role").equals(function.roleName()))
                                .flatMap(policy -> policy.text("policy").stream()))
                .toList();
    }

    @Override
    public Judge judge() {
        return front.judge();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public void goOff(String rule) {
        deliveries.goOff(rule);
    }

    @Override
    public void recycle(String function) {
        host.recycle(output("function_name_" + function));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (front;
                host;
                deliveries;
                gateway;
                secret) {
            alerts.close();
        }
    }
}
