package dev.sluice.domain.validation.rule;

import java.util.ArrayList;
import java.util.List;

/** A list that is made for its first finding: most rules find nothing in most submissions, and each is asked each time. */
final class Findings {

    private Findings() {}

    /** Those before and one more; of those before nothing else may be kept. */
    static List<Finding> and(List<Finding> before, Finding one) {
        var all = before.isEmpty() ? new ArrayList<Finding>() : before;
        all.add(one);
        return all;
    }
}
