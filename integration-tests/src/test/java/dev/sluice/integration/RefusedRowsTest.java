package dev.sluice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedRowsTest {

    /** One whole transaction, as members; each broken row lets one of them differ. */
    private static final Map<String, String> WHOLE = Map.of(
            "type", "\"payment\"",
            "amount", "\"12.50\"",
            "currency", "\"GBP\"",
            "accountId", "\"5770\"",
            "occurredAt", "\"2017-05-04\"",
            "merchant", "{\"name\": \"Corner Shop\"}");

    /** What breaks a row, with the code and the pointer that name it. */
    private record Broken(String member, String value, String code, String pointer) {}

    private static final List<Broken> BROKEN = List.of(
            new Broken("type", "\"gift\"", "type_unknown", "/type"),
            new Broken("type", "null", "required", "/type"),
            new Broken("type", "\"transfer\"", "counterparty_required", "/counterparty"),
            new Broken("type", "\"refund\"", "original_id_required", "/originalId"),
            new Broken("amount", "\"0\"", "amount_not_positive", "/amount"),
            new Broken("amount", "\"1,50\"", "amount_format", "/amount"),
            new Broken("amount", "\"1.505\"", "amount_scale", "/amount"),
            new Broken("amount", "\"12345678901234567.00\"", "amount_digits", "/amount"),
            new Broken("amount", "true", "wrong_type", "/amount"),
            new Broken("currency", "\"XTS\"", "currency_unknown", "/currency"),
            new Broken("currency", "\"HRK\"", "currency_unknown", "/currency"),
            new Broken("billingAmount", "\"1.00\"", "billing_incomplete", "/billingCurrency"),
            new Broken("accountId", "\"" + "a".repeat(65) + "\"", "text_length", "/accountId"),
            new Broken("accountId", "\"a\\u0007b\"", "text_control_character", "/accountId"),
            new Broken("accountId", "\"a\\ud800b\"", "text_unpaired_surrogate", "/accountId"),
            new Broken("occurredAt", "\"2017-02-29\"", "occurred_at_format", "/occurredAt"),
            new Broken("occurredAt", "\"2999-01-01T00:00:00Z\"", "occurred_at_future", "/occurredAt"),
            new Broken("merchant", "null", "merchant_required", "/merchant"),
            new Broken("merchant", "{\"name\": \"x\", \"mcc\": \"541\"}", "mcc_format", "/merchant/mcc"),
            new Broken("merchant", "{\"name\": \"x\", \"mcc\": \"0000\"}", "mcc_unknown", "/merchant/mcc"),
            new Broken("merchant", "{\"name\": \"x\", \"country\": \"XX\"}", "country_unknown", "/merchant/country"),
            new Broken("card", "{\"last4\": \"12345\"}", "last4_format", "/card/last4"),
            new Broken("card", "{\"bin\": \"41111\", \"last4\": \"1234\"}", "bin_format", "/card/bin"),
            new Broken(
                    "counterparty",
                    "{\"iban\": \"GB29NWBK60161331926818\"}",
                    "iban_check_digits",
                    "/counterparty/iban"),
            new Broken("counterparty", "{\"iban\": \"GB82WEST1234569876543\"}", "iban_length", "/counterparty/iban"),
            new Broken(
                    "metadata",
                    "{\"" + "k".repeat(41) + "\": \"v\"}",
                    "metadata_key_length",
                    "/metadata/" + "k".repeat(41)),
            new Broken("metadata", "{\"k\": \"" + "v".repeat(501) + "\"}", "metadata_value_length", "/metadata/k"),
            new Broken("metadata", "{\"note\": \"paid by 4111-1111 1111 1111\"}", "pan_detected", "/metadata/note"),
            new Broken("unknown", "{\"deep\": [\"5555555555554444\"]}", "pan_detected", "/unknown/deep/0"));

    @TempDir
    private Path folder;

    @Test
    void everyBrokenRowIsListedWithItsCodeAndPointerAndTheRestGoesThrough() throws IOException {
        List<String> lines = new ArrayList<>();
        for (var i = 0; i < BROKEN.size(); i++) {
            lines.add(row("whole-" + i, Map.of()));
            lines.add(row(
                    "broken-" + i, Map.of(BROKEN.get(i).member(), BROKEN.get(i).value())));
        }
        lines.add(row("bad id", Map.of()));
        lines.add("{\"id\": \"cut short");
        var file = Files.write(folder.resolve("rows.jsonl"), lines);
        var data = folder.resolve("data");

        try (var pipeline = Sluice.up(data)) {
            assertThat(pipeline.process().isAlive()).isTrue();
            var ended = Sluice.run(folder, "replay", file.toString(), "--data", data.toString(), "--json");
            assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
            assertThat(ended.out().replaceAll("\\s", ""))
                    .contains(
                            "\"read\":" + lines.size(), "\"accepted\":" + BROKEN.size(), "\"stored\":" + BROKEN.size());
        }
        var rejected = rejected(data);
        for (var i = 0; i < BROKEN.size(); i++) {
            var broken = BROKEN.get(i);
            assertThat(rejected)
                    .as("line %d: %s", 2 * i + 2, broken)
                    .anyMatch(line -> line.startsWith(2 * broken(broken) + 2 + ",")
                            && line.contains(broken.code())
                            && line.contains(broken.pointer()));
        }
        assertThat(rejected).anyMatch(line -> line.contains("id_format") && line.contains("/id"));
        assertThat(String.join("\n", rejected)).doesNotContain("5555555555554444", "4111-1111");
    }

    private static int broken(Broken broken) {
        return BROKEN.indexOf(broken);
    }

    private static String row(String id, Map<String, String> differing) {
        var members = new LinkedHashMap<>(WHOLE);
        members.put("id", "\"" + id + "\"");
        members.putAll(differing);
        return "{"
                + String.join(
                        ", ",
                        members.entrySet().stream()
                                .map(m -> "\"" + m.getKey() + "\": " + m.getValue())
                                .toList())
                + "}";
    }

    private static List<String> rejected(Path data) throws IOException {
        try (var files = Files.walk(data, FileVisitOption.FOLLOW_LINKS)) {
            var file = files.filter(p -> p.getFileName().toString().equals("rejected.csv"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no rejected.csv under the data folder"));
            return Files.readAllLines(file);
        }
    }
}
