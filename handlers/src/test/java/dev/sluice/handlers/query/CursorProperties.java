package dev.sluice.handlers.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.handlers.port.TransactionArchive.Position;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class CursorProperties {

    @Property
    void aCursorReadsBackForItsAccountAndForNoOther(
            @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long at,
            @ForAll @AlphaChars @StringLength(min = 1, max = 64) String id,
            @ForAll @StringLength(max = 64) String account) {
        var position = new Position(Instant.ofEpochMilli(at), id);
        var cursor = Cursor.write("default", account, position);

        assertThat(Cursor.read("default", account, cursor)).contains(position);
        assertThat(Cursor.read("default", account + "x", cursor)).isEmpty();
        assertThat(Cursor.read("shop", account, cursor)).isEmpty();
    }

    @Property
    void whatWeDidNotWriteIsNoCursor(@ForAll String written) {
        assertThat(Cursor.read("default", "5770", written)).isEmpty();
    }
}
