package dev.sluice.integration.sandbox;

import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.removal.Removal;
import dev.sluice.integration.sandbox.scenario.FailedCallsBecomeLetters;
import dev.sluice.integration.sandbox.scenario.OnlyWhatIsNewIsEnriched;
import dev.sluice.integration.sandbox.scenario.PoisonMessage;
import dev.sluice.integration.sandbox.scenario.PositionIsRedriven;
import dev.sluice.integration.sandbox.scenario.Scenario;
import dev.sluice.integration.sandbox.scenario.Scenarios;
import dev.sluice.integration.sandbox.scenario.UndeliverableIsKept;
import dev.sluice.integration.sandbox.scenario.compliance.NothingIsFoundInWhatIsWhole;
import dev.sluice.integration.sandbox.scenario.compliance.NothingTravelsOpen;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes one thing out of a deployment, and looks which scenario fails without it, and what it says. */
final class Taken {

    private static final int LONGEST_CAUSE = 400;

    private final EmulatedSandbox sandbox;
    private final Deployment whole;

    Taken(EmulatedSandbox sandbox, Deployment whole) {
        this.sandbox = sandbox;
        this.whole = whole;
    }

    /**
     * What came of it.
     *
     * @param removal what was taken out
     * @param scenario the scenario that failed
     * @param said what it said: what failed, and the likeliest cause
     */
    record Red(Removal removal, String scenario, List<String> said) {

        /** Whether it names what was taken out. */
        boolean namesIt() {
            return removal.isNamedIn(String.join("\n", said));
        }
    }

    /** The first scenario that fails; empty where nobody misses it. The deployment is whole again afterwards. */
    Optional<Red> out(Removal removal, Optional<String> likeliest) {
        try {
            sandbox.deploy(removal.after().get());
            return order(removal, likeliest)
                    .flatMap(scenario -> red(removal, scenario).stream())
                    .findFirst();
        } finally {
            sandbox.deploy(whole);
            sandbox.settle();
            empty();
        }
    }

    /** Each scenario has a name of its own in the journal: what one was refused is no failure of the next. */
    private Optional<Red> red(Removal removal, Scenario scenario) {
        sandbox.journal().begin("without " + removal + ": " + scenario.name());
        return Suite.failure(scenario, sandbox).map(said -> new Red(removal, scenario.name(), causes(removal, said)));
    }

    /** What a scenario left that ended early is no letter of the next one's. */
    private void empty() {
        whole.outputs("queue_url_")
                .values()
                .forEach(url -> sandbox.operator().sqs().purgeQueue(request -> request.queueUrl(url)));
    }

    /** All scenarios, the likeliest first: it is only a matter of time. */
    private static Stream<Scenario> order(Removal removal, Optional<String> likeliest) {
        return Suite.scenarios()
                .sorted(Comparator.comparing(scenario -> !likeliest
                        .map(name -> scenario.name().equals(name))
                        .orElseGet(() -> likeliest(removal.kind()).isInstance(scenario))));
    }

    private static Class<? extends Scenario> likeliest(Removal.Kind kind) {
        return switch (kind) {
            case FILTER -> OnlyWhatIsNewIsEnriched.class;
            case PARTIAL_FAILURES -> PoisonMessage.class;
            case FAILURE_DESTINATION -> PositionIsRedriven.class;
            case DEAD_LETTER_TARGET -> FailedCallsBecomeLetters.class;
            case REDRIVE -> UndeliverableIsKept.class;
            case SCHEDULE -> NothingIsFoundInWhatIsWhole.class;
            case DENIAL -> NothingTravelsOpen.class;
            case ACTION, STATEMENT, TRUST, VARIABLE, SUBSCRIPTION, SOURCE, PERMISSION, ROUTE, USAGE_PLAN, ALARM ->
                Scenarios.ALL.getFirst().getClass();
        };
    }

    /** What failed, and the likeliest cause of what follows it. */
    private static List<String> causes(Removal removal, String said) {
        var lines = said.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("what may be the cause"))
                .toList();
        var named = lines.stream()
                .filter(removal::isNamedIn)
                .findFirst()
                .or(() -> lines.stream().filter(Taken::isCause).findFirst());
        return Stream.concat(lines.stream().limit(1), named.stream())
                .distinct()
                .map(line -> line.length() > LONGEST_CAUSE ? line.substring(0, LONGEST_CAUSE) + " …" : line)
                .toList();
    }

    private static boolean isCause(String line) {
        return Stream.of(" may not ", " failed: ", "did not arrive").anyMatch(line::contains);
    }
}
