package dev.sluice.integration.sandbox.authorize;

import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.Stated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a call needs of the key that something is encrypted with. A key that AWS manages lets everyone of the account use it
 * by way of its service, so that nothing is needed.
 */
final class KeyUse {

    /** Where a type of resource says which key it is encrypted with, by id, ARN or alias. */
    private static final Map<String, String[]> SETTINGS = Map.of(
            "aws_sqs_queue", new String[] {"kms_master_key_id"},
            "aws_sns_topic", new String[] {"kms_master_key_id"},
            "aws_secretsmanager_secret", new String[] {"kms_key_id"},
            "aws_cloudwatch_log_group", new String[] {"kms_key_id"},
            "aws_dynamodb_table", new String[] {"server_side_encryption", "0", "kms_key_arn"});

    private static final String BY_AWS = "alias/aws/";

    private final Deployment deployment;

    KeyUse(Deployment deployment) {
        this.deployment = deployment;
    }

    /**
     * What the caller needs who uses something by way of its service (AWS, "kms:ViaService").
     *
     * @param arn what is used
     * @param service the service: {@code sqs}
     * @param encrypted the encryption context that the service gives, without the prefix of its condition keys
     * @param actions what is done with the key: {@code Decrypt}
     */
    List<Needed> byCaller(String arn, String service, Map<String, String> encrypted, String... actions) {
        var context = context(encrypted);
        context.put("kms:ViaService", service + "." + deployment.region() + ".amazonaws.com");
        context.put("kms:CallerAccount", deployment.account());
        return needs(arn, context, Optional.empty(), actions);
    }

    /** What a service needs that uses the key for itself. */
    List<Needed> byService(String arn, String service, Map<String, String> encrypted, String... actions) {
        return needs(arn, context(encrypted), Optional.of(service), actions);
    }

    private List<Needed> needs(String arn, Map<String, String> context, Optional<String> service, String... actions) {
        return keyOf(arn).stream()
                .flatMap(key -> Stream.of(actions).map(action -> new Needed("kms:" + action, key, context, service)))
                .toList();
    }

    private static Map<String, String> context(Map<String, String> encrypted) {
        var context = new HashMap<String, String>();
        encrypted.forEach((name, value) -> context.put("kms:EncryptionContext:" + name, value));
        return context;
    }

    private Optional<String> keyOf(String arn) {
        return BucketEncryption.of(deployment, arn)
                .map(BucketEncryption::key)
                .orElseGet(() -> setting(arn))
                .filter(key -> !key.contains(BY_AWS))
                .map(this::arnOf);
    }

    private Optional<String> setting(String arn) {
        return deployment
                .behind(arn)
                .filter(owner -> SETTINGS.containsKey(owner.type()))
                .flatMap(owner -> deployment
                        .of(owner.type())
                        .filter(stated -> stated.address().equals(owner.address()))
                        .findFirst())
                .flatMap(stated -> stated.text(SETTINGS.get(type(stated))));
    }

    private static String type(Stated stated) {
        return stated.address().substring(0, stated.address().indexOf('.'));
    }

    /** A key that was not deployed keeps the name it is called by: its policy is not known, and its caller's policies count. */
    private String arnOf(String key) {
        return Stream.concat(
                        deployment
                                .of("aws_kms_key")
                                .filter(each -> isCalled(key, each, "arn", "key_id"))
                                .map(each -> each.need("arn")),
                        deployment
                                .of("aws_kms_alias")
                                .filter(each -> isCalled(key, each, "arn", "name"))
                                .map(each -> each.need("target_key_arn")))
                .findFirst()
                .orElse(key);
    }

    private static boolean isCalled(String key, Stated stated, String... names) {
        return Stream.of(names).anyMatch(name -> stated.text(name).equals(Optional.of(key)));
    }
}
