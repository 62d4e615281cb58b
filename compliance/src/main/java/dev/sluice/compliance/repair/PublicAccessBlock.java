package dev.sluice.compliance.repair;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.HashMap;
import java.util.Set;

/** All four locks of a bucket's public access block are on. A bucket that is public already is left to people. */
final class PublicAccessBlock implements Remedy {

    @Override
    public RepairKind kind() {
        return RepairKind.PUBLIC_ACCESS_BLOCK;
    }

    @Override
    public Set<String> rules() {
        return Set.of("s3-public-access-block-off");
    }

    @Override
    public Draft draft(Resource block, Cloud cloud, Norm norm) {
        return cloud.graph()
                .target(block.at("bucket"), "aws_s3_bucket")
                .flatMap(bucket -> cloud.text(bucket, "bucket").map(name -> change(bucket, name, block, cloud)))
                .map(Draft.Changes::of)
                .orElseGet(Draft.None::new);
    }

    private static Draft.Change change(Resource bucket, String name, Resource block, Cloud cloud) {
        var on = new HashMap<String, Boolean>();
        var locked = block;
        for (var lock : Wording.LOCKS) {
            on.put(lock, cloud.truth(block, lock).orElse(false));
            locked = Amended.with(locked, lock, new Value.Truth(true));
        }
        return new Draft.Change(bucket, locked, name, Wording.locks(on), Wording.ON);
    }
}
