package dev.sluice.guard.rules.s3;

import dev.sluice.guard.rule.Rule;
import java.util.List;

/** The rules of this package. */
public final class S3Rules {

    public static final List<Rule> ALL = List.of(new PublicBucket(), new PublicAccessBlockOff());

    private S3Rules() {}
}
