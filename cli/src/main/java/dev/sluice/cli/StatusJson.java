package dev.sluice.cli;

import dev.sluice.cli.json.Json;
import dev.sluice.local.Census;
import dev.sluice.local.HopCensus;
import dev.sluice.local.Waiting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How a pipeline stands, as programs read it. */
final class StatusJson {

    private StatusJson() {}

    static Json of(Census census) {
        var members = new LinkedHashMap<String, Json>();
        members.put("readAt", new Json.Str(census.readAt().toString()));
        members.put("running", new Json.Bool(census.running()));
        members.put("stages", new Json.Arr(Stage.of(census).stream().map(StatusJson::stage).toList()));
        var statuses = new LinkedHashMap<String, Json>();
        new TreeMap<>(census.transactions())
                .forEach((status, count) -> statuses.put(status.toLowerCase(Locale.ROOT), number(count)));
        members.put("transactions", new Json.Obj(statuses));
        members.put("conflicts", number(census.conflicts()));
        members.put("waiting", waiting(census.waiting()));
        members.put("deadLetters", new Json.Arr(deadLetters(census.deadLetters())));
        members.put("billed", new Json.Arr(billed(census.totals())));
        members.put("databaseBytes", number(census.databaseBytes()));
        return new Json.Obj(members);
    }

    private static Json stage(Stage stage) {
        var members = new LinkedHashMap<String, Json>();
        members.put("stage", new Json.Str(stage.name()));
        members.put("function", new Json.Str(stage.function().name()));
        members.put("done", number(stage.done().all()));
        members.put("lastMinute", number(stage.done().lately()));
        stage.hop().ifPresent(hop -> hop(members, hop));
        return new Json.Obj(members);
    }

    private static void hop(Map<String, Json> members, HopCensus hop) {
        members.put("waiting", number(hop.waiting()));
        members.put("inFlight", number(hop.inFlight()));
        members.put("retried", number(hop.retried()));
        members.put("dead", number(hop.dead()));
        hop.oldest().ifPresent(since -> members.put("oldest", new Json.Str(since.toString())));
    }

    private static Json waiting(Waiting waiting) {
        var members = new LinkedHashMap<String, Json>();
        members.put("deliveries", number(waiting.deliveries()));
        members.put("streamRecords", number(waiting.streamRecords()));
        members.put("queueMessages", number(waiting.queueMessages()));
        members.put("all", number(waiting.count()));
        waiting.oldestDue().ifPresent(due -> members.put("oldestDue", new Json.Str(due.toString())));
        members.put("mostAttempts", number(waiting.mostAttempts()));
        return new Json.Obj(members);
    }

    private static List<Json> deadLetters(List<Census.DeadLetters> all) {
        var items = new ArrayList<Json>();
        for (var letters : all) {
            items.add(object(Map.of(
                    "queue", new Json.Str(letters.queue()),
                    "reason", new Json.Str(letters.reason()),
                    "count", number(letters.count()))));
        }
        return items;
    }

    private static List<Json> billed(List<Census.Total> totals) {
        var items = new ArrayList<Json>();
        for (var total : totals) {
            items.add(object(Map.of(
                    "currency", new Json.Str(total.currency()),
                    "type", new Json.Str(total.type().toLowerCase(Locale.ROOT)),
                    "count", number(total.count()),
                    "sum", new Json.Str(StatusView.decimal(total.currency(), total.minorUnits())))));
        }
        return items;
    }

    private static Json object(Map<String, Json> members) {
        return new Json.Obj(new TreeMap<>(members));
    }

    private static Json number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }
}
