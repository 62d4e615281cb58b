package dev.sluice.benchmarks.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.sluice.handlers.codec.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Transactions as live senders write them: a council's real card purchases over and over, each under a random id and on
 * one of many accounts, one happening after another.
 */
public final class Workload {

    /** Enough that two transactions in a row hardly ever touch the same account. */
    static final int ACCOUNTS = 20_000;

    private final List<NamedCsvRecord> purchases;

    private Workload(List<NamedCsvRecord> purchases) {
        this.purchases = purchases;
    }

    /** Reads the sample that ships with the project. */
    public static Workload of(Path repository) throws IOException {
        var file = repository.resolve("samples").resolve("birmingham-200.csv");
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return new Workload(csv.stream().toList());
        }
    }

    /**
     * That many bodies, JSON in UTF-8.
     *
     * @param seed other seeds give other ids
     * @param from when the first one happened; the others follow evenly, the last one just before {@code to}
     */
    public List<byte[]> bodies(int count, long seed, Instant from, Instant to) {
        var random = new Random(seed);
        var apart = Duration.between(from, to).dividedBy(count);
        var bodies = new ArrayList<byte[]>(count);
        for (var i = 0; i < count; i++) {
            bodies.add(body(
                    purchases.get(random.nextInt(purchases.size())),
                    id(random),
                    10_000_000 + random.nextInt(ACCOUNTS),
                    from.plus(apart.multipliedBy(i)).truncatedTo(ChronoUnit.MILLIS)));
        }
        return bodies;
    }

    /** Random in 128 bits, as most ids are; with so few digits in it that it cannot be taken for a card number. */
    private static String id(Random random) {
        return Long.toUnsignedString(random.nextLong(), Character.MAX_RADIX)
                + Long.toUnsignedString(random.nextLong(), Character.MAX_RADIX);
    }

    private static byte[] body(NamedCsvRecord purchase, String id, int account, Instant occurredAt) {
        var amount = new BigDecimal(purchase.getField("ORIGINAL GROSS AMT"));
        var billed = new BigDecimal(purchase.getField("BILLING GROSS AMT")).abs();
        return JsonText.object(json -> {
                    json.writeStringField("id", id);
                    json.writeStringField("type", amount.signum() < 0 ? "credit" : "payment");
                    json.writeStringField("amount", amount.abs().toPlainString());
                    json.writeStringField("currency", purchase.getField("ORIGINAL CUR"));
                    json.writeStringField("billingAmount", billed.toPlainString());
                    json.writeStringField("billingCurrency", purchase.getField("BILLING CUR CODE"));
                    json.writeStringField("accountId", Integer.toString(account));
                    json.writeStringField("occurredAt", occurredAt.toString());
                    json.writeObjectFieldStart("merchant");
                    json.writeStringField("name", purchase.getField("MERCHANT NAME"));
                    json.writeEndObject();
                    json.writeObjectFieldStart("card");
                    json.writeStringField("last4", Integer.toString(account).substring(4));
                    json.writeEndObject();
                    json.writeObjectFieldStart("metadata");
                    json.writeStringField("costCode1", purchase.getField("TRANS CAC CODE 1"));
                    json.writeStringField("costDescription1", purchase.getField("TRANS CAC DESC 1"));
                    json.writeStringField("costCode2", purchase.getField("TRANS CAC CODE 2"));
                    json.writeStringField("costDescription2", purchase.getField("TRANS CAC DESC 2"));
                    json.writeStringField("directorate", purchase.getField("Directorate"));
                    json.writeEndObject();
                })
                .getBytes(StandardCharsets.UTF_8);
    }
}
