package dev.sluice.infra;

import static dev.sluice.infra.Synthesized.references;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each stack is deployed alone: neither refers to the other, and no name in the account is that of both. */
class StacksApartTest {

    /** By which each kind of thing is told apart in an account. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("aws_lambda_function", "function_name"),
            Map.entry("aws_sqs_queue", "name"),
            Map.entry("aws_sns_topic", "name"),
            Map.entry("aws_dynamodb_table", "name"),
            Map.entry("aws_secretsmanager_secret", "name"),
            Map.entry("aws_cloudwatch_metric_alarm", "alarm_name"),
            Map.entry("aws_cloudwatch_log_group", "name"),
            Map.entry("aws_cloudwatch_event_rule", "name"),
            Map.entry("aws_cloudwatch_dashboard", "dashboard_name"),
            Map.entry("aws_iam_role", "name"),
            Map.entry("aws_s3_bucket", "bucket"),
            Map.entry("aws_kms_alias", "name"),
            Map.entry("aws_api_gateway_rest_api", "name"),
            Map.entry("aws_api_gateway_api_key", "name"),
            Map.entry("aws_api_gateway_usage_plan", "name"));

    /** What tells where it is, and looks nothing up that somebody made. */
    private static final List<String> OF_THE_PLACE = List.of("aws_caller_identity", "aws_partition", "aws_region");

    private static Synthesized transactions(String preset) {
        return Synthesized.of(preset, "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void noNameIsThatOfBoth(String preset) {
        var transactions = transactions(preset);
        NAMES.forEach((type, member) -> assertThat(
                        Stream.of(transactions, Watch.in(preset)).flatMap(stack -> names(stack, type, member)))
                .as(type)
                .isNotEmpty()
                .doesNotHaveDuplicates());
    }

    /** Else a kind of thing with a name could be added that nobody compares. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void whatHasANameIsCompared(String preset) {
        var named = Stream.of(transactions(preset), Watch.in(preset))
                .flatMap(stack -> stack.json().at("/resource").propertyStream())
                .filter(type -> type.getValue().valueStream().anyMatch(StacksApartTest::isNamed))
                .map(Map.Entry::getKey);
        assertThat(named.toList())
                .filteredOn(type ->
                        !List.of("aws_lambda_alias", "aws_iam_role_policy").contains(type))
                .isSubsetOf(NAMES.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void itRefersToNothingThatIsNotItsOwn(String preset) {
        var stack = Watch.in(preset).json();
        var own = new TreeSet<String>();
        stack.at("/resource")
                .properties()
                .forEach(type ->
                        type.getValue().propertyStream().forEach(made -> own.add(type.getKey() + "." + made.getKey())));
        assertThat(own).containsAll(references(stack));
        assertThat(stack.at("/data").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(OF_THE_PLACE);
        assertThat(stack.toString()).doesNotContain("terraform_remote_state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void eachHasAStateOfItsOwn(String preset) {
        assertThat(Watch.in(preset).json().at("/terraform/backend/local/path").asText())
                .isEqualTo("../../../terraform.sluice-compliance-" + preset + ".tfstate");
        assertThat(Watch.in(preset)
                        .json()
                        .at("/terraform/required_providers/aws/version")
                        .asText())
                .isEqualTo("~> 5.100");
    }

    private static Stream<String> names(Synthesized stack, String type, String member) {
        return stack.all(type).values().stream()
                .map(resource -> resource.get(member).asText());
    }

    private static boolean isNamed(JsonNode resource) {
        return resource.propertyStream()
                .anyMatch(member -> member.getKey().matches("name|bucket|[a-z]+_name")
                        && member.getValue().asText().startsWith("sluice-"));
    }
}
