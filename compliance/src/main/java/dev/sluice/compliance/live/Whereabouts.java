package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.Collection;
import java.util.List;

/**
 * In which account, region and partition an environment is, as the provider's data sources tell it: {@code
 * data.aws_caller_identity.current} and its like. Policies speak of them, and every ARN says them.
 */
final class Whereabouts {

    private static final int PARTS = 6;

    private Whereabouts() {}

    /** What the first ARN says that says all of it; nothing where there is none. */
    static List<Resource> of(Collection<Resource> resources) {
        return resources.stream()
                .flatMap(resource -> resource.at("arn").asText().stream())
                .map(arn -> arn.split(":", PARTS))
                .filter(parts -> parts.length == PARTS && !parts[3].isEmpty() && !parts[4].isEmpty())
                .findFirst()
                .map(parts -> List.of(
                        LiveResource.looked("aws_partition", "current")
                                .text("id", parts[1])
                                .text("partition", parts[1])
                                .made(),
                        LiveResource.looked("aws_region", "current")
                                .text("id", parts[3])
                                .text("name", parts[3])
                                .made(),
                        LiveResource.looked("aws_caller_identity", "current")
                                .text("id", parts[4])
                                .text("account_id", parts[4])
                                .made()))
                .orElseGet(List::of);
    }
}
