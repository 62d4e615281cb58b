package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Place;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;
import java.util.regex.Pattern;

/** The region that is deployed to. */
final class RegionCheck implements Check {

    private static final Pattern NAME = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");
    private static final Remedy SAY_IT =
            Remedy.of("Say the region, for example:", "export AWS_REGION=eu-west-2", "./sluice synth");

    @Override
    public String what() {
        return "region";
    }

    @Override
    public String wanted() {
        return "one, from the stack, AWS_REGION, AWS_DEFAULT_REGION or the profile";
    }

    @Override
    public Finding look(Subject subject) {
        return subject.place().map(this::named).orElseGet(() -> stop("none is set", SAY_IT));
    }

    private Finding named(Place place) {
        var found = place.region() + ", from " + place.from();
        return NAME.matcher(place.region()).matches() ? fine(found) : stop(found + ", is no region's name", SAY_IT);
    }
}
