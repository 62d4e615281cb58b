package dev.sluice.guard.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One resource, or one data source.
 *
 * @param address its name in all of the infrastructure, as Terraform writes it
 * @param module the address of the module it is in; empty for the root
 * @param data whether it is looked up and not made
 * @param type {@code aws_sqs_queue}
 * @param name the name its block has
 * @param attributes what it says
 * @param dependsOn what it waits for beside what it refers to: addresses, keys left out
 * @param place where it is written
 * @param before what it was before a plan's change; empty where there is no plan, or where it is new
 * @param written what its block says before anything is worked out, expressions as texts; empty where a source has none
 * @param comments what is written in its block for people, for suppressions
 */
public record Resource(
        String address,
        String module,
        boolean data,
        String type,
        String name,
        Value.Fields attributes,
        Set<String> dependsOn,
        Place place,
        Optional<Value.Fields> before,
        Value.Fields written,
        List<String> comments) {

    public Resource {
        dependsOn = Set.copyOf(dependsOn);
        comments = List.copyOf(comments);
    }

    /** What lies at a path of its attributes; see {@link Value#at}. */
    public Value at(String... path) {
        return attributes.at(path);
    }

    /** Its address without the key of an instance: what a {@code depends_on} names. */
    public String block() {
        return Address.ofBlock(address);
    }

    /** The same resource is mostly the same object, which nobody has to go through to see. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Resource resource
                        && address.equals(resource.address)
                        && place.equals(resource.place)
                        && attributes.equals(resource.attributes)
                        && before.equals(resource.before));
    }

    /** Of its address alone, which tells resources apart: all that it says would be gone through each time. */
    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public String toString() {
        return address;
    }
}
