package dev.sluice.compliance.rule;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/**
 * An account in which AWS Config records nothing: it has no recorder, or the recorder is stopped.
 *
 * <p>Only an account knows; no infrastructure that may stand beside another makes a recorder, since there is one for an
 * account and region.
 */
public final class RecorderOff implements Rule {

    private static final Card CARD = new Card(
            "account-recorder-off",
            Severity.WARNING,
            "AWS Config records nothing in this account and region",
            "Who changed what, and when, is not to be found out afterwards, and what else relies on AWS Config in this "
                    + "account (its managed rules, Security Hub) sees nothing. These scans do not need it.",
            "Have the account's owner make one recorder for the account and region and start it (aws configservice "
                    + "start-configuration-recorder), outside of this system; name it in the setting for the recorder. "
                    + "Where the account does without on purpose, suppress this rule with that reason.",
            "https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html");

    private static final String TYPE = "aws_config_configuration_recorder";
    private static final String ACCOUNT = "data." + TYPE;

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        if (cloud.graph().origin() != Origin.LIVE) {
            return Stream.empty();
        }
        var recorders = cloud.graph().dataOf(TYPE);
        return recorders.isEmpty()
                ? Stream.of(new Finding(
                        CARD,
                        new Finding.Broken("there is no recorder of the name that is expected"),
                        ACCOUNT,
                        new Place(ACCOUNT, 0)))
                : recorders.stream().flatMap(recorder -> said(cloud, recorder));
    }

    private Stream<Finding> said(Cloud cloud, Resource recorder) {
        return cloud.truth(recorder, "recording")
                .map(recording -> recording
                        ? Stream.<Finding>empty()
                        : Stream.of(broken(recorder, "the recorder " + recorder.name() + " is stopped")))
                .orElseGet(() -> Stream.of(
                        cannotTell(recorder, "whether the recorder " + recorder.name() + " runs could not be read")));
    }
}
