package dev.sluice.compliance.norm;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How things are to be in an environment.
 *
 * @param suffix the environment's suffix, which every deployed name ends with
 * @param tags the tags that everything has, {@code Project} and {@code Environment} among them
 * @param logDays how many days a log group keeps its lines
 * @param deadLetterDays how many days a dead-letter queue keeps its letters
 * @param recorder the name of the account's AWS Config recorder
 * @param alarms the names that alarms have in the account, those of one stack together; none where nobody says
 */
public record Norm(
        String suffix,
        Map<String, String> tags,
        int logDays,
        int deadLetterDays,
        String recorder,
        List<Set<String>> alarms) {

    /** The tags that say whose a resource is; what lacks one of them, or has another value there, is nobody's to change. */
    public static final List<String> OWNERSHIP = List.of("Project", "Environment");

    public Norm {
        tags = Map.copyOf(tags);
        alarms = alarms.stream().map(Set::copyOf).toList();
        for (var tag : OWNERSHIP) {
            if (!tags.containsKey(tag)) {
                throw new IllegalArgumentException("the norm names the tag " + tag);
            }
        }
    }

    /** A norm that says nothing of alarms. */
    public Norm(String suffix, Map<String, String> tags, int logDays, int deadLetterDays, String recorder) {
        this(suffix, tags, logDays, deadLetterDays, recorder, List.of());
    }

    /** The same where those alarms are to be there. */
    public Norm alarmed(List<Set<String>> named) {
        return new Norm(suffix, tags, logDays, deadLetterDays, recorder, named);
    }
}
