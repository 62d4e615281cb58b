package dev.sluice.guard.rules.account;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Map;
import java.util.stream.Stream;

/** A setting that the whole account has one of, made by infrastructure that others may stand beside. */
public final class SingletonCreated implements Rule {

    private static final Card CARD = new Card(
            "account-singleton-created",
            Severity.WARNING,
            "Something is made that an account has only one of",
            "The second system that makes it fails to deploy, or silently takes the first one's settings over, and whichever "
                    + "is destroyed first takes it from all the others.",
            "Make it in infrastructure that belongs to the account and to nobody else, and refer to it here by its name. In "
                    + "that infrastructure, suppress this rule with that reason.",
            "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_account");

    private static final String ACCOUNT = "account";
    private static final String REGION = "account and region";

    /** What there is one of in what, by the provider's documentation of each. */
    private static final Map<String, String> SINGLETONS = Map.ofEntries(
            Map.entry("aws_account_alternate_contact", ACCOUNT),
            Map.entry("aws_api_gateway_account", REGION),
            Map.entry("aws_cloudwatch_log_account_policy", REGION),
            Map.entry("aws_config_configuration_recorder", REGION),
            Map.entry("aws_config_delivery_channel", REGION),
            Map.entry("aws_detective_graph", REGION),
            Map.entry("aws_ebs_default_kms_key", REGION),
            Map.entry("aws_ebs_encryption_by_default", REGION),
            Map.entry("aws_ec2_serial_console_access", REGION),
            Map.entry("aws_glue_data_catalog_encryption_settings", REGION),
            Map.entry("aws_guardduty_detector", REGION),
            Map.entry("aws_iam_account_alias", ACCOUNT),
            Map.entry("aws_iam_account_password_policy", ACCOUNT),
            Map.entry("aws_inspector2_enabler", REGION),
            Map.entry("aws_lakeformation_data_lake_settings", REGION),
            Map.entry("aws_macie2_account", REGION),
            Map.entry("aws_s3_account_public_access_block", ACCOUNT),
            Map.entry("aws_securityhub_account", REGION),
            Map.entry("aws_ses_active_receipt_rule_set", REGION),
            Map.entry("aws_spot_datafeed_subscription", ACCOUNT),
            Map.entry("aws_vpc_block_public_access_options", REGION),
            Map.entry("aws_xray_encryption_config", REGION));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.graph().resources().stream()
                .filter(resource -> !resource.data() && SINGLETONS.containsKey(resource.type()))
                .map(resource -> broken(
                        resource, "there is one " + resource.type() + " for an " + SINGLETONS.get(resource.type())));
    }
}
