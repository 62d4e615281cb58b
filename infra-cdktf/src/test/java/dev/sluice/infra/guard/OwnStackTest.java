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
import dev.sluice.guard.suppress.Suppression;
import dev.sluice.guard.suppress.SuppressionFile;
import dev.sluice.infra.Exceptions;
import dev.sluice.infra.Synthesized;
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
            StackJson.of(Synthesized.written("dev", "{\"access_logs\": true}").json());

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
        var stack = StackJson.of(Synthesized.written(preset, "{}").json());
        var graph = stack.graph();
        assertThat(graph.unreadable()).isEmpty();
        assertThat(graph.resources()).hasSizeGreaterThan(100);
        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(Sifted.of(look(graph, today), graph.resources(), CARDS, exceptions(preset, today), today)
                        .kept())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    @DisplayName("finds a change by its rule, and by no other")
    void mutationIsFound(Mutation mutation) {
        var broken = look(mutation.graph(STACK), OF_MUTATIONS).stream()
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

    private static List<Suppression> exceptions(String preset, LocalDate today) throws FileMistake {
        return SuppressionFile.read(Exceptions.FILE, Exceptions.of(Synthesized.settings(preset, "{}")), today);
    }

    private static List<Finding> look(ResourceGraph graph, LocalDate today) {
        var tags = Set.of("Project", "Environment", "ManagedBy", "CostCenter");
        return Guard.look(graph, new Expectations(today, tags, Expectations.USUAL_CONCURRENCY));
    }
}
