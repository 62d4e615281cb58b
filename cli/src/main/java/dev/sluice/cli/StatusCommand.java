package dev.sluice.cli;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.domain.money.Currency;
import dev.sluice.local.Census;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what a data folder holds, whether or not its pipeline runs. */
@Command(
        name = "status",
        description =
                "Prints what a data folder holds: transactions by status, conflicts, what waits and what was given "
                        + "up on. The pipeline need not run.",
        footer = {"", "Exits with 1 when there are conflicts or dead letters."})
final class StatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        var census = Census.read(data.path());
        var out = spec.commandLine().getOut();
        out.println(json ? JsonText.compact(document(census)) : text(census));
        out.flush();
        return census.conflicts() == 0 && census.deadLetters().isEmpty() ? ExitCodes.DONE : ExitCodes.FOUND;
    }

    private static String text(Census census) {
        var lines = new ArrayList<String>();
        line(lines, "running", census.running() ? "yes" : "no");
        new TreeMap<>(census.transactions())
                .forEach((status, count) -> line(lines, "transactions " + status.toLowerCase(Locale.ROOT), count));
        line(lines, "conflicts", census.conflicts());
        line(lines, "deliveries waiting", census.waiting().count());
        census.waiting().oldestDue().ifPresent(due -> line(lines, "  oldest due", due));
        if (census.deadLetters().isEmpty()) {
            line(lines, "dead letters", 0);
        }
        for (var letters : census.deadLetters()) {
            line(lines, "dead letters", letters.count() + " in " + letters.queue() + ": " + letters.reason());
        }
        for (var total : census.totals()) {
            var sum = decimal(total.currency(), total.minorUnits()) + " " + total.currency();
            line(lines, "billed, " + total.type().toLowerCase(Locale.ROOT), sum + " in " + total.count());
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static void line(List<String> lines, String what, Object value) {
        lines.add(String.format(Locale.ROOT, "%-26s %s", what, value));
    }

    private static Json document(Census census) {
        var members = new LinkedHashMap<String, Json>();
        members.put("running", new Json.Bool(census.running()));
        var statuses = new LinkedHashMap<String, Json>();
        new TreeMap<>(census.transactions())
                .forEach((status, count) -> statuses.put(status.toLowerCase(Locale.ROOT), number(count)));
        members.put("transactions", new Json.Obj(statuses));
        members.put("conflicts", number(census.conflicts()));
        members.put("waiting", waiting(census.waiting()));
        var deadLetters = new ArrayList<Json>();
        for (var letters : census.deadLetters()) {
            deadLetters.add(object(Map.of(
                    "queue", new Json.Str(letters.queue()),
                    "reason", new Json.Str(letters.reason()),
                    "count", number(letters.count()))));
        }
        members.put("deadLetters", new Json.Arr(deadLetters));
        var billed = new ArrayList<Json>();
        for (var total : census.totals()) {
            billed.add(object(Map.of(
                    "currency", new Json.Str(total.currency()),
                    "type", new Json.Str(total.type().toLowerCase(Locale.ROOT)),
                    "count", number(total.count()),
                    "sum", new Json.Str(decimal(total.currency(), total.minorUnits())))));
        }
        members.put("billed", new Json.Arr(billed));
        members.put("databaseBytes", number(census.databaseBytes()));
        return new Json.Obj(members);
    }

    private static Json waiting(Census.Waiting waiting) {
        var members = new LinkedHashMap<String, Json>();
        members.put("deliveries", number(waiting.count()));
        waiting.oldestDue().ifPresent(due -> members.put("oldestDue", new Json.Str(due.toString())));
        members.put("mostAttempts", number(waiting.mostAttempts()));
        return new Json.Obj(members);
    }

    private static Json object(Map<String, Json> members) {
        return new Json.Obj(new TreeMap<>(members));
    }

    private static Json number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }

    private static String decimal(String currency, BigInteger minorUnits) {
        return new BigDecimal(
                        minorUnits,
                        Currency.of(currency).map(Currency::minorUnits).orElse(0))
                .toPlainString();
    }
}
