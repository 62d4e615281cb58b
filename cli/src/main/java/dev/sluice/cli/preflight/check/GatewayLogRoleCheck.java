package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;
import java.util.Optional;

/**
 * The role that API Gateway writes logs with.
 *
 * <p>There is one for a whole account and region. A stack that set it would change it for every API of others, and take
 * it away from them when it is destroyed: it is set once, by hand.
 */
final class GatewayLogRoleCheck implements Check {

    private static final String ROLE = "apigateway-cloudwatch-logs";
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"Service\":\"apigateway.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";
    private static final String POLICY = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs";

    @Override
    public String what() {
        return "API Gateway's log role";
    }

    @Override
    public String wanted() {
        return "set for the account in this region, where an API has an access log";
    }

    @Override
    public Finding look(Subject subject) {
        if (!subject.stack().writesAccessLogs()) {
            return fine("not needed: no API of the stack has an access log");
        }
        return switch (subject.account().gatewayLogRole()) {
            case Answer.Unknown<Optional<String>> unknown -> cannotTell(unknown);
            case Answer.Known<Optional<String>>(var role) ->
                role.map(name -> fine("role " + name)).orElseGet(() -> stop("none is set", remedy(subject)));
        };
    }

    private static Remedy remedy(Subject subject) {
        var region = subject.place().map(place -> " --region " + place.region()).orElse("");
        return Remedy.of(
                "Set one, once for all APIs of the account in this region; no stack does it:",
                "aws iam create-role --role-name " + ROLE + " --assume-role-policy-document '" + TRUST + "'",
                "aws iam attach-role-policy --role-name " + ROLE + " --policy-arn " + POLICY,
                "aws apigateway update-account --patch-operations op=replace,path=/cloudwatchRoleArn,value=$(aws iam "
                        + "get-role --role-name " + ROLE + " --query Role.Arn --output text)" + region);
    }
}
