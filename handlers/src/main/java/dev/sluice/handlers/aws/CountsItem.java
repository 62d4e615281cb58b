package dev.sluice.handlers.aws;

import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.history.Bucket.Width;
import dev.sluice.domain.history.Stretch;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.transaction.Transaction;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The item that holds the counts of neighbouring buckets of one width: the milliseconds of a second, the seconds of a
 * minute, the minutes of an hour, the hours of a day, or 32 days. So a sum over any stretch reads at most two.
 *
 * <p>Its attributes are {@code 59.GBP.payment.count} and {@code 59.GBP.payment.sum}: the bucket's number within the item,
 * the billing currency, the type. Both are numbers of DynamoDB, exact to 38 digits: 18 of an amount leave room for
 * 10<sup>20</sup> transactions.
 *
 * @param start a whole multiple of the item's span since the epoch
 */
record CountsItem(Width width, Instant start) {

    private static final String COUNT = ".count";
    private static final String SUM = ".sum";
    private static final int LENGTH_OF_CURRENCY = 3;

    /** The item that holds that bucket's counts. */
    static CountsItem holding(Bucket bucket) {
        return holding(bucket.width(), bucket.start());
    }

    private static CountsItem holding(Width width, Instant instant) {
        var at = instant.toEpochMilli();
        return new CountsItem(width, Instant.ofEpochMilli(at - Math.floorMod(at, span(width))));
    }

    /** The items that hold the counts of a stretch. */
    static List<CountsItem> holding(Stretch stretch) {
        var items = new ArrayList<CountsItem>();
        for (var item = holding(stretch.width(), stretch.from());
                item.start.isBefore(stretch.to());
                item = new CountsItem(item.width, item.start.plusMillis(span(item.width)))) {
            items.add(item);
        }
        return items;
    }

    /** How many milliseconds all buckets of an item last together. */
    private static long span(Width width) {
        return width.millis()
                * switch (width) {
                    case MILLISECOND -> 1_000;
                    case SECOND, MINUTE -> 60;
                    case HOUR -> 24;
                    case DAY -> 32;
                };
    }

    String sort() {
        return TableKeys.counts(width, start);
    }

    /** Counts one more transaction; the item is made with its first one. */
    Update counting(String table, String partition, Transaction transaction) {
        var at = transaction.occurredAt().start().toEpochMilli();
        var number = (at - start.toEpochMilli()) / width.millis();
        var counted = number + "." + transaction.billed().currency().code() + "."
                + transaction.type().code();
        return adding(table, TableKeys.key(partition, sort()), counted, transaction.billed());
    }

    /** Adds one, and that much, to an item's {@code .count} and {@code .sum} of that name. */
    static Update adding(String table, Map<String, AttributeValue> key, String counted, Money amount) {
        return Update.builder()
                .tableName(table)
                .key(key)
                .updateExpression("ADD #count :one, #sum :amount")
                .expressionAttributeNames(Map.of("#count", counted + COUNT, "#sum", counted + SUM))
                .expressionAttributeValues(Map.of(
                        ":one",
                        AttributeValue.fromN("1"),
                        ":amount",
                        AttributeValue.fromN(Long.toString(amount.minor()))))
                .build();
    }

    /** What the item has counted; nothing where there is no such item. */
    List<Counted> read(Map<String, AttributeValue> item) {
        var counted = new ArrayList<Counted>();
        item.forEach((name, count) -> {
            if (name.endsWith(COUNT)) {
                var what = name.substring(0, name.length() - COUNT.length());
                counted.add(counted(what, Long.parseLong(count.n()), sum(item, what)));
            }
        });
        return counted;
    }

    private Counted counted(String what, long count, BigInteger sum) {
        var currency = what.indexOf('.') + 1;
        var number = Long.parseLong(what.substring(0, currency - 1));
        return new Counted(
                new Bucket(width, start.plusMillis(number * width.millis())),
                count,
                new Total(sum, currency(what.substring(currency, currency + LENGTH_OF_CURRENCY))));
    }

    /** The sum of that name; zero where nothing was added. */
    static BigInteger sum(Map<String, AttributeValue> item, String counted) {
        var sum = item.get(counted + SUM);
        return sum == null ? BigInteger.ZERO : new BigInteger(sum.n());
    }

    private static Currency currency(String code) {
        return Currency.of(code)
                .orElseThrow(() -> new IllegalStateException("an item of the table counts what is no currency"));
    }

    /** What one bucket has counted of one type in one currency. */
    record Counted(Bucket bucket, long count, Total sum) {}
}
