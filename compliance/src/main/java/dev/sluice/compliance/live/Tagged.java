package dev.sluice.compliance.live;

import java.util.List;

/**
 * The ARNs of everything that bears an environment's tags, as the Resource Groups Tagging API tells them.
 *
 * @param arns in their order
 */
record Tagged(List<String> arns) {

    Tagged {
        arns = List.copyOf(arns);
    }

    /** The resource part of each ARN of a service that begins so: {@code of("lambda", "function:")}, the beginning left out. */
    List<String> of(String service, String beginning) {
        return arns.stream()
                .map(arn -> arn.split(":", 6))
                .filter(parts -> parts.length == 6 && parts[2].equals(service) && parts[5].startsWith(beginning))
                .map(parts -> parts[5].substring(beginning.length()))
                .toList();
    }
}
