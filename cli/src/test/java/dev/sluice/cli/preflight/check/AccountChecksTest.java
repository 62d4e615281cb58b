package dev.sluice.cli.preflight.check;

import static dev.sluice.cli.preflight.FakeAccount.known;
import static dev.sluice.cli.preflight.FakeAccount.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.preflight.Account;
import dev.sluice.cli.preflight.Place;
import dev.sluice.cli.preflight.Verdict;
import dev.sluice.cli.stacks.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What passes and what does not, side by side, of the account. */
class AccountChecksTest {

    private static final String LOG_GROUP = "/aws/lambda/sluice-validator-dev";
    private static final String TABLE = "sluice-transactions-dev";
    private static final Map<String, String> OURS = Map.of("Environment", "dev", "ManagedBy", "cdktf", "Team", "x");

    private final Looked looked = new Looked();

    @Test
    void aRegion() {
        looked.isFine(new RegionCheck(), "eu-west-2, from the stack");

        looked.place = Optional.of(new Place("london", "AWS_REGION"));
        looked.stops(new RegionCheck(), "london, from AWS_REGION, is no region's name");
        looked.place = Optional.empty();
        assertThat(looked.stops(new RegionCheck(), "none is set").commands())
                .containsExactly("export AWS_REGION=eu-west-2", "./sluice synth");
    }

    @Test
    void credentials() {
        looked.isFine(new CredentialsCheck(), "user somebody of the account that ends with 9012");

        looked.account.caller = unknown("no credentials were found");
        looked.cannotBeTold(new CredentialsCheck(), "no credentials were found");
    }

    @Test
    void withoutCredentialsNothingOfTheAccountCanBeToldAndNothingIsAsked() throws Exception {
        looked.account.caller = unknown("no credentials were found");
        looked.account.concurrency = known(new Account.Concurrency(0, 0));

        var ofTheAccount = Checks.look(looked.subject()).stream()
                .filter(finding -> finding.verdict() instanceof Verdict.CannotTell)
                .toList();

        assertThat(ofTheAccount).hasSize(6);
        assertThat(ofTheAccount.subList(1, 6))
                .allMatch(f -> f.found().equals("without working credentials the account cannot be asked"));
    }

    @Test
    void withoutARegionNobodyIsAsked() throws Exception {
        looked.place = Optional.empty();

        assertThat(Checks.look(looked.subject()))
                .filteredOn(finding -> finding.verdict() instanceof Verdict.CannotTell)
                .hasSize(6)
                .allMatch(finding -> finding.found().equals("no region is known to ask in"));
    }

    @Test
    void concurrency() {
        var check = new ConcurrencyCheck();
        looked.isFine(
                check,
                "quota 1,000, less 0 reserved by others, less 50 by this stack (sluice-validator-dev 50): 950 are left");

        looked.account.concurrency = known(new Account.Concurrency(1000, 149));
        var remedy = looked.stops(
                check,
                "quota 1,000, less 851 reserved by others, less 50 by this stack (sluice-validator-dev 50): 99 are left");
        assertThat(remedy.sentence()).contains("at least 1,001");
        assertThat(remedy.commands())
                .containsExactly("aws service-quotas request-service-quota-increase --service-code lambda --quota-code "
                        + "L-B99A9384 --desired-value 1001 --region eu-west-2");

        // What is reserved is this stack's own already: deployed once more, as much is left as before.
        looked.account.concurrency = known(new Account.Concurrency(150, 100));
        looked.account.reserved.put("sluice-validator-dev", known(50L));
        looked.isFine(
                check,
                "quota 150, less 0 reserved by others, less 50 by this stack (sluice-validator-dev 50): 100 are left");

        looked.account.reserved.put("sluice-validator-dev", unknown("not allowed"));
        looked.cannotBeTold(check, "not allowed");
        looked.account.concurrency = unknown("not allowed either");
        looked.cannotBeTold(check, "not allowed either");
    }

    @Test
    void aNewAccountHasNoRoomForAnything() {
        looked.account.concurrency = known(new Account.Concurrency(10, 10));

        looked.stops(
                new ConcurrencyCheck(),
                "quota 10, less 0 reserved by others, less 50 by this stack (sluice-validator-dev 50): -40 are left");
        looked.stack = Sample.stack("\"reserved_concurrent_executions\": 50", "\"x\": 0", ": 5,", ": 0,");
        looked.isFine(new ConcurrencyCheck(), "the stack reserves none");
    }

