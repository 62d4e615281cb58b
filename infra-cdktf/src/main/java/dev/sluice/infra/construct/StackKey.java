package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.kms_alias.KmsAlias;
import com.hashicorp.cdktf.providers.aws.kms_key.KmsKey;
import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Trigger;
import dev.sluice.infra.iam.PolicyDocument;
import dev.sluice.infra.iam.Statement;
import dev.sluice.infra.iam.Statement.Principal.Account;
import dev.sluice.infra.iam.Statement.Principal.Service;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * The one key that encrypts all that a stack keeps: tables, topics, queues, buckets, secrets and log groups.
 *
 * <p>Its policy lets this account administer it, the account's roles use it where their own policies say so, and those
 * services use it for this account alone that the stack needs it for: CloudWatch Logs, CloudWatch (whose alarms publish to an
 * encrypted topic), SNS where a topic delivers into an encrypted queue, EventBridge where it puts there what it could not
 * deliver.
 */
final class StackKey extends Construct {

    /** A key policy belongs to its key, so its resource is always that key. */
    private static final List<String> THIS_KEY = List.of("*");

    /** What a service does that takes encrypted messages in, hands them on or publishes them. */
    static final List<String> MESSAGE_ACTIONS = List.of("kms:Decrypt", "kms:GenerateDataKey");

    private final String arn;

    /**
     * @param name what it is called within its environment
     * @param keeper whose things it encrypts, as its description says
     * @param blueprint what it is to encrypt
     */
    StackKey(
            Construct scope,
            String id,
            String name,
            String keeper,
            Blueprint blueprint,
            Settings settings,
            Location location) {
        super(scope, id);
        var key = Address.keep(
                name,
                KmsKey.Builder.create(this, "key")
                        .description("Encrypts what " + keeper + " " + settings.suffix() + " keeps")
                        .enableKeyRotation(true)
                        .deletionWindowInDays(settings.get(Options.KEY_RECOVERY))
                        .policy(PolicyDocument.of(policy(blueprint, settings, location)))
                        .build());
        Address.keep(
                name,
                KmsAlias.Builder.create(this, "alias")
                        .name("alias/" + settings.nameOf(name))
                        .targetKeyId(key.getKeyId())
                        .build());
        arn = key.getArn();
    }

    String arn() {
        return arn;
    }

    private static List<Statement> policy(Blueprint blueprint, Settings settings, Location location) {
        var statements = new ArrayList<>(ofThisAccount(location));
        statements.add(ofLogGroups(blueprint, settings, location));
        if (!blueprint.triggers(Trigger.Subscription.class).isEmpty()) {
            statements.add(ofService("TopicsIntoQueues", "sns.amazonaws.com", location));
        }
        statements.add(ofService("AlarmsIntoTopics", "cloudwatch.amazonaws.com", location));
        if (!blueprint.triggers(Trigger.Schedule.class).isEmpty()) {
            statements.add(ofService("EventsIntoQueues", "events.amazonaws.com", location));
        }
        return statements;
    }

    private static List<Statement> ofThisAccount(Location location) {
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
                        .when("Bool", "kms:GrantIsForAWSResource", "true"));
    }

    private static Statement ofLogGroups(Blueprint blueprint, Settings settings, Location location) {
        var groups = new ArrayList<>(List.of(LogGroup.functionLogs(settings.nameOf("*"))));
        if (!blueprint.triggers(Trigger.Route.class).isEmpty()) {
            groups.add(LogGroup.apiLogs(settings.nameOf("*")));
        }
        return Statement.allow(
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
                        groups.stream()
                                .map(group -> location.arn("logs", "log-group:" + group))
                                .toArray(String[]::new));
    }

    /** A service that takes encrypted messages to where this account's things send them. */
    private static Statement ofService(String sid, String service, Location location) {
        return Statement.allow(sid, MESSAGE_ACTIONS, THIS_KEY)
                .to(new Service(service))
                .when("StringEquals", "aws:SourceAccount", location.account());
    }
}
