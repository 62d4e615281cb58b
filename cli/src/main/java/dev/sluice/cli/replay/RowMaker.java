package dev.sluice.cli.replay;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.mapping.Cells;
import dev.sluice.cli.mapping.Mapping;
import dev.sluice.cli.mapping.UnreadableCell;
import java.nio.charset.StandardCharsets;

/** Makes what is sent out of a mapped row. */
final class RowMaker {

    private RowMaker() {}

    /** What a transaction id may be made of; no other text may be a message's id either. */
    private static final String USABLE_ID = "[A-Za-z0-9._:-]{1,64}";

    static Row ready(Mapping mapping, long number, long line, String id, Cells cells) throws UnreadableCell {
        var transaction = mapping.transaction(id, cells);
        return new Row.Ready(
                number,
                line,
                messageId(transaction, id),
                JsonText.compact(transaction).getBytes(StandardCharsets.UTF_8),
                Tally.of(transaction));
    }

    /** The transaction's own id; where it has none that can be one, the row's. */
    static String messageId(Json transaction, String rowId) {
        return transaction
                .text("/id")
                .map(String::strip)
                .filter(id -> id.matches(USABLE_ID))
                .orElse(rowId);
    }
}
