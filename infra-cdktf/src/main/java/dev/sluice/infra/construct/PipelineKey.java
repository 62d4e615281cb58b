package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.kms_alias.KmsAlias;
import com.hashicorp.cdktf.providers.aws.kms_key.KmsKey;
import dev.sluice.infra.iam.PolicyDocument;
import dev.sluice.infra.iam.Statement;
import dev.sluice.infra.iam.Statement.Principal.Account;
import dev.sluice.infra.iam.Statement.Principal.Service;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import software.constructs.Construct;

/**
 * The one key that encrypts tables, topics, queues, secrets and log groups.
 *
 * <p>Its policy lets this account administer it, the account's roles use it where their own policies say so, and three
 * services use it for this account alone: CloudWatch Logs, SNS (which delivers into encrypted queues) and CloudWatch (whose
 * alarms publish to an encrypted topic).
 */
public final class PipelineKey extends Construct {

    /** A key policy belongs to its key, so its resource is always that key. */
    private static final List<String> THIS_KEY = List.of("*");

    /** What a service does that takes encrypted messages in, hands them on or publishes them. */
    static final List<String> MESSAGE_ACTIONS = List.of("kms:Decrypt", "kms:GenerateDataKey");

    private final String arn;

    public PipelineKey(Construct scope, String id, Settings settings, Location location) {
        super(scope, id);
        var key = Address.keep(
                "pipeline",
                KmsKey.Builder.create(this, "key")
                        .description("Encrypts what the transaction pipeline " + settings.suffix() + " keeps")
                        .enableKeyRotation(true)
                        .deletionWindowInDays(settings.get(Options.KEY_RECOVERY))
                        .policy(PolicyDocument.of(policy(settings, location)))
                        .build());
        Address.keep(
                "pipeline",
                KmsAlias.Builder.create(this, "alias")
                        .name("alias/" + settings.nameOf("pipeline"))
                        .targetKeyId(key.getKeyId())
                        .build());
        arn = key.getArn();
    }

    public String arn() {
        return arn;
    }

    private static List<Statement> policy(Settings settings, Location location) {
        var account = new Account(location.accountRoot());
        return List.of(
                Statement.allow(
                                "AdministeredByThisAccount",
                                List.of(
                                        "kms:CancelKeyDeletion",
                                        "kms:CreateAlias",
                                        "kms:DeleteAlias",
                                        "kms:DescribeKey",
                                        "kms:DisableKey",
                                        "kms:DisableKeyRotation",
                                        "kms:EnableKey",
                                        "kms:EnableKeyRotation",
                                        "kms:GetKeyPolicy",
                                        "kms:GetKeyRotationStatus",
                                        "kms:ListGrants",
                                        "kms:ListKeyPolicies",
                                        "kms:ListKeyRotations",
                                        "kms:ListResourceTags",
                                        "kms:PutKeyPolicy",
                                        "kms:RevokeGrant",
                                        "kms:RotateKeyOnDemand",
                                        "kms:ScheduleKeyDeletion",
                                        "kms:TagResource",
                                        "kms:UntagResource",
                                        "kms:UpdateAlias",
                                        "kms:UpdateKeyDescription"),
                                THIS_KEY)
                        .to(account),
                Statement.allow(
                                "UsedByThisAccountsRoles",
                                List.of(
                                        "kms:Decrypt",
                                        "kms:Encrypt",
                                        "kms:GenerateDataKey",
                                        "kms:GenerateDataKeyWithoutPlaintext",
                                        "kms:ReEncryptFrom",
                                        "kms:ReEncryptTo"),
                                THIS_KEY)
                        .to(account),
                Statement.allow("GrantedToServices", List.of("kms:CreateGrant"), THIS_KEY)
                        .to(account)
                        .when("Bool", "kms:GrantIsForAWSResource", "true"),
                Statement.allow(
                                "LogGroups",
                                List.of(
                                        "kms:Decrypt",
                                        "kms:DescribeKey",
                                        "kms:Encrypt",
                                        "kms:GenerateDataKey",
                                        "kms:GenerateDataKeyWithoutPlaintext",
                                        "kms:ReEncryptFrom",
                                        "kms:ReEncryptTo"),
                                THIS_KEY)
                        .to(new Service(location.host("logs")))
                        .when(
                                "ArnLike",
                                "kms:EncryptionContext:aws:logs:arn",
                                location.arn("logs", "log-group:" + LogGroup.functionLogs(settings.nameOf("*"))),
                                location.arn("logs", "log-group:" + LogGroup.apiLogs(settings.nameOf("*")))),
                Statement.allow("TopicsIntoQueues", MESSAGE_ACTIONS, THIS_KEY)
                        .to(new Service("sns.amazonaws.com"))
                        .when("StringEquals", "aws:SourceAccount", location.account()),
                Statement.allow("AlarmsIntoTopics", MESSAGE_ACTIONS, THIS_KEY)
                        .to(new Service("cloudwatch.amazonaws.com"))
                        .when("StringEquals", "aws:SourceAccount", location.account()));
    }
}
