package dev.sluice.cli.mapping;

import dev.sluice.domain.transaction.TransactionType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads mapping files: YAML in which every scalar is a text, at most 100,000 characters. */
public final class MappingFile {

    private static final int LONGEST = 100_000;

    private static final List<String> TYPES =
            Arrays.stream(TransactionType.values()).map(TransactionType::code).toList();

    private MappingFile() {}

    /**
     * Reads and checks a mapping.
     *
     * @throws MappingMistake when it is not one; the message names the file, the key and what is allowed
     */
    public static Mapping read(Path file) throws MappingMistake {
        var name = String.valueOf(file.getFileName());
        try {
            return parse(name, Files.readString(file));
        } catch (IOException e) {
            throw new MappingMistake("cannot read the mapping " + file + ": there is no such file, or it is not UTF-8");
        }
    }

    /** Reads and checks the text of a mapping; messages call it by the name. */
    public static Mapping parse(String name, String text) throws MappingMistake {
        var whole = new Section(name, "", load(name, text));
        whole.allowOnly(List.of("name", "attribution", "source", "type", "fields"));
        var source = source(whole);
        var fields = fields(whole, source);
        return new Mapping(
                whole.required("name", "what the mapping is for"),
                whole.text("attribution").orElse(""),
                source,
                type(whole, source, fields),
                fields);
    }

    private static Map<?, ?> load(String name, String text) throws MappingMistake {
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setSchema(new TextsOnly())
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(LONGEST)
                .build();
        try {
            if (new Load(settings).loadFromString(text) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark()
                    .map(mark -> " line " + (mark.getLine() + 1))
                    .orElse("");
            throw new MappingMistake(name + line + ": not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new MappingMistake(name + ": not YAML that a mapping may hold: " + e.getMessage());
        }
        throw new MappingMistake(name + ": keys and values are expected: name, source, type, fields");
    }

    private static Source source(Section whole) throws MappingMistake {
        var source = whole.section("source")
                .orElseThrow(() -> whole.mistake("source", "missing: how the file is laid out, such as {format: csv}"));
        source.allowOnly(List.of("format", "charset", "delimiter", "header"));
        if (source.oneOf("format", List.of("csv", "jsonl")).orElse("csv").equals("jsonl")) {
            for (var key : List.of("charset", "delimiter", "header")) {
                if (source.has(key)) {
                    throw source.mistake(key, "only a csv has one");
                }
            }
            return new Source.JsonLines();
        }
        return new Source.Csv(
                charset(source),
                source.character("delimiter").orElse(','),
                source.oneOf("header", List.of("true", "false")).orElse("true").equals("true"));
    }

    private static Charset charset(Section source) throws MappingMistake {
        var name = source.text("charset");
        try {
            return name.map(Charset::forName).orElse(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw source.mistake(
                    "charset", "'" + name.orElse("") + "' is not known here; UTF-8 and windows-1252 are, for example");
        }
    }

    private static List<FieldRule> fields(Section whole, Source source) throws MappingMistake {
        var section = whole.section("fields")
                .orElseThrow(() -> whole.mistake("fields", "missing: which column is which field"));
        var fields = new ArrayList<FieldRule>();
        for (var entry : section.entries().keySet()) {
            var name = String.valueOf(entry);
            FieldNames.check(section, name);
            var field = section.section(name)
                    .orElseThrow(() -> section.mistake(name, "missing: where its text comes from"));
            fields.add(FieldSection.rule(name, field, source));
        }
        FieldNames.checkAll(section);
        return fields;
    }

    private static TypeRule type(Section whole, Source source, List<FieldRule> fields) throws MappingMistake {
        var type = whole.section("type")
                .orElseThrow(() -> whole.mistake(
                        "type", "missing: such as {constant: payment} or {whenNegative: credit, otherwise: payment}"));
        if (!type.has("whenNegative") && !type.has("otherwise")) {
            return new TypeRule.FromField(typeField(type, source));
        }
        type.allowOnly(List.of("whenNegative", "otherwise"));
        var bySign = new TypeRule.BySign(
                type.required("whenNegative", "the type of a row with a negative amount"),
                type.required("otherwise", "the type of every other row"));
        type.oneOf("whenNegative", TYPES);
        type.oneOf("otherwise", TYPES);
        if (fields.stream().noneMatch(rule -> rule.field().equals("amount"))) {
            throw type.mistake("whenNegative", "the sign is the amount's, and no field is the amount");
        }
        return bySign;
    }

    private static FieldRule typeField(Section type, Source source) throws MappingMistake {
        var rule = FieldSection.rule("type", type, source);
        type.oneOf("constant", TYPES);
        var values = type.section("values");
        if (values.isPresent()) {
            for (var written : values.get().keys()) {
                values.get().oneOf(written, TYPES);
            }
        }
        return rule;
    }
}
