package dev.sluice.compliance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    @Test
    void itHasTheMembersThatAreStated() {
        var text = ReportJson.of(SampleReport.full());
        var report = Fields.parse(JsonDocument.within(new JsonBounds(8 << 20, 8)), text);
        assertThat(report.group().members().keySet())
                .containsExactly(
                        "schemaVersion",
                        "environment",
                        "origin",
                        "at",
                        "clean",
                        "verdict",
                        "counts",
                        "resources",
                        "findings",
                        "repairs",
                        "resolved",
                        "cannotTell",
                        "suppressed",
                        "notices",
                        "unreadable",
                        "trend",
                        "leftOut");
        assertThat(report.object("counts").integer("error")).isEqualTo(1);
        assertThat(report.listing("findings").items()).hasSize(7);
        assertThat(report.listing("trend").items()).hasSize(61);
        assertThat(text)
                .contains("\"is\":\"planned\"", "\"is\":\"refused\"", "\"is\":\"by_hand\"")
                .matches("\\p{ASCII}+");
        for (var list : List.of("repairs", "resolved", "cannotTell", "suppressed", "unreadable")) {
            assertThat(report.listing(list).items()).as(list).hasSize(1);
        }
    }
}
