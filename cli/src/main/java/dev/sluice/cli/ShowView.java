package dev.sluice.cli;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.text.Printable;
import dev.sluice.local.Trail;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One transaction as people read it: what it is, its way hop by hop, then what is known of it. */
final class ShowView {

    private static final int WIDTH = 80;
    private static final int POINTS_A_MARK = 5;
    private static final int FULL = 100 / POINTS_A_MARK;

    private final List<String> lines = new ArrayList<>();
    private final Json document;
    private final Trail trail;

    private ShowView(Json document, Trail trail) {
        this.document = document;
        this.trail = trail;
    }

    /**
     * Writes it out.
     *
     * @param document the pipeline's own
     */
    static String of(Json document, Trail trail) {
        var view = new ShowView(document, trail);
        view.head();
        view.way();
        view.tables();
        view.history();
        view.unknown();
        return String.join(System.lineSeparator(), view.lines);
    }

    private void head() {
        lines.add(text("/transaction/type") + " " + text("/id") + " of " + text("/source") + ": "
                + text("/status").toUpperCase(Locale.ROOT));
        lines.add("");
        var billed = document.text("/transaction/billingAmount")
                .filter(amount -> !text("/transaction/currency").equals(text("/transaction/billingCurrency")))
                .map(amount -> ", billed " + amount + " " + text("/transaction/billingCurrency"))
                .orElse("");
        line("amount", text("/transaction/amount") + " " + text("/transaction/currency") + billed);
        line(
                "on",
                text("/transaction/occurredAt")
                        + document.text("/zone").map(zone -> " in " + zone).orElse(""));
        line("account", text("/transaction/accountId"));
        optional("merchant", "/transaction/merchant/name");
        optional("original", "/transaction/originalId");
    }

    private void way() {
        title("its way (UTC)");
        hop("received", document.text("/receivedAt"), "correlation id " + text("/correlationId"));
        hop("stored", document.text("/storedAt"), "");
        hop(
                "enriched",
                trail.enrichedAt().map(Instant::toString),
                document.text("/context/asOf/transactions")
                        .map(count -> "knowing " + count + " transactions of the account")
                        .orElse("not yet"));
        risk();
        for (var alert : trail.alerts()) {
            hop(
                    "alert",
                    Optional.of(alert.firstAt().toString()),
                    alert.alertId() + (alert.times() > 1 ? ", published " + alert.times() + " times" : ""));
        }
        for (var way : trail.underWay()) {
            line(
                    "under way",
                    way.function() + " is still to do its work, attempts so far: " + way.attempts()
                            + way.lastReason()
                                    .map(reason -> "; the last failed: " + Printable.of(reason))
                                    .orElse(""));
        }
        for (var conflict : document.items("/conflicts")) {
            hop("conflict", conflict.text("/receivedAt"), "other content under this id; what was stored first stays");
        }
        for (var letter : trail.deadLetters()) {
            line(
                    "dead letter",
                    letter.number() + " of " + Printable.of(letter.function()) + " after " + letter.attempts()
                            + " attempts: " + Printable.of(letter.reasons().getLast(), 60));
        }
    }

    private void risk() {
        document.text("/risk/score").ifPresent(score -> {
            var marks = Math.min(FULL, (Integer.parseInt(score) + POINTS_A_MARK - 1) / POINTS_A_MARK);
            var flagged = document.text("/risk/flagged").filter("true"::equals).isPresent();
            line(
                    flagged ? "flagged" : "not flagged",
                    "[" + "#".repeat(marks) + ".".repeat(FULL - marks) + "] score " + score + " of 100");
        });
        for (var reason : document.items("/risk/reasons")) {
            line(
                    "",
                    String.format(Locale.ROOT, "+%-3s ", reason.text("/points").orElse(""))
                            + Printable.of(reason.text("/code").orElse("") + ": "
                                    + reason.text("/sentence").orElse("")));
        }
    }

    private void tables() {
        title("known from tables");
        optional("category", "/enrichment/merchantCategory/code", "/enrichment/merchantCategory/description");
        optional("country", "/enrichment/merchantCountry/name", "/enrichment/merchantCountry/region");
        optional("card scheme", "/enrichment/cardScheme");
        optional("masked card", "/enrichment/maskedCard");
        optional("day part", "/enrichment/dayPart");
        line("weekend", text("/enrichment/weekend").equals("true") ? "yes" : "no");
    }

    private void history() {
        if (document.at("/context").isEmpty()) {
            return;
        }
        title("known from the account's history");
        for (var window : List.of("1h", "24h", "30d")) {
            for (var activity : document.items("/context/windows/" + window)) {
                line(
                        "within " + window,
                        String.format(
                                Locale.ROOT,
                                "%6s  %16s %s",
                                activity.text("/count").orElse(""),
                                activity.text("/sum").orElse(""),
                                activity.text("/currency").orElse("")));
            }
        }
        var first = Stream.of("merchant", "country", "currency")
                .filter(kind -> document.text("/context/" + kind + "FirstSeen")
                        .filter("true"::equals)
                        .isPresent())
                .collect(Collectors.joining(", "));
        line("first seen", first.isEmpty() ? "nothing" : first);
        optional("since previous", "/context/sincePrevious");
        optional("duplicate of?", "/context/suspectedDuplicateOf");
        optional("rate", "/context/effectiveRate");
        document.at("/context/rateDeviation")
                .ifPresent(off -> line(
                        "  off by",
                        off.text("/deviation").orElse("") + " from the median "
                                + off.text("/median").orElse("") + " of "
                                + off.text("/rates").orElse("") + " earlier ones"));
        document.at("/context/original")
                .ifPresent(original -> line(
                        "original",
                        original.text("/amount").orElse("") + " "
                                + original.text("/currency").orElse("") + ", returned so far "
                                + original.text("/returned").orElse("")));
    }

    /** What is absent, with the reason why. */
    private void unknown() {
        var absent = Stream.of("/enrichment/absent", "/context/absent")
                .flatMap(pointer -> document.at(pointer).stream())
                .flatMap(ShowView::members)
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            lines.add("");
            line("not known", absent);
        }
    }

    private static Stream<String> members(Json absent) {
        return absent instanceof Json.Obj(var members)
                ? members.keySet().stream()
                        .map(name -> words(name) + " ("
                                + words(absent.text("/" + name).orElse("")) + ")")
                : Stream.empty();
    }

    /** {@code merchantCategory} reads as {@code merchant category}. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private void title(String title) {
        lines.add("");
        lines.add(title);
    }

    private void hop(String name, Optional<String> at, String what) {
        line(name, at.map(ShowView::moment).orElse("-") + (what.isEmpty() ? "" : "  " + Printable.of(what)));
    }

    private static String moment(String instant) {
        try {
            return Printable.of(Instant.parse(instant));
        } catch (DateTimeParseException e) {
            return Printable.of(instant);
        }
    }

    private void optional(String name, String... pointers) {
        var value = Stream.of(pointers)
                .flatMap(pointer -> document.text(pointer).stream())
                .map(Printable::of)
                .collect(Collectors.joining(", "));
        if (!value.isEmpty()) {
            line(name, value);
        }
    }

    private String text(String pointer) {
        return Printable.of(document.text(pointer).orElse("-"));
    }

    private void line(String name, String value) {
        var parts = Printable.wrapped(value, WIDTH);
        for (var i = 0; i < parts.size(); i++) {
            lines.add(String.format(Locale.ROOT, "  %-15s %s", i == 0 ? name : "", parts.get(i))
                    .stripTrailing());
        }
    }
}
