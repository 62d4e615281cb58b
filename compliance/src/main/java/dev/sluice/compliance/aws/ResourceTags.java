package dev.sluice.compliance.aws;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.repair.Wording;
import dev.sluice.handlers.port.Unavailable;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the norm's tags a resource bears; the target is an ARN, of a queue its URL.
 *
 * @param byService by the third part of ARNs
 */
record ResourceTags(Map<String, Tagging> byService, Norm norm) implements RepairTarget {

    private static final String ARN = "arn:";
    private static final String QUEUES = "sqs";

    @Override
    public Optional<Present> present(Planned planned) {
        return tagging(planned).tags(planned.target()).map(tags -> new Present(Wording.tags(tags, norm), tags));
    }

    @Override
    public void change(Planned planned) {
        var tagging = tagging(planned);
        var lacking = tagging.tags(planned.target())
                .map(tags -> Wording.lacking(tags, norm))
                .orElseThrow(() -> new Unavailable("there is no such resource any more"));
        if (!lacking.isEmpty()) {
            tagging.add(planned.target(), lacking);
        }
    }

    private Tagging tagging(Planned planned) {
        var service = planned.target().startsWith(ARN) ? planned.target().split(":", 4)[2] : QUEUES;
        return Optional.ofNullable(byService.get(service))
                .orElseThrow(() -> new IllegalArgumentException("nothing of " + service + " is tagged"));
    }
}
