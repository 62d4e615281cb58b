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
        return Optional.ofNullable(group.members().get(name)).filter(v -> !(v instanceof Written.Nothing));
    }

    public Optional<String> findText(String name) {
        return find(name).map(v -> {
            if (v instanceof Written.Text text) {
                return text.value();
            }
            throw unexpected(name, "a string");
        });
    }

    public String text(String name) {
        return findText(name).orElseThrow(() -> unexpected(name, "a string"));
    }

    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public long integer(String name) {
        if (find(name).orElseThrow(() -> unexpected(name, "a number")) instanceof Written.Numeral numeral) {
            return Long.parseLong(numeral.literal());
        }
        throw unexpected(name, "a number");
    }

    public boolean truth(String name) {
        return find(name).orElseGet(() -> new Written.Truth(false)) instanceof Written.Truth truth && truth.value();
    }

    public Optional<Fields> findObject(String name) {
        return find(name).map(v -> {
            if (v instanceof Written.Group members) {
                return new Fields(members);
            }
            throw unexpected(name, "an object");
        });
    }

    public Fields object(String name) {
        return findObject(name).orElseThrow(() -> unexpected(name, "an object"));
    }

    public Written.Listing listing(String name) {
        if (find(name).orElseThrow(() -> unexpected(name, "an array")) instanceof Written.Listing items) {
            return items;
        }
        throw unexpected(name, "an array");
    }

    /** The string members of an object; others, and an object that is not there, are passed over. */
    public Map<String, String> texts(String name) {
        var texts = new LinkedHashMap<String, String>();
        findObject(name)
                .ifPresent(o -> o.group().members().forEach((key, value) -> {
                    if (value instanceof Written.Text text) {
                        texts.put(key, text.value());
                    }
                }));
        return texts;
    }

    private static IllegalArgumentException unexpected(String name, String wanted) {
        return new IllegalArgumentException("'" + name + "' is to be " + wanted);
    }
}
