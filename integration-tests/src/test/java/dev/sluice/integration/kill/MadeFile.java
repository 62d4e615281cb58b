package dev.sluice.integration.kill;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A file of made-up transactions in JSON Lines, large enough to be in the middle of for a while.
 *
 * @param totals what its amounts come to by currency, credits subtracted, with the currency's decimals
 */
record MadeFile(Path path, Path mapping, Map<String, String> totals) {

    /** Currencies of two, none and three decimals. */
    private static final Map<String, Integer> DECIMALS = new TreeMap<>(Map.of("GBP", 2, "JPY", 0, "BHD", 3));

    private static final String MAPPING = """
            name: Made by the kill test
            source: {format: jsonl}
            type: {whenNegative: credit, otherwise: payment}
            fields:
              amount: {pointer: /paid, sign: drop}
              currency: {pointer: /cur}
              accountId: {pointer: /account}
              occurredAt: {pointer: /at, dateTime: "yyyy-MM-dd HH:mm:ss", zone: Europe/London}
              merchant.name: {pointer: /shop}
            """;

    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 5, 9, 0);
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int ACCOUNTS = 200;
    private static final int SECONDS = 30 * 24 * 3600;

    static MadeFile write(Path folder, int rows, long seed) throws IOException {
        var random = new Random(seed);
        var currencies = List.copyOf(DECIMALS.keySet());
        var totals = new TreeMap<String, BigDecimal>();
        List<String> lines = new ArrayList<>(rows);
        for (var i = 0; i < rows; i++) {
            // One row in ten repeats the one before it to the letter, and is a transaction of its own.
            if (i == 0 || random.nextInt(10) != 0) {
                lines.add(row(random, currencies.get(random.nextInt(currencies.size()))));
            } else {
                lines.add(lines.getLast());
            }
            count(lines.getLast(), totals);
        }
        var file = folder.resolve("made.jsonl");
        Files.write(file, lines);
        var mapping = folder.resolve("made.yaml");
        Files.writeString(mapping, MAPPING);
        var written = new TreeMap<String, String>();
        totals.forEach((currency, sum) -> written.put(currency, sum.toPlainString()));
        return new MadeFile(file, mapping, written);
    }

    private static String row(Random random, String currency) {
        var sign = random.nextInt(10) == 0 ? -1 : 1;
        var paid = BigDecimal.valueOf(sign * (1L + random.nextInt(5_000_000)), DECIMALS.getOrDefault(currency, 0));
        return "{\"paid\":\"%s\",\"cur\":\"%s\",\"account\":\"A%03d\",\"at\":\"%s\",\"shop\":\"shop %d\"}"
                .formatted(
                        paid.toPlainString(),
                        currency,
                        random.nextInt(ACCOUNTS),
                        FIRST.plusSeconds(random.nextInt(SECONDS)).format(AT),
                        random.nextInt(500));
    }

    private static void count(String line, Map<String, BigDecimal> totals) {
        totals.merge(Text.member(line, "cur"), new BigDecimal(Text.member(line, "paid")), BigDecimal::add);
    }
}
