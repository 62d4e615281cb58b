package dev.sluice.domain.validation;

import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.submission.Written;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submission as a map of its fields, each by the names on the way to it; every change makes another draft.
 *
 * <p>A group is written when a field in it is; a field put in place of a group takes the place of what was in it.
 */
public record Draft(String source, Map<List<String>, Written> fields) {

    public Draft {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Names as one writes them: {@code merchant.name} is the name in the merchant. */
    public static List<String> path(String dotted) {
        return List.of(dotted.split("\\."));
    }

    public Draft with(String dotted, Written value) {
        return with(path(dotted), value);
    }

    public Draft with(String dotted, String text) {
        return with(path(dotted), new Written.Text(text));
    }

    public Draft with(List<String> path, Written value) {
        var changed = new LinkedHashMap<>(without(path).fields);
        changed.put(path, value);
        return new Draft(source, changed);
    }

    /** Without the field and whatever is in it. */
    public Draft without(String dotted) {
        return without(path(dotted));
    }

    public Draft without(List<String> path) {
        var changed = new LinkedHashMap<>(fields);
        changed.keySet().removeIf(field -> begins(field, path));
        return new Draft(source, changed);
    }

    public Optional<Written> written(String dotted) {
        return Optional.ofNullable(fields.get(path(dotted)));
    }

    /** The text in a field that is known to be there. */
    public String text(String dotted) {
        return written(dotted).map(value -> ((Written.Text) value).value()).orElseThrow();
    }

    public Submission submission() {
        return new Submission(source, group(List.of()));
    }

    private Written.Group group(List<String> path) {
        var members = new LinkedHashMap<String, Written>();
        fields.forEach((field, value) -> {
            if (field.size() > path.size() && begins(field, path)) {
                var name = field.get(path.size());
                if (field.size() == path.size() + 1) {
                    members.put(name, value);
                } else if (!members.containsKey(name)) {
                    members.put(name, group(field.subList(0, path.size() + 1)));
                }
            }
        });
        return new Written.Group(members);
    }

    static boolean begins(List<String> field, List<String> path) {
        return field.size() >= path.size() && field.subList(0, path.size()).equals(path);
    }
}
