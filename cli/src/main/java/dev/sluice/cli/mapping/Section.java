package dev.sluice.cli.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A part of a mapping file that knows its place, so that every message can name it.
 *
 * @param file the mapping file's name
 * @param path the keys that lead here, joined with dots; empty for the whole
 */
record Section(String file, String path, Map<?, ?> entries) {

    /** Every message starts with the file and the key. */
    MappingMistake mistake(String key, String problem) {
        return new MappingMistake(file + ": " + pathTo(key) + ": " + problem);
    }

    void allowOnly(List<String> keys) throws MappingMistake {
        for (var key : entries.keySet()) {
            if (!keys.contains(String.valueOf(key))) {
                throw mistake(String.valueOf(key), "there is no such key here; allowed: " + String.join(", ", keys));
            }
        }
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Optional<String> text(String key) throws MappingMistake {
        var value = entries.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw mistake(key, "a single text is expected");
    }

    String required(String key, String what) throws MappingMistake {
        return text(key).filter(text -> !text.isBlank()).orElseThrow(() -> mistake(key, "missing: " + what));
    }

    Optional<Section> section(String key) throws MappingMistake {
        var value = entries.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new Section(file, pathTo(key), map));
        }
        throw mistake(key, "keys and values are expected");
    }

    /** A list of texts, or a single one. */
    List<String> texts(String key) throws MappingMistake {
        var value = entries.get(key);
        if (value instanceof List<?> list && list.stream().allMatch(item -> item instanceof String)) {
            return list.stream().map(String::valueOf).toList();
        }
        return text(key).map(List::of).orElse(List.of());
    }

    /** The text, which has to be one of some. */
    Optional<String> oneOf(String key, List<String> allowed) throws MappingMistake {
        var text = text(key);
        if (text.isPresent() && !allowed.contains(text.get())) {
            throw mistake(key, "'" + text.get() + "' is not allowed; allowed: " + String.join(", ", allowed));
        }
        return text;
    }

    /** The character a one-character text holds. */
    Optional<Character> character(String key) throws MappingMistake {
        var text = text(key);
        if (text.isPresent() && text.get().length() != 1) {
            throw mistake(key, "exactly one character is expected");
        }
        return text.map(one -> one.charAt(0));
    }

    /** The keys, sorted: a message that lists them is always the same. */
    TreeSet<String> keys() {
        var keys = new TreeSet<String>();
        entries.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    private String pathTo(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
