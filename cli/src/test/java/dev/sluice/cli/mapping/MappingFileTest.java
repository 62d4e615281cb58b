package dev.sluice.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {

    private static final String WHOLE = """
            name: Some council
            source: {format: csv}
            type: {whenNegative: credit, otherwise: payment}
            fields:
              amount: {column: Amount}
              currency: {constant: GBP}
              accountId: {column: Unit}
              occurredAt: {column: Date, date: dd/MM/yyyy}
            """;

    private static Mapping parse(String text) throws MappingMistake {
        return MappingFile.parse("m.yaml", text);
    }

    @Test
    void readsAWholeMapping() throws MappingMistake {
        var mapping = parse(WHOLE);

        assertThat(mapping.name()).isEqualTo("Some council");
        assertThat(mapping.source()).isEqualTo(new Source.Csv(Charset.forName("UTF-8"), ',', true));
        assertThat(mapping.type()).isEqualTo(new TypeRule.BySign("credit", "payment"));
        assertThat(mapping.fields())
                .extracting(FieldRule::field)
                .containsExactly("amount", "currency", "accountId", "occurredAt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: Some council                   | nome: x                          | m.yaml: nome: there is no such key here; allowed: name, attribution
            name: Some council                   | name: ''                         | m.yaml: name: missing
            source: {format: csv}                | source: {format: xls}            | m.yaml: source.format: 'xls' is not allowed; allowed: csv, jsonl
            source: {format: csv}                | source: csv                      | m.yaml: source: keys and values are expected
            source: {format: csv}                | source: {charset: klingon}       | m.yaml: source.charset: 'klingon' is not known here
            source: {format: csv}                | source: {delimiter: ab}        | m.yaml: source.delimiter: exactly one character
            source: {format: csv}                | source: {header: maybe}          | m.yaml: source.header: 'maybe' is not allowed
            source: {format: csv}                | source: {format: jsonl, header: true} | m.yaml: source.header: only a csv has one
            {whenNegative: credit,               | {whenNegative: rebate,           | m.yaml: type.whenNegative: 'rebate' is not allowed; allowed: payment, refund, credit
            {whenNegative: credit, otherwise: payment} | {whenNegative: credit}     | m.yaml: type.otherwise: missing
            {whenNegative: credit, otherwise: payment} | {constant: gift}           | m.yaml: type.constant: 'gift' is not allowed
            {whenNegative: credit, otherwise: payment} | {column: T, values: {D: gift}} | m.yaml: type.values.D: 'gift' is not allowed
            {column: Amount}                     | {colum: Amount}                  | m.yaml: fields.amount.colum: there is no such key here; allowed: column, position
            {column: Amount}                     | {column: Amount, constant: 1}    | m.yaml: fields.amount: exactly one of column, position, constant
            {column: Amount}                     | {column: Amount, sign: lose}     | m.yaml: fields.amount.sign: 'lose' is not allowed; allowed: keep, drop
            {column: Amount}                     | {column: Amount, grouping: '.'}  | m.yaml: fields.amount.grouping: the decimal sign
            {column: Amount}                     | {position: 0}                    | m.yaml: fields.amount.position: a number from 1 to 1000
            {column: Amount}                     | {column: [a, b]}                 | m.yaml: fields.amount.column: a single text is expected
            {column: Amount}                     | {column: A, maskedTail: 4}       | m.yaml: fields.amount.maskedTail: there is no such key here
            {column: Unit}                       | {column: Unit, maskedTail: 9}    | m.yaml: fields.accountId.maskedTail: a number from 1 to 6
            {column: Unit}                       | {column: Unit, values: {a: ''}}  | m.yaml: fields.accountId.values.a: missing
            date: dd/MM/yyyy}                    | date: dd/bb}                     | m.yaml: fields.occurredAt.date: 'dd/bb' is no pattern
            date: dd/MM/yyyy}                    | date: dd/MM/yyyy, zone: UTC}     | m.yaml: fields.occurredAt.zone: a day
            date: dd/MM/yyyy}                    | dateTime: dd/MM/yyyy HH:mm}      | m.yaml: fields.occurredAt.zone: missing: whose clock
            date: dd/MM/yyyy}                    | dateTime: HH:mm, zone: Mars/Base} | m.yaml: fields.occurredAt.zone: 'Mars/Base' is no time zone
            date: dd/MM/yyyy}                    | dateTime: yyyy XXX, zone: UTC}   | m.yaml: fields.occurredAt.zone: the pattern holds an offset
            date: dd/MM/yyyy}                    | date: yyyy, dateTime: yyyy}      | m.yaml: fields.occurredAt.date: date and dateTime exclude
            date: dd/MM/yyyy}                    | zone: UTC}                       | m.yaml: fields.occurredAt.zone: only a dateTime
            currency: {constant: GBP}            | currencies: {constant: GBP}      | m.yaml: fields.currencies: there is no such field; allowed: id, amount, currency
            currency: {constant: GBP}            | metadata.a: {constant: GBP}      | m.yaml: fields.currency: missing: every transaction has one
            currency: {constant: GBP}            | currency:                        | m.yaml: fields.currency: keys and values are expected
            name: Some council                   | name: [                          | m.yaml line
            name: Some council                   | `name: a\nname: b`               | m.yaml line
            """)
    void aMistakeIsNamedWithFileKeyAndWhatIsAllowed(String part, String mistake, String message) {
        assertThat(WHOLE).contains(part);
        var text = WHOLE.replace(part, mistake.replace("\\n", "\n"));

        assertThatThrownBy(() -> parse(text)).isInstanceOf(MappingMistake.class).hasMessageStartingWith(message);
    }

    @Test
    void billingComesWhole() {
        assertThatThrownBy(() -> parse(WHOLE + "  billingAmount: {column: B}\n"))
                .hasMessageContaining("fields.billingAmount: billingAmount and billingCurrency come together");
    }

    @Test
    void metadataIsBounded() {
        var many = new StringBuilder(WHOLE);
        for (var i = 0; i < 21; i++) {
            many.append("  metadata.k").append(i).append(": {constant: x}\n");
        }
        assertThatThrownBy(() -> parse(many.toString())).hasMessageContaining("at most 20 are kept, here are 21");
        assertThatThrownBy(() -> parse(WHOLE + "  metadata." + "k".repeat(41) + ": {constant: x}\n"))
                .hasMessageContaining("a metadata key has 1 to 40 characters");
    }

    @Test
    void whatIsMissingAsAWholeIsNamedToo() {
        assertThatThrownBy(() -> parse("name: x\n")).hasMessageStartingWith("m.yaml: source: missing");
        assertThatThrownBy(() -> parse("name: x\nsource: {}\n")).hasMessageStartingWith("m.yaml: fields: missing");
        assertThatThrownBy(() -> parse(WHOLE.replaceAll("(?m)^type.*\n", ""))).hasMessageStartingWith("m.yaml: type:");
        assertThatThrownBy(() -> parse("just a text")).hasMessageContaining("keys and values are expected");
        assertThatThrownBy(() -> parse("")).hasMessageContaining("keys and values are expected");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> MappingFile.read(Path.of("nowhere.yaml")))
                .isInstanceOf(MappingMistake.class)
                .hasMessageContaining("nowhere.yaml");
    }
}
