package dev.sluice.integration.sandbox.authorize;

import java.util.List;
import java.util.Optional;

/** What the operations of one service need (AWS, "Actions, resources, and condition keys for AWS services"). */
interface Asks {

    /** The rights that an operation needs; empty where the operation is not known here. */
    Optional<List<Needed>> of(Operation operation);
}
