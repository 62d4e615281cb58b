package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Amounts.dollars;
import static dev.sluice.infra.docs.Amounts.total;

import dev.sluice.infra.cost.Bill;
import dev.sluice.infra.cost.Line;
import dev.sluice.infra.cost.Traffic;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What dominates a bill, and what to change. */
final class Advice {

    private Advice() {}

    static String of(Bill prod, Traffic traffic) {
        return """
            ## What dominates, and what to change

            - **Writing to DynamoDB.** A payment is stored with its account's counts in one transaction, and a transactional write
              costs twice: %s for a million, of %s in all. This is the price of a history that is exact at every moment and costs the
              same however long it is ([aws.md](aws.md)). The table is paid for by what is used, so
              that it needs no planning; [a fixed capacity](#fixed-capacity-against-on-demand) is cheaper where the load is even.
            - **Keeping the validator warm.** In `prod` it is most of what a month costs in which nothing is sent: %s. It buys the
              first answer after a pause. `"function.validator.start": "snapstart"` in `settings.prod` saves all of it, for a
              [start](#ways-to-start) from a snapshot now and then.
            - **Logs.** Each invocation leaves one line of ours and Lambda's own three, and taking them in costs more than
              [keeping them](#logs-for-ever-against-30-days): a shorter `log_retention_days` saves next to nothing.
            - **Traces.** X-Ray records the first request of each second, and 5 %% of the others. At 20 requests a second that is a
              tenth. A trickle of less than one a second is traced whole, as a million spread evenly over a month would be, and a
              million transactions then cost %s more.
            - **Alarms.** They are a fixed sum a month, the largest of an idle `dev`. An environment that nobody watches could do
              without; there is no setting for that.

            What is stored stays: nothing removes it, and each million transactions that lies in the table costs %s in every further
            month, with its recovery.

            Left out, because it is small or not of the pipeline's making: data that leaves AWS (an answer is a few hundred bytes),
            operators' questions and mails, the seconds in which a function starts ([below](#ways-to-start)), what cancelled attempts on a busy account cost (each as much as storing), what a duplicate
            costs (as much as storing), dead letters, the bucket of Terraform's state, AWS Config, further versions of the encryption
            key (it rotates once a year, and the first two rotations add a dollar a month each). Lambda reads the table's stream for
            nothing; API keys and usage plans cost nothing; an empty dead-letter queue costs nothing.
            """.formatted(
                total(with(prod, "DynamoDB", "on-demand writes")),
                total(prod.of(Line.When.TRANSACTIONS)),
                total(new Bill(prod.of(Line.When.ALWAYS).lines().stream()
                        .filter(line -> line.what().endsWith("kept warm"))
                        .toList())),
                dollars(tracedWhole(with(prod, "X-Ray", "traces recorded").dollars(), traffic)),
                total(new Bill(prod.lines().stream()
                        .filter(line -> line.price().product().equals("DynamoDB"))
                        .filter(line -> line.price().unit().equals("GB-month"))
                        .toList())));
    }

    private static Bill with(Bill bill, String product, String what) {
        return new Bill(bill.lines().stream()
                .filter(line -> line.price().product().equals(product)
                        && line.price().what().equals(what))
                .toList());
    }

    /** What the traces cost that are not recorded, if they were. */
    private static BigDecimal tracedWhole(BigDecimal sampled, Traffic traffic) {
        return sampled.divide(traffic.traced(), 10, RoundingMode.HALF_UP).subtract(sampled);
    }
}
