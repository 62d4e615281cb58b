package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Value;
import java.util.Optional;
import java.util.Set;

/**
 * The names for where a deploy happens: each data block that looks up the region says the same region, whatever the block
 * is called and whichever module it is in.
 */
final class Canonical {

    static final Reference REGION = new Reference("data.aws_region.current", "name");
    static final Reference ACCOUNT = new Reference("data.aws_caller_identity.current", "account_id");
    static final Reference PARTITION = new Reference("data.aws_partition.current", "partition");
    static final Reference DOMAIN = new Reference("data.aws_partition.current", "dns_suffix");

    private static final Set<Reference> ALL = Set.of(REGION, ACCOUNT, PARTITION, DOMAIN);

    private Canonical() {}

    /** Whether a reference is one of these; none of them holds a colon. */
    static boolean isOne(Reference reference) {
        return ALL.contains(reference);
    }

    /** The one name for what a reference looks up, where it looks up one of these. */
    static Optional<Reference> of(Reference reference) {
        var address = reference.address();
        return switch (reference.attribute()) {
            case "name", "id", "region" -> among(address, "aws_region") ? Optional.of(REGION) : Optional.empty();
            case "account_id" -> among(address, "aws_caller_identity") ? Optional.of(ACCOUNT) : Optional.empty();
            case "partition" -> among(address, "aws_partition") ? Optional.of(PARTITION) : Optional.empty();
            case "dns_suffix" -> among(address, "aws_partition") ? Optional.of(DOMAIN) : Optional.empty();
            default -> Optional.empty();
        };
    }

    static Value.Text text(Reference reference) {
        return Value.symbol(reference.address(), reference.attribute());
    }

    private static boolean among(String address, String type) {
        return address.startsWith("data." + type + ".") || address.contains(".data." + type + ".");
    }
}
