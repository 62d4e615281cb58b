package dev.sluice.compliance.repair;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import java.util.Set;

/** One thing that can be put right, and how what is changed will look. It only drafts: whether it harms is told elsewhere. */
interface Remedy {

    RepairKind kind();

    /** The ids of the rules whose findings it answers. */
    Set<String> rules();

    /**
     * How a finding would be put right.
     *
     * @param found the resource that the finding names
     */
    Draft draft(Resource found, Cloud cloud, Norm norm);
}
