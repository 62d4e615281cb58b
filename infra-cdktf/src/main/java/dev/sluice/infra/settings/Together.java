package dev.sluice.infra.settings;

import dev.sluice.blueprint.Trigger;
import java.util.ArrayList;

/** What settings must keep together, each broken rule told with its arithmetic. */
final class Together {

    /** AWS keeps so many executions for functions that reserve none, and refuses what would take them. */
    static final int LEFT_UNRESERVED = 100;

    private Together() {}

    static void check(Settings settings) {
        theAccountHasWhatIsReserved(settings);
        theRuntimeCanDoWhatIsAsked(settings);
        for (var function : Options.FUNCTIONS) {
            var reserved = settings.reserved(function);
            var named = Options.reservedConcurrency(function).name();
            if (settings.get(Options.start(function)) instanceof Start.Provisioned provisioned
                    && reserved.isPresent()
                    && reserved.get() < provisioned.executions()) {
                throw new Unusable(Options.start(function).name() + " keeps " + provisioned.executions()
                        + " executions warm, which is more than the " + reserved.get() + " of " + named);
            }
            for (var trigger : function.triggers()) {
                if (trigger instanceof Trigger.Messages messages
                        && reserved.isPresent()
                        && reserved.get() < messages.concurrency()) {
                    throw new Unusable(
                            named + " is " + reserved.get() + ", fewer than the " + messages.concurrency()
                                    + " batches that the queue "
                                    + messages.queue().name()
                                    + " hands over at once: what is throttled would be received again until it is a dead letter");
                }
            }
        }
        if (settings.get(Options.CLIENT_RATE) > settings.get(Options.API_RATE)) {
            throw new Unusable("client_rate is " + settings.get(Options.CLIENT_RATE) + ", more than the "
                    + settings.get(Options.API_RATE) + " of api_rate that all clients share");
        }
        if (settings.get(Options.CLIENT_BURST) > settings.get(Options.API_BURST)) {
            throw new Unusable("client_burst is " + settings.get(Options.CLIENT_BURST) + ", more than the "
                    + settings.get(Options.API_BURST) + " of api_burst that all clients share");
        }
    }

    private static void theRuntimeCanDoWhatIsAsked(Settings settings) {
        if (settings.get(Options.RUNTIME) == LambdaRuntime.MANAGED) {
            return;
        }
        if (settings.get(Options.ARCHITECTURE) == Architecture.ARM64) {
            throw new Unusable(
                    "architecture is \"arm64\", but the runtime \"own\" is made for x86_64 alone: leave architecture"
                            + " out, or choose the runtime \"managed\"");
        }
        for (var function : Options.FUNCTIONS) {
            if (settings.runtimeOf(function) == LambdaRuntime.OWN
                    && settings.get(Options.start(function)) instanceof Start.SnapStart) {
                throw new Unusable(
                        Options.start(function).name() + " is \"snapstart\", which Lambda has for its own runtimes"
                                + " alone: with the runtime \"own\" it is \"cold\" or \"provisioned:N\"");
            }
        }
    }

    private static void theAccountHasWhatIsReserved(Settings settings) {
        var sum = 0L;
        var terms = new ArrayList<String>();
        for (var function : Options.FUNCTIONS) {
            var reserved = settings.reserved(function);
            if (reserved.isPresent()) {
                sum += reserved.get();
                terms.add(function.name() + " " + reserved.get());
            }
        }
        var quota = settings.get(Options.ACCOUNT_CONCURRENCY);
        var most = quota - LEFT_UNRESERVED;
        if (!terms.isEmpty() && sum > most) {
            throw new Unusable(
                    "reserved_concurrency: " + String.join(" + ", terms) + " = " + sum + ", but account_concurrency "
                            + quota + " - " + LEFT_UNRESERVED + " that must stay unreserved leaves " + Math.max(most, 0)
                            + "; reserve less, or \"none\", or have AWS raise the quota");
        }
    }
}
