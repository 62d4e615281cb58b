package dev.sluice.integration.sandbox.authorize;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.host.Functions;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * AWS as the suite sees it: the emulator behind the deployed policies. Every call is judged by the role that signed it, and
 * passed on where the policies allow it; what the emulator does not do, invoking functions, is done here.
 *
 * <p>A signature is not worked out again, and of a call's condition keys those are known that {@link Judge} and the
 * {@link Asks} name: a policy that asks for another allows nothing.
 */
public final class Front implements AutoCloseable {

    private final Journal journal;
    private final InstantSource clock;
    private final Upstream upstream;
    private final ShardIterators iterators = new ShardIterators();
    private final AccessKeys keys = new AccessKeys();
    private final Invocations invocations = new Invocations();
    private final Faults faults = new Faults();
    private final List<Consumer<Published>> subscribers = new CopyOnWriteArrayList<>();
    private final Credentials operator = keys.give(new AccessKeys.Caller.Operator());
    private final Listener listener;
    private volatile Court court;

    private Front(URI emulator, Deployment deployment, Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        this.upstream = new Upstream(emulator);
        this.court = court(deployment);
        this.listener = Listener.open(this::reply);
    }

    /** Stands before an emulator that holds what was deployed. */
    public static Front open(URI emulator, Deployment deployment, Journal journal) {
        return open(emulator, deployment, journal, InstantSource.system());
    }

    /** The same by another clock, which the journal's times are of. */
    public static Front open(URI emulator, Deployment deployment, Journal journal, InstantSource clock) {
        return new Front(emulator, deployment, journal, clock);
    }

    /** The endpoint of every service. */
    public URI url() {
        return listener.url();
    }

    /** From now on the policies of this deployment count. */
    public void judgeBy(Deployment deployment) {
        court = court(deployment);
    }

    /** Who judges at present. */
    public Judge judge() {
        return court.judge();
    }

    /**
     * Credentials of a function's role, as Lambda takes them before it starts the function.
     *
     * @throws RoleNotTaken where the role's trust policy does not let Lambda
     */
    public Credentials of(DeployedFunction function) {
        var verdict = court.mayTakeRole(function);
        if (!verdict.allowed()) {
            throw new RoleNotTaken(function.role(), verdict.why());
        }
        return keys.give(new AccessKeys.Caller.Role(function.roleName()));
    }

    /** The suite's own credentials, which may do everything. */
    public Credentials operator() {
        return operator;
    }

    /** Who answers invocations. */
    public void functions(Functions functions) {
        invocations.by(functions);
    }

    /** Is told of each message that a topic takes, before its sender is. */
    public void onPublish(Consumer<Published> subscriber) {
        subscribers.add(subscriber);
    }

    /** The faults that functions' calls meet. */
    public Faults faults() {
        return faults;
    }

    private Court court(Deployment deployment) {
        return new Court(deployment, new Statute(deployment, iterators), journal, clock);
    }

    private Reply reply(Incoming request) {
        var signature = Signature.of(request);
        if (signature.isEmpty()) {
            return Protocol.REST_JSON.answer(
                    ServiceError.of(403, "MissingAuthenticationTokenException"), "Missing Authentication Token");
        }
        var operation = Operation.of(signature.get(), request);
        var token = request.header("X-Amz-Security-Token").orElse("");
        return keys.whose(signature.get().accessKey(), token)
                .map(caller -> switch (caller) {
                    case AccessKeys.Caller.Operator() -> done(operation, "operator");
                    case AccessKeys.Caller.Role(var name) -> judged(name, operation);
                })
                .orElseGet(() -> Dialect.spoken(operation)
                        .answer(Failure.UNRECOGNIZED, "The security token included in the request is invalid."));
    }

    private Reply judged(String role, Operation operation) {
        var hearing = court.hear(role, operation);
        if (hearing.objection().isPresent()) {
            var needed = hearing.objection().get().needed();
            return Dialect.spoken(operation)
                    .answer(
                            needed.isOfKey() ? Failure.KEY_DENIED : Failure.DENIED,
                            said(role, hearing.objection().get()));
        }
        var fault = faults.meet(role, hearing);
        fault.ifPresent(
                met -> journal.write(clock.instant(), new Event.Faulted(role, operation.action(), met.toString())));
        var reply = fault.map(met -> faulted(met, role, operation)).orElseGet(() -> done(operation, role));
        if (reply instanceof Reply.Answer answer && answer.status() == 200) {
            Effects.of(court.deployment(), role, hearing).ifPresent(effect -> journal.write(clock.instant(), effect));
        }
        return reply;
    }

    private Reply faulted(Fault fault, String role, Operation operation) {
        return switch (fault) {
            case Fault.Answered(var kind) ->
                Dialect.spoken(operation)
                        .answer(
                                switch (kind) {
                                    case THROTTLED -> Failure.THROTTLED;
                                    case FAILING -> Failure.FAILING;
                                    case REFUSED -> Failure.REFUSED;
                                    case GONE -> Failure.GONE;
                                },
                                "on purpose");
            case Fault.Cut() -> new Reply.Cut();
            case Fault.LostAnswer() -> {
                done(operation, role);
                yield new Reply.Cut();
            }
        };
    }

    private Reply done(Operation operation, String by) {
        var invoked = operation.invoked();
        if (invoked.isPresent()) {
            return invocations.answer(court.deployment(), invoked.get(), operation, by);
        }
        var answer = upstream.forward(operation.request());
        iterators.notice(operation, answer);
        Publications.of(operation, answer, clock.instant())
                .forEach(published -> subscribers.forEach(subscriber -> subscriber.accept(published)));
        return answer;
    }

    private String said(String role, Hearing.Objection objection) {
        var needed = objection.needed();
        return "User: "
                + needed.service()
                        .orElse("arn:aws:sts::" + court.deployment().account() + ":assumed-role/" + role + "/sandbox")
                + " is not authorized to perform: " + needed.action() + " on resource: " + needed.arn() + " because "
                + objection.why();
    }

    @Override
    public void close() {
        listener.close();
        upstream.close();
    }
}
