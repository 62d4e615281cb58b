package dev.sluice.integration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sluice.handlers.aws.Emulator;
import dev.sluice.integration.sandbox.alarm.Watch;
import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.client.Access;
import dev.sluice.integration.sandbox.client.Leftovers;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Journal;
import dev.sluice.integration.sandbox.removal.Missed;
import dev.sluice.integration.sandbox.removal.Removal;
import dev.sluice.integration.sandbox.removal.Removals;
import dev.sluice.integration.sandbox.removal.RemovalsTable;
import dev.sluice.integration.sandbox.report.Granted;
import dev.sluice.integration.sandbox.report.Report;
import dev.sluice.integration.terraform.Guarded;
import dev.sluice.integration.terraform.TerraformFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The sandbox suite before the emulator: the synthesized stack is deployed by the real Terraform, every scenario is run
 * against it, each thing that is taken out of it is missed, and it goes again without a trace.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is for Linux")
@DisabledIfSystemProperty(named = "sandbox", matches = "aws", disabledReason = "AccountTest runs instead")
@Execution(ExecutionMode.CONCURRENT)
class SandboxTest {

    private static final Path REPORT = Path.of("target", "sandbox");
    private static final String SUFFIX = "dev";

    @TempDir
    private Path folder;

    private final Journal journal = new Journal();
    private final Suite suite = new Suite(journal);
    private final List<String> heard = new ArrayList<>();
    private final RemovalsTable table = new RemovalsTable();
    private final Instant started = Instant.now();
    private Stacks stacks;
    private EmulatedSandbox sandbox;
    private Deployment whole;
    private Missed missing;

    /** One after the other, whatever runs beside the class. */
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicNode> whatWasDeployedIsWhatRuns() throws IOException {
        TerraformFolder.assumeInstalled();
        deploy();
        return Stream.of(
                        scenarios(),
                        Stream.of(rights(), rung(), watched(), missed(), alarmsMissed()),
                        Stream.of(taken()),
                        Stream.of(looked(), planned(), destroyed()))
                .flatMap(part -> part);
    }

    private void deploy() throws IOException {
        stacks = Stacks.synthesized(folder, SUFFIX);
        stacks.apply();
        whole = stacks.deployed();
        sandbox =
                EmulatedSandbox.of(whole, Emulator.url(), journal, Files.createDirectory(folder.resolve("functions")));
    }

    private Stream<DynamicNode> scenarios() {
        return Suite.scenarios()
                .map(scenario -> test(scenario.name(), scenario.shows(), () -> {
                    Suite.run(scenario, sandbox);
                }));
    }

    /** Every action that a role was granted was used by some scenario; what is not used is not granted. */
    private DynamicTest rights() {
        return test(
                "everything that is granted is used",
                "Each action that a role may do was done by a scenario under that role.",
                () -> assertThat(Granted.actionsUnused(Granted.of(whole, journal)))
                        .as("actions that are granted and that no scenario used")
                        .isEmpty());
    }

    /** The deployed definitions, on the numbers that this run wrote down. */
    private DynamicTest rung() {
        return test(
                "alarms go off for what happened",
                "On the metrics of this run the alarms of conflicts and of failed records go off, and none that tells of"
                        + " something lost.",
                () -> assertThat(Rung.during(whole, journal, started))
                        .contains("sluice-conflicts-" + SUFFIX, "sluice-enricher-failed-records-" + SUFFIX)
                        .noneMatch(alarm -> alarm.contains("lost") || alarm.contains("recursion")));
    }

    private DynamicTest watched() {
        return test(
                "somebody is told of every trouble",
                "For everything that can go wrong with what was deployed, an alarm goes off and reaches the operations topic;"
                        + " and every alarm is of some trouble.",
                () -> {
                    assertThat(Watch.unheard(whole, sandbox.judge())).isEmpty();
                    assertThat(Watch.idle(whole)).isEmpty();
                });
    }

    /** Every action, statement and trust policy is taken away in turn, and the calls of this run are judged again. */
    private DynamicTest missed() {
        return test(
                "each right that is taken away is missed",
                "Without any one action of a role, statement of a resource's policy or trust policy, a scenario fails or a"
                        + " trouble is not heard of.",
                () -> {
                    missing = new Missed(journal);
                    var rights = Removals.of(whole).stream()
                            .filter(removal -> removal.kind().isRight())
                            .toList();
                    assertThat(rights).hasSizeGreaterThan(60);
                    assertThat(rights)
                            .filteredOn(removal ->
                                    isNotMissed(missing, removal.after().get()))
                            .as("rights that nobody would miss")
                            .isEmpty();
                });
    }

