package dev.sluice.integration.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was granted")
class GrantedTest {

    private final Journal journal = new Journal();

    @Test
    @DisplayName("is every action of every statement, and unused where nothing asked for it")
    void everyAction() {
        assertThat(granted())
                .extracting(grant -> grant.statement() + " " + grant.action() + " " + grant.used())
                .containsExactly(
                        "Publishes sns:Publish 0",
                        "Keeps DynamoDB:Put* 0",
                        "Keeps dynamodb:UpdateItem 0",
                        "Logs logs:PutLogEvents 0",
                        "UsesTheKeyThroughSns kms:Decrypt 0",
                        "UsesTheKeyThroughSqs kms:Decrypt 0");
    }

    @Test
    @DisplayName("is used by a call that its wildcards mean, whatever the case, and by no other action")
    void wildcards() {
        journal.begin("first");
        Samples.asked(journal, 0, "keeper", "dynamodb:PutItem", Samples.TABLE, "Keeps");
        journal.begin("second");
        Samples.asked(journal, 1, "keeper", "dynamodb:PutItem", Samples.TABLE, "Keeps");

        assertThat(of("DynamoDB:Put*").used()).isEqualTo(2);
        assertThat(of("DynamoDB:Put*").tests()).containsExactly("first", "second");
        assertThat(of("dynamodb:UpdateItem").isUnused()).isTrue();
    }

    @Test
    @DisplayName("is not used by what another role asked for, what was done with something else, or what was denied")
    void notByOthers() {
        Samples.asked(journal, 0, "taker", "dynamodb:UpdateItem", Samples.TABLE, "Keeps");
        Samples.asked(journal, 0, "keeper", "dynamodb:UpdateItem", Samples.TABLE + "s", "Keeps");
        journal.write(
                Samples.NOON,
                new Event.Asked(
                        "keeper",
                        "dynamodb:UpdateItem",
                        Samples.TABLE,
                        Map.of(),
                        false,
                        "denied by statement Keeps of x"));

        assertThat(granted()).allMatch(Granted::isUnused);
    }

    @Test
    @DisplayName("for everything in a log group is used by a call on the group and on a stream of it")
    void logGroup() {
        var group = "arn:aws:logs:eu-west-2:111122223333:log-group:/aws/lambda/keeper";
        Samples.asked(journal, 0, "keeper", "logs:PutLogEvents", group, "Logs");
        Samples.asked(journal, 0, "keeper", "logs:PutLogEvents", group + ":log-stream:2026", "Logs");
        Samples.asked(journal, 0, "keeper", "logs:PutLogEvents", group + "s:log-stream:2026", "Logs");

        assertThat(of("logs:PutLogEvents").used()).isEqualTo(2);
    }

    @Test
    @DisplayName("twice is used where the judge says it is, and in both places where it does not say")
    void namedStatement() {
        Samples.asked(journal, 0, "keeper", "kms:Decrypt", "arn:aws:kms:eu-west-2:1:key/1", "UsesTheKeyThroughSqs");
        assertThat(granted())
                .filteredOn(grant -> !grant.isUnused())
                .extracting(Granted::statement)
                .containsExactly("UsesTheKeyThroughSqs");

        journal.write(
                Samples.NOON,
                new Event.Asked("keeper", "kms:Decrypt", "arn:aws:kms:eu-west-2:1:key/1", Map.of(), true, ""));
        assertThat(granted())
                .filteredOn(grant -> grant.action().equals("kms:Decrypt"))
                .extracting(Granted::used)
                .containsExactly(1, 2);
    }

    private List<Granted> granted() {
        return Granted.of(Samples.deployment(), journal);
    }

    private Granted of(String action) {
        return granted().stream()
                .filter(grant -> grant.action().equals(action))
                .findFirst()
                .orElseThrow();
    }
}
