package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Account;
import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;
import dev.sluice.cli.stacks.Backend;
import dev.sluice.cli.stacks.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether names that the stack would take are free, for one kind of resource whose names an account has once. */
final class NameCheck implements Check {

    static final Check LOG_GROUPS = new NameCheck("log groups", "log group", Stack::logGroups, Account::logGroup);
    static final Check TABLES = new NameCheck("tables", "table", Stack::tables, Account::table);

    private static final List<String> OWN_TAGS = List.of("Environment", "ManagedBy");

    private final String kind;
    private final String one;
    private final Function<Stack, List<Stack.Named>> names;
    private final BiFunction<Account, String, Answer<Optional<Map<String, String>>>> tags;

    private NameCheck(
            String kind,
            String one,
            Function<Stack, List<Stack.Named>> names,
            BiFunction<Account, String, Answer<Optional<Map<String, String>>>> tags) {
        this.kind = kind;
        this.one = one;
        this.names = names;
        this.tags = tags;
    }

    @Override
    public String what() {
        return kind;
    }

    @Override
    public String wanted() {
        return "no " + one + " of these names but the stack's own";
    }

    @Override
    public Finding look(Subject subject) {
        var own = new ArrayList<Stack.Named>();
        var foreign = new ArrayList<Stack.Named>();
        var unknown = new ArrayList<Answer.Unknown<?>>();
        var all = names.apply(subject.stack());
        for (var name : all) {
            switch (existing(subject, name)) {
                case Answer.Unknown<Optional<Map<String, String>>> untold -> unknown.add(untold);
                case Answer.Known<Optional<Map<String, String>>>(var found) ->
                    found.ifPresent(has -> (isOwn(subject.stack(), has) ? own : foreign).add(name));
            }
        }
        if (!foreign.isEmpty()) {
            return stop(
                    listed(foreign) + (foreign.size() == 1 ? " is" : " are")
                            + " there and not from a deploy of this stack",
                    importing(subject, foreign, "Import it, delete it, or choose another ENVIRONMENT_SUFFIX:"));
        }
        if (!own.isEmpty() && stateIsElsewhere(subject)) {
            return stop(
                    listed(own) + (own.size() == 1 ? " was" : " were")
                            + " deployed before, and this machine has no state of it",
                    importing(subject, own, "Deploy from where the state is, or import what is there:"));
        }
        if (!unknown.isEmpty()) {
            return cannotTell(unknown.getFirst());
        }
        return fine(free(own.size(), all.size()));
    }

    private static String free(int own, int all) {
        if (all == 0) {
            return "the stack names none";
        }
        return own == 0 ? "none of its " + all + " is taken" : own + " of " + all + " deployed before, the rest free";
    }

    private Answer<Optional<Map<String, String>>> existing(Subject subject, Stack.Named name) {
        return name.isExpression()
                ? new Answer.Unknown<>(
                        "only Terraform can work out the name of " + name.address(),
                        Remedy.of("Look at what terraform plan says of it"))
                : tags.apply(subject.account(), name.name());
    }

    /** Whether it has the tags that this stack puts on everything. */
    private static boolean isOwn(Stack stack, Map<String, String> tags) {
        return OWN_TAGS.stream()
                .allMatch(tag -> tags.containsKey(tag)
                        && tags.get(tag).equals(stack.tags().getOrDefault(tag, "")));
    }

    private static boolean stateIsElsewhere(Subject subject) {
        return subject.stack().backend() instanceof Backend.Local(var path)
                && !subject.machine().holds(Path.of(path));
    }

    private static String listed(List<Stack.Named> names) {
        return names.stream().map(Stack.Named::name).collect(Collectors.joining(", "));
    }

    private static Remedy importing(Subject subject, List<Stack.Named> names, String sentence) {
        return new Remedy(
                sentence,
                names.stream()
                        .map(name -> "terraform -chdir=" + subject.folder() + " import '" + name.address() + "' '"
                                + name.name() + "'")
                        .toList());
    }
}
