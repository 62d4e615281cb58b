package dev.sluice.integration.sandbox.report;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Effect;
import dev.sluice.guard.iam.Patterns;
import dev.sluice.guard.iam.Policy;
import dev.sluice.guard.iam.Rights;
import dev.sluice.guard.iam.Statement;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One action that a role was granted on one resource, and what became of it.
 *
 * <p>A call that two statements allow belongs to the one that the judge named; where it named none of them, to both.
 *
 * @param role the role's name
 * @param statement the statement's sid; where it has none its number, from 1, as {@code #2}
 * @param action {@code sqs:SendMessage}, as the policy has it
 * @param resource an ARN or a pattern, as the policy has it
 * @param used how many entries of the journal it allowed, which may have like calls of a test once; 0 where nothing
 *     needed it
 * @param tests the tests that these calls belong to, each once
 */
public record Granted(String role, String statement, String action, String resource, int used, List<String> tests) {

    private static final String EVERYTHING = "*";

    public Granted {
        tests = List.copyOf(tests);
    }

    /** Everything that the deployed roles are granted, role by role. */
    public static List<Granted> of(Deployment deployment, Journal journal) {
        var unused = listed(deployment);
        var calls = journal.entries().stream()
                .flatMap(entry -> entry.event() instanceof Event.Asked asked && asked.allowed()
                        ? Stream.of(new Call(entry.test(), asked))
                        : Stream.empty())
                .toList();
        return unused.stream()
                .map(grant -> grant.with(
                        calls.stream().filter(call -> call.isBy(grant, unused)).toList()))
                .toList();
    }

    /** The actions of statements that nothing needed, on whichever of the statement's resources. */
    public static List<String> actionsUnused(List<Granted> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        each -> each.role() + ": " + each.action() + " (" + each.statement() + ")",
                        TreeMap::new,
                        Collectors.summingInt(Granted::used)))
                .entrySet()
                .stream()
                .filter(action -> action.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether nothing needed it. */
    public boolean isUnused() {
        return used == 0;
    }

    private boolean allows(Event.Asked asked) {
        return role.equals(asked.caller())
                && Wildcards.action(action, asked.action())
                && Wildcards.resource(resource, asked.resource());
    }

    private boolean isNamedBy(Event.Asked asked) {
        return asked.why().contains("statement " + statement + " of ");
    }

    private Granted with(List<Call> calls) {
        return new Granted(
                role,
                statement,
                action,
                resource,
                calls.size(),
                calls.stream().map(Call::test).distinct().toList());
    }

    private record Call(String test, Event.Asked asked) {

        boolean isBy(Granted grant, List<Granted> all) {
            return grant.allows(asked)
                    && (grant.isNamedBy(asked)
                            || all.stream().noneMatch(other -> other.allows(asked) && other.isNamedBy(asked)));
        }
    }

    private static List<Granted> listed(Deployment deployment) {
        var rights = new Rights(deployment.graph());
        var all = new ArrayList<Granted>();
        for (var role : deployment.graph().of("aws_iam_role")) {
            for (var policy : rights.policies(role)) {
                all.addAll(listed(name(role), policy));
            }
        }
        return all;
    }

    private static List<Granted> listed(String role, Policy policy) {
        var all = new ArrayList<Granted>();
        int number = 0;
        for (var statement : policy.statements()) {
            number++;
            if (statement.effect() == Effect.ALLOW) {
                all.addAll(listed(role, statement.sid().orElse("#" + number), statement));
            }
        }
        return all;
    }

    private static List<Granted> listed(String role, String name, Statement statement) {
        return texts(statement.actions()).stream()
                .flatMap(action -> texts(statement.resources()).stream()
                        .map(resource -> new Granted(role, name, action, resource, 0, List.of())))
                .toList();
    }

    /** What names everything but a few comes down to everything. */
    private static List<String> texts(Patterns patterns) {
        return patterns.except()
                ? List.of(EVERYTHING)
                : patterns.texts().stream().map(Granted::text).toList();
    }

    private static String text(Value.Text text) {
        return text.asText().orElseGet(text::toString);
    }

    private static String name(Resource role) {
        return role.at("name").asText().orElseThrow();
    }
}
