package dev.sluice.console.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.Asking;
import dev.sluice.console.Stored;
import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.handlers.port.Draft;
import dev.sluice.handlers.port.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever follows a search's cursors to the end has seen exactly what was looked for, each once and in its order. */
class SearchProperties {

    private static final Map<String, Integer> DIGITS = Map.of("JPY", 0, "GBP", 2, "BHD", 3);
    private static final List<String> MERCHANTS = List.of("Corner Shop", "<b>'%_\\\"", "BÄCKEREI", "");

    /** A transaction in words of its row. */
    record Entry(
            String source,
            String id,
            String account,
            String merchant,
            int minute,
            boolean day,
            long minor,
            String currency,
            boolean payment,
            int score) {}

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void findsExactlyWhatIsLookedFor(
            @ForAll("entries") List<Entry> entries,
            @ForAll("questions") Map<String, String> question,
            @ForAll("pages") List<Integer> page) {
        try (var stored = Stored.nothing()) {
            for (var entry : entries) {
                store(stored, entry);
            }
            var asked = new TreeMap<>(question);
            asked.put("limit", String.valueOf(page.get(0)));
            var search = new TransactionsPage(stored.database(), page.get(1));
            assertThat(all(search, asked, entries.size())).isEqualTo(expected(entries, question));
        }
    }

    private static List<String> all(TransactionsPage page, Map<String, String> asked, int most) {
        var found = new ArrayList<String>();
        for (var requests = 0; requests < 2 * most + 2; requests++) {
            var parameters = new ArrayList<String>();
            asked.forEach((name, value) -> parameters.addAll(List.of(name, value)));
            var answer = Asking.answer(page, parameters.toArray(String[]::new));
            Asking.objects(answer, "rows").forEach(row -> found.add(row.text("source") + " " + row.text("id")));
            assertThat(answer.findText("next").isEmpty()).isEqualTo(answer.truth("complete"));
            if (answer.truth("complete")) {
                return found;
            }
            asked.put("cursor", answer.text("next"));
        }
        throw new AssertionError("the search does not end");
    }

    private static List<String> expected(List<Entry> entries, Map<String, String> question) {
        var arrived = new ArrayList<>(entries).reversed();
        var byId = Comparator.comparing(Entry::source).thenComparing(Entry::id);
        var byOccurrence = Comparator.comparing(Entry::source)
                .thenComparing(Comparator.comparing(SearchProperties::occurred).reversed())
                .thenComparing(Comparator.comparing(Entry::id).reversed());
        var ordered = arrived.stream();
        if ("riskiest".equals(question.get("order"))) {
            // Stable: of equal ones what arrived last stays first.
            ordered = ordered.filter(e -> e.score > 0)
                    .sorted(Comparator.comparingInt(Entry::score)
                            .thenComparingLong(Entry::minor)
                            .reversed());
        } else if (question.containsKey("id")) {
            ordered = ordered.sorted(byId);
        } else if (question.containsKey("account")) {
            ordered = ordered.sorted(byOccurrence);
        }
        return ordered.filter(e -> question.entrySet().stream().allMatch(q -> holds(e, q.getKey(), q.getValue())))
                .map(e -> e.source + " " + e.id)
                .toList();
    }

    private static boolean holds(Entry e, String name, String value) {
        return switch (name) {
            case "id" -> e.id.startsWith(value);
            case "source" -> e.source.equals(value);
            case "account" -> e.account.equals(value);
            case "merchant" -> e.merchant.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
            case "from" -> day(e).compareTo(value) >= 0;
            case "to" -> day(e).compareTo(value) <= 0;
            case "least" -> amount(e).compareTo(new BigDecimal(value)) >= 0;
            case "most" -> amount(e).compareTo(new BigDecimal(value)) <= 0;
            case "currency" -> e.currency.equals(value);
            case "type" -> e.payment == value.equals("payment");
            case "status" -> (e.score < 0 ? "received" : e.score < 40 ? "enriched" : "flagged").equals(value);
            case "reason" -> e.score >= 0 && (e.score % 2 == 0 ? "night" : "large_amount").equals(value);
            case "order" -> true;
            default -> throw new AssertionError(name);
        };
    }

