package dev.sluice.guard.rules;

import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rules.account.AccountRules;
import dev.sluice.guard.rules.apigateway.ApiGatewayRules;
import dev.sluice.guard.rules.cloudwatch.CloudWatchRules;
import dev.sluice.guard.rules.dynamodb.DynamoDbRules;
import dev.sluice.guard.rules.iam.IamRules;
import dev.sluice.guard.rules.kms.KmsRules;
import dev.sluice.guard.rules.lambda.LambdaRules;
import dev.sluice.guard.rules.s3.S3Rules;
import dev.sluice.guard.rules.sns.SnsRules;
import dev.sluice.guard.rules.sqs.SqsRules;
import java.util.List;
import java.util.stream.Stream;

/** Every rule there is. */
public final class Catalogue {

    public static final List<Rule> ALL = Stream.of(
                    LambdaRules.ALL,
                    IamRules.ALL,
                    ApiGatewayRules.ALL,
                    CloudWatchRules.ALL,
                    SqsRules.ALL,
                    SnsRules.ALL,
                    DynamoDbRules.ALL,
                    KmsRules.ALL,
                    S3Rules.ALL,
                    AccountRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}
}
