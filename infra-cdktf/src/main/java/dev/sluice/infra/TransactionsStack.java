package dev.sluice.infra;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderDefaultTags;
import dev.sluice.blueprint.Blueprint;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** The transaction pipeline in one environment. */
public final class TransactionsStack extends TerraformStack {

    /** Newer than the bindings were made from, which ask for exactly their own version. */
    private static final String PROVIDER_VERSION = "~> 5.100";

    public TransactionsStack(Construct scope, String id, Blueprint blueprint, Settings settings) {
        super(scope, id);
        var provider = AwsProvider.Builder.create(this, "aws").defaultTags(List.of(tags(settings)));
        settings.region().ifPresent(provider::region);
        provider.build();
        addOverride("terraform.required_providers.aws.version", PROVIDER_VERSION);
        new DeadLetters(this, "dead-letters", blueprint, settings);
    }

    private static AwsProviderDefaultTags tags(Settings settings) {
        return AwsProviderDefaultTags.builder()
                .tags(Map.of(
                        "Environment",
                        settings.environmentSuffix(),
                        "Project",
                        "sluice",
                        "ManagedBy",
                        "cdktf",
                        "CostCenter",
                        settings.costCenter()))
                .build();
    }
}
