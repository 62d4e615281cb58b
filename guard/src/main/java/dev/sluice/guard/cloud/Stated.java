package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.Optional;

/**
 * What people state about a resource for the guard: a tag <code>guard:memory-mb</code>, or a comment that begins with
 * <code>guard:memory-mb 256</code>.
 */
public final class Stated {

    private static final String PREFIX = "guard:";

    private final Tags tags;

    Stated(Tags tags) {
        this.tags = tags;
    }

    /** What is stated under a name; the tag where there are both. */
    public Optional<Value> of(Resource resource, String name) {
        var tag = tags.of(resource).get(PREFIX + name);
        return tag == null ? commented(resource, PREFIX + name) : Optional.of(tag);
    }

    private static Optional<Value> commented(Resource resource, String name) {
        return resource.comments().stream()
                .flatMap(String::lines)
                .map(Stated::plain)
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).strip().split("[\\s,;]", 2)[0])
                .filter(word -> !word.isEmpty())
                .findFirst()
                .map(Value::text);
    }

    /** A line without what marks it as a comment. */
    private static String plain(String line) {
        var rest = line.strip();
        while (rest.startsWith("#") || rest.startsWith("/") || rest.startsWith("*")) {
            rest = rest.substring(1);
        }
        return rest.strip();
    }
}
