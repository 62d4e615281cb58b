package dev.sluice.integration.sandbox.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.authorize.Judge;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final String ERRORS = "aws_cloudwatch_metric_alarm.payer_errors";

    private final MadeStack stack = new MadeStack();

    private List<String> unheard() {
        var deployment = stack.deployed();
        return Watch.unheard(deployment, new Judge(deployment));
    }

    @Test
    void ofEveryTroubleSomebodyIsTold() {
        assertThat(unheard()).isEmpty();
        assertThat(Watch.idle(stack.deployed())).isEmpty();
    }

    @Test
    void everyTroubleIsToldOfOnce() {
        var deployment = stack.deployed();

        assertThat(Trouble.of(deployment))
                .hasSize(7)
                .allSatisfy(
                        trouble -> assertThat(Watch.heard(deployment, trouble)).hasSize(1));
    }

    @Test
    void anAlarmThatWasTakenAwayIsMissed() {
        for (var address : stack.alarms()) {
            var left = new MadeStack().without(address).deployed();

            assertThat(Watch.unheard(left, new Judge(left))).as(address).hasSize(1);
        }
    }

    @Test
    void whatIsMissingIsSaid() {
        stack.without(ERRORS);

        assertThat(unheard())
                .containsExactly("nobody is told when payer fails: no alarm of what was deployed goes off for"
                        + " AWS/Lambda Errors of FunctionName=payer");
    }

    @Test
    void anAlarmOfSomethingElseDoesNotTell() {
        stack.saying(ERRORS, "dimensions", "{\"FunctionName\": \"player\"}");

        assertThat(unheard()).singleElement().asString().contains("payer fails");
        assertThat(Watch.idle(stack.deployed()))
                .containsExactly("payer_errors is set off by nothing that can happen to what was deployed");
    }

    @Test
    void anAlarmThatAsksTooMuchIsNamedWithItsNumbers() {
        stack.saying(ERRORS, "threshold", "30");

        assertThat(unheard())
                .singleElement()
                .asString()
                .endsWith(
                        "; payer_errors is OK while all is well and then OK (Errors 30.0: 30.0 <= 30.0, 0 of 1 periods)");
    }

    @Test
    void anAlarmThatIsAlwaysOnTellsNothing() {
        stack.saying("aws_cloudwatch_metric_alarm.payer_lost", "treat_missing_data", "\"breaching\"");

        assertThat(unheard()).singleElement().asString().contains("payer_lost is ALARM while all is well");
    }

    @Test
    void anAlarmWithoutATopicTellsNobody() {
        stack.saying(ERRORS, "alarm_actions", "[]");

        assertThat(unheard())
                .containsExactly("nobody is told when payer fails: payer_errors goes off, but tells no topic");
    }

    @Test
    void anAlarmWhoseActionsAreOffTellsNobody() {
        stack.saying(ERRORS, "actions_enabled", "false");

        assertThat(unheard()).singleElement().asString().endsWith("but its actions are switched off");
    }

    @Test
    void aTopicThatWasNotDeployedTakesNothing() {
        stack.saying(ERRORS, "alarm_actions", "[\"" + MadeStack.TOPIC + "-of-others\"]");

        assertThat(unheard()).singleElement().asString().endsWith("operations-of-others is no topic that was deployed");
    }

    @Test
    void aTopicThatRefusesTheAlarmsTakesNothing() {
        stack.without("aws_sns_topic_policy.operations");

        assertThat(unheard())
                .hasSize(7)
                .allSatisfy(sentence -> assertThat(sentence)
                        .contains("cloudwatch.amazonaws.com may not sns:Publish with " + MadeStack.TOPIC));
    }

    @Test
    void aTopicWhoseKeyRefusesTheAlarmsTakesNothing() {
        stack.saying("aws_kms_key.made", "policy", "\"{\\\"Version\\\": \\\"2012-10-17\\\", \\\"Statement\\\": []}\"");

        assertThat(unheard())
                .hasSize(7)
                .allSatisfy(sentence -> assertThat(sentence)
                        .contains("cloudwatch.amazonaws.com may not kms:GenerateDataKey with " + MadeStack.KEY));
    }

    @Test
    void theKeyOfATopicMayBeNamedByItsId() {
        stack.saying("aws_sns_topic.operations", "kms_master_key_id", "\"made\"");

        assertThat(unheard()).isEmpty();
    }
}
