package dev.sluice.infra.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.json.FileMistake;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rules.Catalogue;
import dev.sluice.guard.suppress.Sifted;
import dev.sluice.guard.suppress.SuppressionFile;
import dev.sluice.infra.Synthesized;
import dev.sluice.infra.settings.Exceptions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The guard, over our own stack")
class OwnStackTest {

    /** What has an end has it before or after a day; a change is one that breaks a rule on this one. */
    private static final LocalDate OF_MUTATIONS = LocalDate.of(2026, 11, 25);

    /** With an access log, which a sandbox has none of by its preset: it would need the account's role for it. */
    private static final StackJson STACK =
            StackJson.of(Synthesized.written(Synthesized.Stack.TRANSACTIONS, "dev", "{\"access_logs\": true}")
                    .json());

    private static final StackJson WATCH = StackJson.of(
            Synthesized.written(Synthesized.Stack.COMPLIANCE, "dev", "{}").json());

    private static final List<Card> CARDS =
            Catalogue.ALL.stream().map(Rule::card).toList();

    static Stream<Mutation> mutations() {
        return Stream.of(
                        LambdaMutations.ALL,
                        IamMutations.ALL,
                        ApiGatewayMutations.ALL,
                        CloudWatchMutations.ALL,
                        SqsMutations.ALL,
                        SnsMutations.ALL,
                        DynamoDbMutations.ALL,
                        KmsMutations.ALL,
                        S3Mutations.ALL,
                        AccountMutations.ALL)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    @DisplayName(
            "has nothing against the stack of a preset but what its settings decide with a reason, and nothing that it cannot tell")
    void presetIsClean(String preset) throws FileMistake {
        var exceptions = Exceptions.ofTransactions(Synthesized.settings(preset, "{}"));
        isClean(Synthesized.written(Synthesized.Stack.TRANSACTIONS, preset, "{}"), 100, exceptions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    @DisplayName("has nothing more against functions with a runtime of their own")
    void ownRuntimeIsClean(String preset) throws FileMistake {
        var own = "{\"runtime\": \"own\"}";
        var exceptions = Exceptions.ofTransactions(Synthesized.settings(preset, own));
        isClean(Synthesized.written(Synthesized.Stack.TRANSACTIONS, preset, own), 100, exceptions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    @DisplayName("has nothing at all against what watches it")
    void presetOfTheWatchIsClean(String preset) throws FileMistake {
        isClean(Synthesized.written(Synthesized.Stack.COMPLIANCE, preset, "{}"), 50, Exceptions.ofCompliance());
    }

    private static void isClean(Synthesized stack, int least, String exceptions) throws FileMistake {
        var graph = StackJson.of(stack.json()).graph();
        assertThat(graph.unreadable()).isEmpty();
        assertThat(graph.resources()).hasSizeGreaterThan(least);
        var today = LocalDate.now(ZoneOffset.UTC);
        var decided = SuppressionFile.read(Exceptions.FILE, exceptions, today);
        assertThat(Sifted.of(look(graph, today), graph.resources(), CARDS, decided, today)
                        .kept())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    @DisplayName("finds a change by its rule, and by no other")
    void mutationIsFound(Mutation mutation) {
        isFound(mutation, STACK);
    }

    static Stream<Mutation> mutationsOfTheWatch() {
        return WatchMutations.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("mutationsOfTheWatch")
    @DisplayName("finds a change of what watches it by its rule, and by no other")
    void mutationOfTheWatchIsFound(Mutation mutation) {
        isFound(mutation, WATCH);
    }

    private static void isFound(Mutation mutation, StackJson stack) {
        var broken = look(mutation.graph(stack), OF_MUTATIONS).stream()
                .filter(Finding::isBroken)
                .toList();
        assertThat(broken.stream().map(finding -> finding.rule().id()).collect(Collectors.toSet()))
                .as(() -> broken.toString())
                .containsExactly(mutation.rule());
    }

    @Test
    @DisplayName("has a change for every rule")
    void everyRuleHasAMutation() {
        assertThat(mutations().map(Mutation::rule).collect(Collectors.toSet()))
                .containsAll(
                        Catalogue.ALL.stream().map(rule -> rule.card().id()).toList());
    }

    private static List<Finding> look(ResourceGraph graph, LocalDate today) {
        var tags = Set.of("Project", "Environment", "ManagedBy", "CostCenter");
        return Guard.look(graph, new Expectations(today, tags, Expectations.USUAL_CONCURRENCY));
    }
}
