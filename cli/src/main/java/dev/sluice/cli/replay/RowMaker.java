package dev.sluice.cli.replay;

import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.mapping.Cells;
import dev.sluice.cli.mapping.Mapping;
import dev.sluice.cli.mapping.UnreadableCell;
import java.nio.charset.StandardCharsets;

/** Makes what is sent out of a mapped row. */
final class RowMaker {

    private RowMaker() {}

    static Row readable(Mapping mapping, long number, long line, String id, Cells cells) throws UnreadableCell {
        var transaction = mapping.transaction(id, cells);
        return new Row.Readable(
                number,
                line,
                transaction.text("/id").orElse(id),
                JsonText.compact(transaction).getBytes(StandardCharsets.UTF_8),
                Tally.of(transaction));
    }
}
