package dev.sluice.compliance.live;

import dev.sluice.guard.graph.ResourceGraph;

/** What is deployed of an environment, as it is configured at this moment. */
public interface LiveAccount {

    /**
     * All of it, as the guard knows it: each resource under its Terraform type, with the attributes that the provider would
     * show of it, {@code Origin.LIVE}. An attribute that could not be read is unknown, and told as unreadable; an address is
     * the type and the name that the resource has in the account.
     *
     * @throws dev.sluice.handlers.port.Unavailable when what there is could not even be listed: then nothing can be said
     */
    ResourceGraph read();
}