    private static BigDecimal amount(Entry e) {
        return BigDecimal.valueOf(e.minor, DIGITS.get(e.currency));
    }

    /** Around a midnight in summer, when London's day begins an hour before UTC's. */
    private static Instant occurred(Entry e) {
        return e.day
                ? date(e).atStartOfDay(Samples.ZONE).toInstant()
                : Instant.parse("2026-07-01T22:00:00Z").plusSeconds(60L * e.minute);
    }

    private static LocalDate date(Entry e) {
        return LocalDate.of(2026, 7, 1).plusDays(e.minute % 3);
    }

    private static String day(Entry e) {
        return (e.day ? date(e) : LocalDate.ofInstant(occurred(e), ZoneOffset.UTC)).toString();
    }

    private static void store(Stored stored, Entry e) {
        var draft = Draft.of(e.id)
                .from(e.source)
                .account(e.account)
                .amount(e.minor, e.currency)
                .type(e.payment ? TransactionType.PAYMENT : TransactionType.FEE);
        draft = e.day ? draft.on(date(e)) : draft.at(occurred(e));
        draft = e.merchant.isEmpty() ? draft.withoutMerchant() : draft.merchant(e.merchant, Optional.empty());
        stored.with(draft);
        if (e.score >= 0) {
            stored.scored(draft.transaction(), e.score, e.score % 2 == 0 ? "night" : "large_amount");
        }
    }

    @Provide
    Arbitrary<List<Integer>> pages() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 12))
                .as(List::of);
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        var ids = Combinators.combine(
                        Arbitraries.of("one", "two", "two-b"),
                        Arbitraries.of("a", "a-", "a-1", "a.1", "ab", "b", "z", "zz"))
                .as((source, id) -> List.of(source, id));
        var entry = Combinators.combine(
                        ids,
                        Arbitraries.of("acc-1", "acc-2"),
                        Arbitraries.of(MERCHANTS),
                        Arbitraries.integers().between(0, 240),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(1, 3_000),
                        Arbitraries.of("JPY", "GBP", "BHD"),
                        Arbitraries.of(-1, 0, 20, 33, 41, 60))
                .as((id, account, merchant, minute, day, minor, currency, score) -> new Entry(
                        id.get(0), id.get(1), account, merchant, minute, day, minor, currency, minor % 2 == 0, score));
        return entry.list()
                .ofMaxSize(24)
                .map(list -> List.copyOf(list.stream()
                        .collect(
                                () -> new TreeMap<String, Entry>(),
                                (seen, e) -> seen.putIfAbsent(e.source + " " + e.id, e),
                                TreeMap::putAll)
                        .values()))
                .flatMap(list -> Arbitraries.shuffle(list));
    }

    @Provide
    Arbitrary<Map<String, String>> questions() {
        var one = Arbitraries.of(List.of(
                List.of("id", "a"),
                List.of("id", "a-1"),
                List.of("id", "z"),
                List.of("source", "two"),
                List.of("source", "none"),
                List.of("account", "acc-1"),
                List.of("merchant", "SHOP"),
                List.of("merchant", "%"),
                List.of("merchant", "äck"),
                List.of("from", "2026-07-02"),
                List.of("to", "2026-07-01"),
                List.of("to", "2026-07-02"),
                List.of("least", "1.005"),
                List.of("least", "20"),
                List.of("most", "20.005"),
                List.of("most", "1500.5"),
                List.of("currency", "BHD"),
                List.of("type", "payment"),
                List.of("status", "flagged"),
                List.of("status", "received"),
                List.of("reason", "night"),
                List.of("order", "riskiest")));
        return one.list().ofMaxSize(3).map(pairs -> {
            var question = new TreeMap<String, String>();
            pairs.forEach(pair -> question.put(pair.get(0), pair.get(1)));
            var sane = !(question.containsKey("from") && "2026-07-01".equals(question.get("to")));
            return sane ? Map.copyOf(question) : Map.of("to", "2026-07-01");
        });
    }
}
