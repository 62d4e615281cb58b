package dev.sluice.domain.validation.reading;

import dev.sluice.domain.submission.Written;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each known field as it was written, and its text normalized; what is missing or {@code null} is nothing. */
record KnownFields(Map<Field, Optional<Written>> written, Map<Field, Optional<String>> texts) {

    static KnownFields of(Written.Group root) {
        var written = known(root);
        return new KnownFields(written, normalTexts(written));
    }

    Optional<Written> written(Field field) {
        return of(written, field);
    }

    Optional<String> text(Field field) {
        return of(texts, field);
    }

    static boolean isSomething(Written value) {
        return !(value instanceof Written.Nothing);
    }

    /** Something or nothing for each field, made once: several rules ask for each. */
    private static Map<Field, Optional<Written>> known(Written.Group root) {
        Map<Field, Optional<Written>> known = new EnumMap<>(Field.class);
        for (var field : Field.ALL) {
            var part = field.parent().isEmpty()
                    ? Optional.<Written>of(root)
                    : of(known, field.parent().get());
            known.put(field, part.isPresent() ? member(part.get(), field) : Optional.empty());
        }
        return known;
    }

    private static <T> Optional<T> of(Map<Field, Optional<T>> known, Field field) {
        return known.getOrDefault(field, Optional.empty());
    }

    private static Optional<Written> member(Written part, Field field) {
        if (part instanceof Written.Group(var members)) {
            var value = members.get(field.member());
            if (value != null && isSomething(value)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static Map<Field, Optional<String>> normalTexts(Map<Field, Optional<Written>> written) {
        Map<Field, Optional<String>> texts = new EnumMap<>(Field.class);
        // Not entry by entry: that makes an object for each.
        for (var field : Field.ALL) {
            texts.put(field, of(written, field).flatMap(NormalText::of));
        }
        return texts;
    }

    /** Of these fields and of the metadata, each text that holds anything but the printable characters of ASCII. */
    List<Place> unusualTexts(List<MetadataEntry> metadata) {
        List<Place> places = List.of();
        for (var field : Field.ALL) {
            var text = of(texts, field);
            if (text.isPresent() && !NormalText.isPlain(text.get())) {
                places = and(places, new Place(field.pointer(), text.get()));
            }
        }
        for (var entry : metadata) {
            if (!NormalText.isPlain(entry.key())) {
                places = and(places, new Place(entry.pointer(), entry.key()));
            }
            var text = entry.text();
            if (text.isPresent() && !NormalText.isPlain(text.get())) {
                places = and(places, new Place(entry.pointer(), text.get()));
            }
        }
        return places;
    }

    /** Most submissions have none. */
    private static List<Place> and(List<Place> places, Place one) {
        var all = places.isEmpty() ? new ArrayList<Place>() : places;
        all.add(one);
        return all;
    }
}
