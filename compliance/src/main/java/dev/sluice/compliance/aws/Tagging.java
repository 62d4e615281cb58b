package dev.sluice.compliance.aws;

import java.util.Map;
import java.util.Optional;

/** The tags of what one service has. */
interface Tagging {

    /** All tags of a resource; empty where there is no such resource. */
    Optional<Map<String, String>> tags(String target);

    /** Adds tags; those that it has stay. */
    void add(String target, Map<String, String> tags);
}