    @Test
    void whatIsKeptWarm() {
        var check = new ConcurrencyCheck();
        looked.stack = Sample.stack(": 5,", ": 51,");
        looked.stops(check, "of the 50 reserved for validator, 51 are to be kept warm");

        looked.stack = Sample.stack("aws_lambda_function.validator.function_name", "aws_lambda_function.processor.arn");
        looked.isFine(
                check,
                "quota 1,000, less 0 reserved by others, less 50 by this stack (sluice-validator-dev 50), less 5 it keeps "
                        + "warm beside that: 945 are left");
    }

    @Test
    void whatOnlyTerraformCanWorkOut() {
        looked.stack = Sample.stack(": 50", ": \"${var.kept}\"", "\"name\": \"sluice-", "\"name\": \"${var.x}sluice-");

        looked.cannotBeTold(
                new ConcurrencyCheck(),
                "only Terraform can work out aws_lambda_function.validator.reserved_concurrent_executions");
        looked.cannotBeTold(
                NameCheck.TABLES, "only Terraform can work out the name of aws_dynamodb_table.transactions");
    }

    @Test
    void theRoleThatApiGatewayLogsWith() {
        var check = new GatewayLogRoleCheck();
        looked.isFine(check, "role gateway-logs");

        looked.account.gatewayLogRole = known(Optional.empty());
        var remedy = looked.stops(check, "none is set");
        assertThat(remedy.commands()).hasSize(3);
        assertThat(remedy.commands().getLast())
                .startsWith("aws apigateway update-account")
                .endsWith("eu-west-2");
        looked.account.gatewayLogRole = unknown("not allowed");
        looked.cannotBeTold(check, "not allowed");

        looked.stack = Sample.stack("access_log_settings", "other_settings");
        looked.isFine(check, "not needed: no API of the stack has an access log");
    }

    @Test
    void namesThatAreFreeOrOurOwn() {
        looked.isFine(NameCheck.LOG_GROUPS, "none of its 2 is taken");
        looked.isFine(NameCheck.TABLES, "none of its 1 is taken");

        looked.stack = Sample.stack("aws_dynamodb_table", "aws_other");
        looked.isFine(NameCheck.TABLES, "the stack names none");

        looked.account.names.put(LOG_GROUP, known(Optional.of(OURS)));
        looked.isFine(NameCheck.LOG_GROUPS, "1 of 2 deployed before, the rest free");
    }

    @Test
    void namesThatSomebodyElseHas() {
        looked.account.names.put(LOG_GROUP, known(Optional.of(Map.of())));
        looked.account.names.put(TABLE, known(Optional.of(Map.of("Environment", "qa", "ManagedBy", "cdktf"))));

        assertThat(looked.stops(NameCheck.LOG_GROUPS, LOG_GROUP + " is there and not from a deploy of this stack")
                        .commands())
                .containsExactly("terraform -chdir=cdktf.out/stacks/sluice-transactions-dev import "
                        + "'aws_cloudwatch_log_group.validator' '/aws/lambda/sluice-validator-dev'");
        assertThat(looked.stops(NameCheck.TABLES, TABLE + " is there and not from a deploy of this stack")
                        .sentence())
                .contains("ENVIRONMENT_SUFFIX");

        // One that is in the way is told, whatever could not be asked.
        looked.account.names.put("/aws/apigateway/sluice-dev", unknown("not allowed"));
        looked.stops(NameCheck.LOG_GROUPS, LOG_GROUP + " is there and not from a deploy of this stack");
    }

    @Test
    void namesOfOursWhoseStateIsElsewhere() {
        looked.account.names.put(TABLE, known(Optional.of(OURS)));
        looked.machine.hasState = false;

        assertThat(looked.stops(NameCheck.TABLES, TABLE + " was deployed before, and this machine has no state of it")
                        .sentence())
                .startsWith("Deploy from where the state is");
    }

    @Test
    void namesThatCannotBeAskedFor() {
        looked.account.names.put(TABLE, unknown("these credentials may not dynamodb:DescribeTable"));

        looked.cannotBeTold(NameCheck.TABLES, "these credentials may not dynamodb:DescribeTable");
    }

    @Test
    void aConfigRecorder() {
        var check = new ConfigRecorderCheck();
        looked.isFine(check, "default, recording");

        looked.account.recorders = known(List.of(new Account.Recorder("default", false)));
        assertThat(looked.hurts(check, "default, stopped").commands().getFirst())
                .startsWith("aws configservice start-configuration-recorder");
        looked.account.recorders = known(List.of(new Account.Recorder("main", true)));
        looked.hurts(check, "none is named default; there is main");
        looked.account.recorders = known(List.of());
        looked.hurts(check, "there is none");
        looked.account.recorders = unknown("not allowed");
        looked.cannotBeTold(check, "not allowed");
    }
}