    private static boolean isNotMissed(Missed calls, Deployment changed) {
        return calls.first(changed).isEmpty()
                && Watch.unheard(changed, new Judge(changed)).isEmpty();
    }

    private DynamicTest alarmsMissed() {
        return test(
                "each alarm that is taken away is missed",
                "Without any one alarm, the trouble is named that nobody would be told of.",
                () -> {
                    var alarms = Removals.of(whole).stream()
                            .filter(removal -> removal.kind() == Removal.Kind.ALARM)
                            .toList();
                    assertThat(alarms).isNotEmpty();
                    for (var alarm : alarms) {
                        var unheard = Watch.unheard(alarm.after().get(), sandbox.judge());
                        assertThat(unheard).as(alarm.what()).isNotEmpty();
                        table.add(alarm, "somebody is told of every trouble", unheard.subList(0, 1));
                        heard.add(alarm.what() + ": " + unheard.getFirst());
                    }
                });
    }

    /** One of each kind, or with {@code -Dsandbox.removals=all} every one, is taken out and the scenarios are run again. */
    private DynamicNode taken() {
        boolean all = System.getProperty("sandbox.removals", "").equals("all");
        var chosen = new EnumMap<Removal.Kind, List<Removal>>(Removals.of(whole).stream()
                .filter(removal -> removal.kind() != Removal.Kind.ALARM)
                .collect(Collectors.groupingBy(Removal::kind)));
        var control = test(
                "without anything taken out nothing is missed",
                "What is told of the removals is not told of a deployment that is whole.",
                () -> assertThat(new Taken(sandbox, whole).out(Removal.none(whole), Optional.empty()))
                        .isEmpty());
        return dynamicContainer(
                "what is taken out is missed",
                Stream.concat(
                        all ? Stream.of(control) : Stream.empty(),
                        chosen.values().stream()
                                .flatMap(kind ->
                                        all ? kind.stream() : kind.stream().limit(1))
                                .map(removal -> test(
                                        "without " + removal,
                                        "The suite fails and names the cause.",
                                        () -> isMissed(removal)))));
    }

    private void isMissed(Removal removal) {
        var changed = removal.after().get();
        var likeliest = removal.kind().isRight() ? missing.first(changed) : Optional.<String>empty();
        var red = new Taken(sandbox, whole).out(removal, likeliest);
        if (red.isPresent()) {
            table.add(removal, red.get().scenario(), red.get().said());
            assertThat(red.get().namesIt())
                    .as("it is missed, and not named: " + red.get())
                    .isTrue();
            return;
        }
        var unheard = Watch.unheard(changed, new Judge(changed));
        assertThat(unheard).as("what is missed without " + removal).isNotEmpty();
        table.add(removal, "somebody is told of every trouble", unheard.subList(0, 1));
    }

    /** The rules hold for what was deployed as they do for what was synthesized. */
    private DynamicTest looked() {
        return test(
                "the guard finds nothing in what was deployed",
                "Every rule is asked of the deployed resources.",
                () -> assertThat(stacks.each())
                        .allSatisfy(stack -> assertThat(Guarded.brokenInASandbox(stack.graph()))
                                .isEmpty()));
    }

    private DynamicTest planned() {
        return test(
                "a second plan changes nothing",
                "What the account tells of itself is what was written.",
                () -> assertThat(stacks.plans("second"))
                        .allSatisfy(plan -> assertThat(plan.path("resource_changes"))
                                .isNotEmpty()
                                .allSatisfy(change -> assertThat(
                                                change.at("/change/actions/0").asText())
                                        .as(change.get("address").asText())
                                        .isIn("no-op", "read"))));
    }

    private DynamicTest destroyed() {
        return test(
                "destroyed, nothing is left",
                "terraform destroy leaves nothing in the state and nothing in the account.",
                () -> {
                    var account = Access.ofEmulator(Emulator.url(), whole.region());
                    assertThat(Leftovers.of(account, SUFFIX))
                            .as("before")
                            .noneSatisfy((kind, names) -> assertThat(names).isEmpty());
                    sandbox.close();
                    stacks.destroy();
                    assertThat(Leftovers.of(account, SUFFIX))
                            .allSatisfy(
                                    (kind, names) -> assertThat(names).as(kind).isEmpty());
                });
    }

    private DynamicTest test(String name, String what, Suite.Check check) {
        return dynamicTest(name, () -> suite.show(name, what, check));
    }

    @AfterEach
    void report() throws IOException {
        if (sandbox != null) {
            sandbox.close();
            table.write(REPORT.resolve("removals.md"));
            Report.write(REPORT, sandbox.target(), whole, journal, suite.shown(), heard, started, Instant.now());
            Report.summary(REPORT, whole, journal, suite.shown()).forEach(System.out::println);
        }
    }
}
