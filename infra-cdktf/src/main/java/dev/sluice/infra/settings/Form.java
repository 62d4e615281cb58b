package dev.sluice.infra.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the values of a setting are written in JSON.
 *
 * @param rule what a value is, as the end of "it is …"
 * @param reading the value, where what is written keeps the rule
 * @param writing the value as it would be written
 */
public record Form<T>(String rule, Function<JsonNode, Optional<T>> reading, Function<T, String> writing) {

    static Form<Integer> wholeNumber(int least, int most) {
        return new Form<>(
                "a whole number from " + least + " to " + most,
                json -> whole(json).filter(n -> n >= least && n <= most),
                String::valueOf);
    }

    /** A whole number that is one of a few. */
    static Form<Integer> oneOf(List<Integer> numbers) {
        return new Form<>(
                "one of " + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                json -> whole(json).filter(numbers::contains),
                String::valueOf);
    }

    /** A whole number, or {@code none}. */
    static Form<Optional<Integer>> wholeNumberOrNone(int least, int most) {
        return new Form<>(
                "a whole number from " + least + " to " + most + ", or \"none\"",
                json -> json.isTextual() && json.textValue().equals("none")
                        ? Optional.of(Optional.empty())
                        : maybe(whole(json).filter(n -> n >= least && n <= most)),
                value -> value.map(String::valueOf).orElse("\"none\""));
    }

    static Form<Boolean> yesOrNo() {
        return new Form<>(
                "true or false",
                json -> json.isBoolean() ? Optional.of(json.booleanValue()) : Optional.empty(),
                String::valueOf);
    }

    static Form<String> text(Pattern pattern, String rule) {
        return new Form<>(rule, json -> matching(json, pattern), Form::quoted);
    }

    /** Text, or none where it is left out. */
    static Form<Optional<String>> optionalText(Pattern pattern, String rule) {
        return new Form<>(
                rule,
                json -> maybe(matching(json, pattern)),
                value -> value.map(Form::quoted).orElse("none"));
    }

    static <E extends Enum<E>> Form<E> word(List<E> values, Function<E, String> wording) {
        return new Form<>(
                values.stream().map(v -> quoted(wording.apply(v))).collect(Collectors.joining(" or ")),
                json -> values.stream()
                        .filter(v -> json.isTextual() && wording.apply(v).equals(json.textValue()))
                        .findFirst(),
                value -> quoted(wording.apply(value)));
    }

    /** A list of texts, none of them twice. */
    static Form<List<String>> texts(Pattern pattern, int least, int most, String rule) {
        return new Form<>(
                rule,
                json -> {
                    if (!json.isArray() || json.size() < least || json.size() > most) {
                        return Optional.empty();
                    }
                    List<String> texts = new ArrayList<>();
                    for (var item : json) {
                        matching(item, pattern).filter(t -> !texts.contains(t)).ifPresent(texts::add);
                    }
                    return texts.size() == json.size() ? Optional.of(List.copyOf(texts)) : Optional.empty();
                },
                value -> value.stream().map(Form::quoted).collect(Collectors.joining(", ", "[", "]")));
    }

    /** An object of texts, in the order of their names. */
    static Form<Map<String, String>> textByName(Pattern name, Pattern value, int most, String rule) {
        return new Form<>(
                rule,
                json -> {
                    if (!json.isObject() || json.size() > most) {
                        return Optional.empty();
                    }
                    var texts = new TreeMap<String, String>();
                    for (var member : json.properties()) {
                        if (name.matcher(member.getKey()).matches()) {
                            matching(member.getValue(), value).ifPresent(text -> texts.put(member.getKey(), text));
                        }
                    }
                    return texts.size() == json.size() ? Optional.of(Map.copyOf(texts)) : Optional.empty();
                },
                texts -> new TreeMap<>(texts)
                        .entrySet().stream()
                                .map(text -> quoted(text.getKey()) + ": " + quoted(text.getValue()))
                                .collect(Collectors.joining(", ", "{", "}")));
    }

    /** An object that is handed on as it is written, without white space. */
    static Form<String> object(Pattern name, int least, int longestBytes, String rule) {
        return new Form<>(
                rule,
                json -> Optional.of(json)
                        .filter(j -> j.isObject() && j.size() >= least)
                        .filter(j -> j.propertyStream()
                                .allMatch(m -> name.matcher(m.getKey()).matches()))
                        .map(JsonNode::toString)
                        .filter(text -> text.getBytes(StandardCharsets.UTF_8).length <= longestBytes),
                Function.identity());
    }

    /** A value that is there, where it could be read; one that cannot be read is none at all. */
    private static <T> Optional<Optional<T>> maybe(Optional<T> read) {
        return read.isPresent() ? Optional.of(read) : Optional.empty();
    }

    private static Optional<Integer> whole(JsonNode json) {
        return json.isIntegralNumber() && json.canConvertToInt() ? Optional.of(json.intValue()) : Optional.empty();
    }

    private static Optional<String> matching(JsonNode json, Pattern pattern) {
        return Optional.ofNullable(json.textValue())
                .filter(t -> pattern.matcher(t).matches());
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
