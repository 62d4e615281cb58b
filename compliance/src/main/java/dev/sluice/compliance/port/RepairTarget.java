package dev.sluice.compliance.port;

import dev.sluice.compliance.proposal.Proposal.Planned;
import java.util.Map;
import java.util.Optional;

/** What is repaired, one value of one resource at a time. */
public interface RepairTarget {

    /**
     * How the value is at this moment, and whose the resource is; empty where there is no such resource any more.
     *
     * @throws dev.sluice.handlers.port.Unavailable when that cannot be read
     */
    Optional<Present> present(Planned planned);

    /**
     * Makes the value as it is planned, whatever it is now.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it may or may not be so now; making it so again is safe
     */
    void change(Planned planned);

    /**
     * One value as it is.
     *
     * @param value written as in plans, see {@link dev.sluice.compliance.repair.Wording}
     * @param tags all tags of the resource
     * @param hindrance why the value is not to be changed although it could be; empty where nothing speaks against it
     */
    record Present(String value, Map<String, String> tags, Optional<String> hindrance) {
        public Present {
            tags = Map.copyOf(tags);
        }

        public Present(String value, Map<String, String> tags) {
            this(value, tags, Optional.empty());
        }
    }
}
