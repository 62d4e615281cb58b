package dev.sluice.cli.preflight;

import dev.sluice.cli.stacks.Stack;
import dev.sluice.cli.tools.Surroundings;
import java.util.Optional;

/**
 * Where a stack would be deployed to.
 *
 * @param region the name of a region, such as {@code eu-west-2}
 * @param from who says so
 */
public record Place(String region, String from) {

    /** In the order that Terraform's provider looks: the stack, the environment, the profile. */
    public static Optional<Place> of(Stack stack, Surroundings around, Cloud cloud) {
        return stack.region()
                .map(region -> new Place(region, "the stack"))
                .or(() -> variable(around, "AWS_REGION"))
                .or(() -> variable(around, "AWS_DEFAULT_REGION"))
                .or(() -> cloud.profileRegion().map(region -> new Place(region, "the profile")));
    }

    private static Optional<Place> variable(Surroundings around, String name) {
        return around.variable(name).map(region -> new Place(region, name));
    }
}
