package dev.sluice.infra.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.infra.iam.Statement.Principal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement refuses, and the document it becomes. */
class StatementTest {

    @ParameterizedTest
    @ValueSource(strings = {"*", "sqs:*", "sqs:Send*", "SendMessage", "sqs:Send?essage", ""})
    void anActionThatIsAPatternIsRefused(String action) {
        assertThatThrownBy(() -> Statement.allow("Sends", List.of(action), List.of("arn")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Sends: an action is named in full, not '" + action + "'");
    }

    @Test
    void aDocumentSaysWhoMayDoWhatWithWhatAndWhen() {
        var statement = Statement.allow("Sends", List.of("sqs:SendMessage"), List.of("arn:queue"))
                .to(new Principal.Service("sns.amazonaws.com"))
                .when("ArnEquals", "aws:SourceArn", "arn:topic")
                .when("StringEquals", "aws:SourceAccount", "account");
        assertThat(PolicyDocument.of(List.of(statement)))
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Sends\",\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"sns.amazonaws.com\"},\"Action\":[\"sqs:SendMessage\"],"
                        + "\"Resource\":[\"arn:queue\"],\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":[\"arn:topic\"]},"
                        + "\"StringEquals\":{\"aws:SourceAccount\":[\"account\"]}}}]}");
    }

    @Test
    void aTrustPolicyNamesNoResource() {
        var trust =
                Statement.allow("Assumes", List.of("sts:AssumeRole"), List.of()).to(new Principal.Account("arn:root"));
        assertThat(PolicyDocument.of(List.of(trust)))
                .contains("\"Principal\":{\"AWS\":\"arn:root\"}")
                .doesNotContain("Resource");
    }

    @Test
    void aPolicyThatAllowsNothingIsNone() {
        assertThatThrownBy(() -> PolicyDocument.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
