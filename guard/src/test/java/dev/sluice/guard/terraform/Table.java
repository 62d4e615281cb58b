package dev.sluice.guard.terraform;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A table of what something is and what it comes to, one a line, with an arrow between. */
final class Table {

    private Table() {}

    static Stream<Arguments> of(String rows) {
        return rows.lines()
                .filter(row -> !row.isBlank())
                .map(row -> row.split(" ⇒ ", 2))
                .map(row -> Arguments.of(row[0].strip(), row[1].strip()));
    }
}
