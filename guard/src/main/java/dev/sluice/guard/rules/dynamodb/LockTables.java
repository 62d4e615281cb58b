package dev.sluice.guard.rules.dynamodb;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;

/** Which tables hold nothing but the locks of Terraform's own state: a few calls a deploy, and nothing to recover. */
final class LockTables {

    private LockTables() {}

    /** Terraform's S3 backend asks for this key, and nothing else does. */
    static boolean isOne(Cloud cloud, Resource table) {
        return cloud.text(table, "hash_key").filter("LockID"::equals).isPresent();
    }
}
