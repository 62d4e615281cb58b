package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.journal.TransactionIds;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records that are handed over together, in their order.
 *
 * @param records at least one
 * @param retries how often they were tried again
 */
record StreamBatch(List<StreamRecord> records, int retries) {

    StreamBatch {
        records = List.copyOf(records);
    }

    Set<String> numbers() {
        return records.stream().map(StreamRecord::number).collect(Collectors.toSet());
    }

    /** Where the first of those is. */
    int indexOf(Set<String> failed) {
        var index = 0;
        while (!failed.contains(records.get(index).number())) {
            index++;
        }
        return index;
    }

    /** What begins there: other records than before, so that its retries begin anew, or the same. */
    StreamBatch from(int index) {
        return index == 0 ? this : new StreamBatch(records.subList(index, records.size()), 0);
    }

    StreamBatch again() {
        return new StreamBatch(records, retries + 1);
    }

    /** Its halves; being halved is not being tried again. */
    List<StreamBatch> halves() {
        var middle = records.size() / 2;
        return List.of(
                new StreamBatch(records.subList(0, middle), retries),
                new StreamBatch(records.subList(middle, records.size()), retries));
    }

    Set<String> transactions() {
        return TransactionIds.in(records, record -> TransactionIds.inRecord(record.json()));
    }
}
