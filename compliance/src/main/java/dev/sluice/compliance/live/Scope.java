package dev.sluice.compliance.live;

import java.util.Map;

/**
 * Which resources of an account are one environment's.
 *
 * <p>What bears its tags is, and so is what is named as its parts are: a resource that lost its tags is to be found as well.
 *
 * @param suffix the environment's suffix
 * @param tags the tags that say whose a resource is, with their values
 */
record Scope(String suffix, Map<String, String> tags) {

    private static final String PREFIX = "sluice-";

    Scope {
        tags = Map.copyOf(tags);
    }

    /** What the name of every part begins with; what lists names by their beginning is asked for this. */
    String prefix() {
        return PREFIX;
    }

    /** Whether something of that name is one of its parts: {@code sluice-} at its beginning, the suffix at its end. */
    boolean names(String name) {
        return name.startsWith(PREFIX) && name.endsWith("-" + suffix);
    }

    /** Whether those tags are the environment's. */
    boolean owns(Map<String, String> of) {
        return tags.entrySet().stream().allMatch(tag -> tag.getValue().equals(of.get(tag.getKey())));
    }
}
