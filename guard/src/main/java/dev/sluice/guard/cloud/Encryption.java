package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;

/** How something that is kept is encrypted. */
public sealed interface Encryption {

    /** It is not. */
    record None() implements Encryption {}

    /** With a key of AWS's own, which nobody else sees: SSE-SQS, SSE-S3, a table's default. */
    record ByAws() implements Encryption {}

    /** With the key AWS keeps in the account for a service: {@code alias/aws/sqs}. Its policy cannot be changed. */
    record ManagedKey() implements Encryption {}

    /** With a key of the same infrastructure. */
    record Key(Resource key) implements Encryption {}

    /** With a key that is not among what was read, or it cannot be told. */
    record Elsewhere() implements Encryption {}
}
