package dev.sluice.cli.replay;

import dev.sluice.cli.mapping.Cells;
import dev.sluice.cli.mapping.FieldRule;
import dev.sluice.cli.mapping.Mapping;
import dev.sluice.cli.mapping.MappingMistake;
import dev.sluice.cli.mapping.Origin;
import dev.sluice.cli.mapping.Source;
import dev.sluice.cli.mapping.TypeRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a CSV file.
 *
 * @param names where each named column stands, from 0
 * @param header how many cells the header has; 0 where there is none, and rows may have any number
 */
record Columns(Map<String, Integer> names, int header) {

    /** Reads the header, where there is one, and checks that every column of the mapping is there. */
    static Columns of(Path file, Source.Csv layout, CsvRecords records, Mapping mapping)
            throws IOException, MappingMistake {
        if (!layout.header()) {
            return new Columns(Map.of(), 0);
        }
        if (!(records.next().orElse(null) instanceof CsvRecords.Fields first)) {
            throw new MappingMistake(file + ": there is no header in the first line");
        }
        var names = new HashMap<String, Integer>();
        for (var i = 0; i < first.cells().size(); i++) {
            var name = first.cells().get(i).strip();
            if (names.putIfAbsent(name, i) != null && used(mapping, name)) {
                throw new MappingMistake(file + ": two columns are called '" + name + "': map it by its position");
            }
        }
        var columns = new Columns(Map.copyOf(names), first.cells().size());
        columns.checkHas(file, mapping);
        return columns;
    }

    int count() {
        return header;
    }

    boolean fits(List<String> cells) {
        return header == 0 || cells.size() == header;
    }

    Cells cells(List<String> fields) {
        return origin -> index(origin)
                .filter(index -> index < fields.size())
                .map(index -> fields.get(index).strip())
                .filter(text -> !text.isEmpty());
    }

    private Optional<Integer> index(Origin origin) {
        return switch (origin) {
            case Origin.Column(var name) -> Optional.ofNullable(names.get(name));
            case Origin.Position(var place) -> Optional.of(place - 1);
            case Origin.Constant ignored -> Optional.empty();
            case Origin.Pointer ignored -> Optional.empty();
        };
    }

    private void checkHas(Path file, Mapping mapping) throws MappingMistake {
        for (var rule : rules(mapping)) {
            var missing = switch (rule.origin()) {
                case Origin.Column(var name) -> !names.containsKey(name);
                case Origin.Position(var place) -> place > header;
                case Origin.Constant ignored -> false;
                case Origin.Pointer ignored -> false;
            };
            if (missing) {
                throw new MappingMistake("the mapping '" + mapping.name() + "' makes " + rule.field() + " from "
                        + rule.origin().described() + ", which " + file + " does not have; its columns: "
                        + String.join(", ", names.keySet().stream().sorted().toList()));
            }
        }
    }

    private static boolean used(Mapping mapping, String column) {
        return rules(mapping).stream().anyMatch(rule -> rule.origin().equals(new Origin.Column(column)));
    }

    private static List<FieldRule> rules(Mapping mapping) {
        var rules = new ArrayList<>(mapping.fields());
        if (mapping.type() instanceof TypeRule.FromField(var rule)) {
            rules.add(rule);
        }
        return rules;
    }
}
