package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.List;

/** Reads what there is of an environment in one service. */
interface ServiceReader {

    /**
     * The resources of the environment in this service, each as Terraform would show it.
     *
     * @param tagged what bears the environment's tags, whatever it is called
     * @param unread where to tell what could not be read of a resource; that attribute is unknown then
     * @throws dev.sluice.handlers.port.Unavailable when not even a list could be had
     */
    List<Resource> read(Scope scope, Tagged tagged, Unread unread);
}
