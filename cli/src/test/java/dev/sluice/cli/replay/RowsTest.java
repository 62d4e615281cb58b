package dev.sluice.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.mapping.Mapping;
import dev.sluice.cli.mapping.MappingFile;
import dev.sluice.cli.mapping.MappingMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final RowIds IDS = new RowIds("0123456789abcdef".repeat(4));
    private static final String PREFIX = "abcdefghijklmnopabcd-r";

    @TempDir
    private Path folder;

    private List<Row> rows(byte[] content, Optional<Mapping> mapping) throws IOException, MappingMistake {
        var file = Files.write(folder.resolve("file"), content);
        var found = new ArrayList<Row>();
        try (var rows = Rows.open(file, mapping, IDS)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                found.add(row.get());
            }
        }
        return found;
    }

    private List<Row> rows(String content, Mapping mapping) throws IOException, MappingMistake {
        return rows(content.getBytes(StandardCharsets.UTF_8), Optional.of(mapping));
    }

    private static Mapping simple(String amount, String occurredAt) throws MappingMistake {
        return simple(amount, occurredAt, "csv", "column: A");
    }

    private static Mapping simple(String amount, String occurredAt, String format, String account)
            throws MappingMistake {
        return MappingFile.parse("m", """
                name: x
                source: {format: %s}
                type: {constant: payment}
                fields:
                  amount: {%s}
                  currency: {constant: GBP}
                  accountId: {%s}
                  occurredAt: {%s}
                """.formatted(format, amount, account, occurredAt));
    }

    private static String body(Row row) {
        return new String(((Row.Ready) row).body(), StandardCharsets.UTF_8);
    }

    @Test
    void birminghamsRowsBecomePaymentsAndCredits() throws Exception {
        var mapping = MappingFile.read(SAMPLES.resolve("birmingham-purchase-cards.yaml"));
        var rows = rows("""
                TRANS DATE,TRANS VAT DESC,ORIGINAL GROSS AMT,ORIGINAL CUR,BILLING GROSS AMT,BILLING CUR CODE,MERCHANT NAME,CARD NUMBER,TRANS CAC CODE 1,TRANS CAC DESC 1,TRANS CAC CODE 2,TRANS CAC DESC 2,TRANS CAC CODE 3,Directorate\r
                2017-05-23,VR,50.02,GBP,50.02,GBP,shell kings 587,************5770,K020,Vehicle Fuel,RV12N,African-Caribbean DC,A00,Adult & Communities\r
                2017-05-30,,-34.6,EUR,-30.83,GBP,sncb - nmbs eu,************8944,,,,,,\r
                """, mapping);

        assertThat(body(rows.get(0)))
                .isEqualTo("{\"id\":\"" + PREFIX + "1\",\"type\":\"payment\",\"amount\":\"50.02\",\"currency\":\"GBP\","
                        + "\"billingAmount\":\"50.02\",\"billingCurrency\":\"GBP\",\"occurredAt\":\"2017-05-23\","
                        + "\"accountId\":\"5770\",\"card\":{\"last4\":\"5770\"},\"merchant\":{\"name\":\"shell kings 587\"},"
                        + "\"metadata\":{\"vat\":\"VR\",\"costCode1\":\"K020\",\"costDescription1\":\"Vehicle Fuel\","
                        + "\"costCode2\":\"RV12N\",\"costDescription2\":\"African-Caribbean DC\",\"costCode3\":\"A00\","
                        + "\"directorate\":\"Adult & Communities\"}}");
        assertThat(body(rows.get(1)))
                .isEqualTo(
                        "{\"id\":\"" + PREFIX + "2\",\"type\":\"credit\",\"amount\":\"34.6\",\"currency\":\"EUR\","
                                + "\"billingAmount\":\"30.83\",\"billingCurrency\":\"GBP\",\"occurredAt\":\"2017-05-30\","
                                + "\"accountId\":\"8944\",\"card\":{\"last4\":\"8944\"},\"merchant\":{\"name\":\"sncb - nmbs eu\"}}");
        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L);
    }

    @Test
    void traffordsRowsBecomePaymentsOfAUnit() throws Exception {
        var mapping = MappingFile.read(SAMPLES.resolve("trafford-procurement-cards.yaml"));
        var rows = rows("""
                OrganisationLabel,OrganisationURI,EffectiveDate,OrganisationalUnit,BeneficiaryName,PaymentDate,Amount,IrrecoverableVATAmount,Purpose,CategoryInternalName,MerchantCategoryCode,CardTransaction
                Trafford Council,https://example.org/trafford,2026-05-31,Bth,Dunsters Farm Limited,2026-05-29,181.56,0,Catering,"Cleaning, Polishing",5199,GPC
                """, mapping);

        assertThat(JsonText.read(((Row.Ready) rows.getFirst()).body())).satisfies(json -> {
            assertThat(json.text("/type")).contains("payment");
            assertThat(json.text("/amount")).contains("181.56");
            assertThat(json.text("/currency")).contains("GBP");
            assertThat(json.text("/accountId")).contains("Bth");
            assertThat(json.text("/occurredAt")).contains("2026-05-29");
            assertThat(json.text("/merchant/mcc")).contains("5199");
            assertThat(json.text("/metadata/category")).contains("Cleaning, Polishing");
            assertThat(json.at("/card")).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            column: N                                   | 1234.50     | 1234.50
            column: N                                   | -3          | -3
            column: N, sign: drop                       | -3          | 3
            column: N, decimal: ',', grouping: .        | 1.234,50    | 1234.50
            column: N, decimal: ',', grouping: .        | 1234,50     | 1234.50
            column: N, grouping: ' '                    | 1 234 567.8 | 1234567.8
            column: N, remove: ["£", CR]                | £12.00CR    | 12.00
            """)
    void amountsAreReadAsTheMappingSays(String amount, String cell, String sent) throws Exception {
        var rows = rows(
                "N;A;D\n" + cell + ";a;2026-01-02\n",
                simple(amount, "column: D, date: yyyy-MM-dd", "csv, delimiter: ;", "column: A"));

        assertThat(JsonText.read(((Row.Ready) rows.getFirst()).body()).text("/amount"))
                .contains(sent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date: dd/MM/yyyy                                    | 02/01/2026          | 2026-01-02
            date: d MMM yy                                      | 2 Jan 26            | 2026-01-02
            dateTime: dd/MM/yyyy HH:mm, zone: Europe/London     | 02/07/2026 09:30    | 2026-07-02T09:30:00+01:00
            dateTime: yyyyMMddHHmmssXX                          | 20260702093001+0200 | 2026-07-02T09:30:01+02:00
            """)
    void datesAreReadAsTheMappingSays(String reading, String cell, String sent) throws Exception {
        var rows = rows("N,A,D\n1,a," + cell + "\n", simple("column: N", "column: D, " + reading));

        assertThat(JsonText.read(((Row.Ready) rows.getFirst()).body()).text("/occurredAt"))
                .contains(sent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.2.3   | 2026-01-02 | /amount     | column 'N' does not hold a number with the decimal sign '.'
            1,2     | 2026-01-02 | ''          | the row has 4 cells, not 3
            1       | 2026-02-30 | /occurredAt | column 'D' does not hold a day written as yyyy-MM-dd
            """)
    void whatCannotBeReadIsNamedAndNotRepeated(String amount, String day, String pointer, String detail)
            throws Exception {
        var rows = rows(
                "N,A,D\n" + amount + ",a," + day + "\n5,a,2026-01-02\n",
                simple("column: N", "column: D, date: yyyy-MM-dd"));

        assertThat(rows.getFirst()).isEqualTo(new Row.Unreadable(1, 2, pointer, detail));
        assertThat(rows.get(1)).isInstanceOf(Row.Ready.class);
    }

    @Test
    void aMaskedNumberGivesItsTailAndAFullOneNothing() throws Exception {
        var mapping = simple("column: N", "constant: 2026-01-02", "csv", "column: A, maskedTail: 4");
        var rows = rows("N,A\n1,XXXX-XXXX-1234\n1,4111 1111 1111 1111\n1,XXXX12\n", mapping);

        assertThat(JsonText.read(((Row.Ready) rows.get(0)).body()).text("/accountId"))
                .contains("1234");
        assertThat(rows.get(1))
                .isEqualTo(new Row.Unreadable(2, 3, "/accountId", "column 'A' holds a number that is not masked"));
        assertThat(rows.get(2))
                .isEqualTo(new Row.Unreadable(3, 4, "/accountId", "column 'A' does not end in 4 readable digits"));
    }

    @Test
    void aBrokenQuoteCostsOnlyItsRow() throws Exception {
        var rows = rows(
                "N,A,D\n1,a,2026-01-02\n2,\"a\"b,2026-01-02\n3,\"two\nlines\",2026-01-02\n4,\"open,2026-01-02\n5,a,2026-01-02\n\n6,a,2026-01-02\n",
                simple("column: N", "column: D, date: yyyy-MM-dd"));

        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 4L, 6L, 7L, 9L);
        assertThat(rows).extracting(Row::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(rows)
                .filteredOn(row -> row instanceof Row.Unreadable)
                .extracting(Row::line)
                .containsExactly(3L, 6L);
    }

    @Test
    void bytesOutsideTheCharsetCostOnlyTheirRow() throws Exception {
        var rows = rows(
                "\u00EF\u00BB\u00BFN,A,D\n1,\u00FF,2026-01-02\n2,\u00C2\u00A3,2026-01-02\n"
                        .getBytes(StandardCharsets.ISO_8859_1),
                Optional.of(simple("column: N", "column: D, date: yyyy-MM-dd")));

        assertThat(rows.get(0)).isInstanceOf(Row.Unreadable.class);
        assertThat(JsonText.read(((Row.Ready) rows.get(1)).body()).text("/accountId"))
                .contains("£");
    }

    @Test
    void anotherCharsetIsReadWithIt() throws Exception {
        var rows = rows(
                "N,A,D\n1,\u00A3,2026-01-02\n".getBytes(StandardCharsets.ISO_8859_1),
                Optional.of(
                        simple("column: N", "column: D, date: yyyy-MM-dd", "csv, charset: windows-1252", "column: A")));

        assertThat(JsonText.read(((Row.Ready) rows.getFirst()).body()).text("/accountId"))
                .contains("£");
    }

    @Test
    void columnsAreFoundByPlaceWhereThereIsNoHeader() throws Exception {
        var mapping = simple("position: 2", "position: 3, date: yyyy-MM-dd", "csv, header: false", "position: 1");
        var rows = rows("a,1,2026-01-02\nb,2\n", mapping);

        assertThat(JsonText.read(((Row.Ready) rows.get(0)).body()).text("/accountId"))
                .contains("a");
        // What is not there is absent; the pipeline says that it is needed.
        assertThat(JsonText.read(((Row.Ready) rows.get(1)).body()).text("/occurredAt"))
                .isEmpty();
    }

    @Test
    void aMappingThatDoesNotFitTheFileIsRefusedWithItsColumns() {
        assertThatThrownBy(() -> rows("X,A,D\n", simple("column: N", "column: D, date: yyyy-MM-dd")))
                .isInstanceOf(MappingMistake.class)
                .hasMessageContaining("makes amount from column 'N'")
                .hasMessageContaining("its columns: A, D, X");
        assertThatThrownBy(() -> rows("N,N,A,D\n", simple("column: N", "column: D, date: yyyy-MM-dd")))
                .hasMessageContaining("two columns are called 'N'");
        assertThatThrownBy(() -> rows("N,A\n", simple("position: 7", "constant: 2026-01-01")))
                .hasMessageContaining("column 7");
        assertThatThrownBy(() -> rows("", simple("position: 7", "constant: 2026-01-01")))
                .hasMessageContaining("there is no header");
    }

    @Test
    void opposedSignsAreNotDroppedSilently() throws Exception {
        var mapping = MappingFile.parse("m", """
                name: x
                source: {format: csv}
                type: {column: T, values: {D: payment, C: credit}}
                fields:
                  amount: {column: N, sign: drop}
                  currency: {constant: GBP}
                  billingAmount: {column: B, sign: drop}
                  billingCurrency: {constant: GBP}
                  accountId: {constant: a}
                  occurredAt: {constant: 2026-01-01}
                """);
        var rows = rows("T,N,B\nD,1,-1\nC,-1,-1\nX,1,1\n,1,1\n", mapping);

        assertThat(rows.get(0))
                .isEqualTo(new Row.Unreadable(
                        1, 2, "/billingAmount", "the amount and the billed amount have opposite signs"));
        assertThat(JsonText.read(((Row.Ready) rows.get(1)).body()).text("/type"))
                .contains("credit");
        assertThat(rows.get(2))
                .isInstanceOfSatisfying(
                        Row.Unreadable.class, row -> assertThat(row.pointer()).isEqualTo("/type"));
        assertThat(rows.get(3))
                .isInstanceOfSatisfying(
                        Row.Unreadable.class, row -> assertThat(row.pointer()).isEqualTo("/type"));
    }

    @Test
    void jsonLinesWithoutAMappingAreSentByteForByte() throws Exception {
        var first = "{ \"id\":\"t-1\", \"amount\" : 1.50 ,\"currency\":\"GBP\"}";
        var rows = rows(
                (first + "\n\n{\"amount\":2}\r\nnot json\n{\"a\":1,\"a\":2}").getBytes(StandardCharsets.UTF_8),
                Optional.empty());

        assertThat(body(rows.get(0))).isEqualTo(first);
        assertThat(((Row.Ready) rows.get(0)).id()).isEqualTo("t-1");
        assertThat(((Row.Ready) rows.get(1)).id()).isEqualTo(PREFIX + "2");
        assertThat(rows.get(2)).isEqualTo(new Row.Unreadable(3, 4, "", "the line is not one JSON value"));
        assertThat(rows.get(3)).isInstanceOf(Row.Unreadable.class);
    }

    @Test
    void jsonLinesAreMappedByPointer() throws Exception {
        var mapping = simple("pointer: /a/n", "constant: 2026-01-02", "jsonl", "pointer: /who");
        var rows = rows("{\"a\":{\"n\":12.30},\"who\":\"x\"}\n{\"a\":{\"n\":\"many\"}}\n", mapping);

        assertThat(JsonText.read(((Row.Ready) rows.get(0)).body()).text("/amount"))
                .contains("12.30");
        assertThat(rows.get(1))
                .isInstanceOfSatisfying(
                        Row.Unreadable.class, row -> assertThat(row.detail()).doesNotContain("many"));
    }

    @Test
    void aLineOfAnyLengthDoesNotStopTheOthers() throws Exception {
        var rows = rows(
                ("{\"a\":\"" + "x".repeat(2_000_000) + "\"}\n{}\n").getBytes(StandardCharsets.UTF_8), Optional.empty());

        assertThat(rows.get(0)).isInstanceOf(Row.Unreadable.class);
        assertThat(rows.get(1)).isInstanceOf(Row.Ready.class);
    }
}
