package dev.sluice.handlers.codec;

import dev.sluice.domain.submission.Written;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the members of an object that our own programs wrote; what is not as agreed is refused by name. */
public record Fields(Written.Group group) {

    /** Reads a document of our own. */
    public static Fields parse(JsonDocument reader, String text) {
        return of(reader.read(text));
    }

    public static Fields parse(JsonDocument reader, byte[] bytes) {
        return of(reader.read(bytes));
    }

    private static Fields of(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Document document -> new Fields(document.root());
            case Parsed.Malformed malformed -> throw new IllegalArgumentException(malformed.why());
        };
    }

    public Optional<Written> find(String name) {
        var value = group.members().get(name);
        return value == null || value instanceof Written.Nothing ? Optional.empty() : Optional.of(value);
    }

    public Optional<String> findText(String name) {
        return find(name).isPresent() ? Optional.of(text(name)) : Optional.empty();
    }

    public String text(String name) {
        if (group.members().get(name) instanceof Written.Text(var text)) {
            return text;
        }
        throw unexpected(name, "a string");
    }

    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public long integer(String name) {
        if (group.members().get(name) instanceof Written.Numeral(var literal)) {
            return Long.parseLong(literal);
        }
        throw unexpected(name, "a number");
    }

    public boolean truth(String name) {
        return group.members().get(name) instanceof Written.Truth(var truth) && truth;
    }

    public Optional<Fields> findObject(String name) {
        return find(name).isPresent() ? Optional.of(object(name)) : Optional.empty();
    }

    public Fields object(String name) {
        if (group.members().get(name) instanceof Written.Group members) {
            return new Fields(members);
        }
        throw unexpected(name, "an object");
    }

    public Written.Listing listing(String name) {
        if (group.members().get(name) instanceof Written.Listing items) {
            return items;
        }
        throw unexpected(name, "an array");
    }

    /** The string members of an object; others, and an object that is not there, are passed over. */
    public Map<String, String> texts(String name) {
        var object = findObject(name);
        if (object.isEmpty()) {
            return Map.of();
        }
        var members = object.get().group().members();
        Map<String, String> texts = LinkedHashMap.newLinkedHashMap(members.size());
        for (var member : members.entrySet()) {
            if (member.getValue() instanceof Written.Text(var text)) {
                texts.put(member.getKey(), text);
            }
        }
        return texts;
    }

    private static IllegalArgumentException unexpected(String name, String wanted) {
        return new IllegalArgumentException("'" + name + "' is to be " + wanted);
    }
}
