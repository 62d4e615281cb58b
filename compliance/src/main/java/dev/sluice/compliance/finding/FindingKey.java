package dev.sluice.compliance.finding;

import dev.sluice.guard.rule.Finding;

/**
 * What makes two findings of two scans the same: the rule, and what it was said of.
 *
 * @param rule the rule's id, such as {@code sqs-short-dead-letter-retention}
 * @param resource the address of the live resource: its Terraform type and the name it has in the account, such as
 *     {@code aws_sqs_queue.sluice-processor-dlq-dev}
 */
public record FindingKey(String rule, String resource) implements Comparable<FindingKey> {

    public FindingKey {
        if (rule.isBlank() || resource.isBlank()) {
            throw new IllegalArgumentException("a finding names its rule and its resource");
        }
    }

    /** By what a finding is known again. */
    public static FindingKey of(Finding finding) {
        return new FindingKey(finding.rule().id(), finding.resource());
    }

    /** As one word, by which people name it in a command. */
    public String id() {
        return rule + "@" + resource;
    }

    @Override
    public int compareTo(FindingKey other) {
        return id().compareTo(other.id());
    }
}
