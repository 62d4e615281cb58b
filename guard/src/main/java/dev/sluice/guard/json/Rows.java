package dev.sluice.guard.json;

import dev.sluice.guard.graph.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A JSON file that is one named list of rows, each an object of the same texts: <code>{"list": [{"a": "…"}]}</code>.
 *
 * <p>It is read strictly: a member that is not known would be a setting that its writer believes in and nobody reads.
 */
public final class Rows {

    /** More than anybody keeps by hand, and little enough to be compared with every finding. */
    private static final int MOST = 20_000;

    private Rows() {}

    /**
     * One row.
     *
     * @param cells its texts, every one there and none blank
     * @param place where it is written
     */
    public record Row(Map<String, String> cells, Place place) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /** The text of a name that was asked for. */
        public String get(String name) {
            var cell = cells.get(name);
            if (cell == null) {
                throw new IllegalArgumentException("rows have no " + name);
            }
            return cell;
        }
    }

    /**
     * The rows of a file.
     *
     * @param file its name, for messages
     * @param text what is in it
     * @param list the name of the list
     * @param names the names of a row's texts
     */
    public static List<Row> read(String file, String text, String list, Set<String> names) throws FileMistake {
        Json document;
        try {
            document = JsonReader.read(text);
        } catch (NotJson notJson) {
            throw new FileMistake(new Place(file, notJson.line()), String.valueOf(notJson.getMessage()));
        }
        var items = items(file, document, list);
        if (items.size() > MOST) {
            throw new FileMistake(new Place(file, document.line()), "there are more than " + MOST + " " + list);
        }
        var rows = new ArrayList<Row>();
        for (var item : items) {
            rows.add(row(new Place(file, item.line()), item, names));
        }
        return List.copyOf(rows);
    }

    private static List<Json> items(String file, Json document, String list) throws FileMistake {
        var place = new Place(file, document.line());
        if (!(document instanceof Json.Obj object)) {
            throw new FileMistake(place, "an object with the list \"" + list + "\" is expected");
        }
        for (var member : object.members()) {
            if (!member.name().equals(list)) {
                throw new FileMistake(
                        new Place(file, member.line()),
                        "\"" + member.name() + "\" is not known; \"" + list + "\" is all there is");
            }
        }
        if (object.members().size() == 1
                && object.members().getFirst().value() instanceof Json.Arr(var items, var ignored)) {
            return items;
        }
        throw new FileMistake(place, "one list \"" + list + "\" is expected");
    }

    private static Row row(Place place, Json item, Set<String> names) throws FileMistake {
        if (!(item instanceof Json.Obj object)) {
            throw new FileMistake(place, "an object is expected");
        }
        var cells = new HashMap<String, String>();
        for (var member : object.members()) {
            var where = new Place(place.file(), member.line());
            if (!names.contains(member.name())) {
                throw new FileMistake(where, "\"" + member.name() + "\" is not known; known are " + listed(names));
            }
            if (!(member.value() instanceof Json.Str(var text, var ignored)) || text.isBlank()) {
                throw new FileMistake(where, "\"" + member.name() + "\" is to be a text that is not blank");
            }
            if (cells.put(member.name(), text.strip()) != null) {
                throw new FileMistake(where, "\"" + member.name() + "\" is there twice");
            }
        }
        for (var name : new TreeSet<>(names)) {
            if (!cells.containsKey(name)) {
                throw new FileMistake(place, "\"" + name + "\" is missing");
            }
        }
        return new Row(cells, place);
    }

    private static String listed(Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }
}
