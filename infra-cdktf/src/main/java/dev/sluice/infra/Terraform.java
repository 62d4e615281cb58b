package dev.sluice.infra;

import com.hashicorp.cdktf.LocalBackend;
import com.hashicorp.cdktf.S3Backend;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderDefaultTags;
import dev.sluice.infra.construct.BeyondBindings;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.List;

/** What every stack tells Terraform: which provider, which tags, where the state is. */
final class Terraform {

    private Terraform() {}

    static void of(TerraformStack stack, Settings settings) {
        var provider = AwsProvider.Builder.create(stack, "aws")
                .defaultTags(List.of(
                        AwsProviderDefaultTags.builder().tags(settings.tags()).build()));
        settings.get(Options.REGION_NAME).ifPresent(provider::region);
        provider.build();
        BeyondBindings.provider(stack);
        var name = stack.getNode().getId();
        settings.get(Options.STATE_BUCKET)
                .ifPresentOrElse(bucket -> inBucket(stack, settings, bucket, name), () -> besideTheApp(stack, name));
    }

    private static void inBucket(TerraformStack stack, Settings settings, String bucket, String name) {
        var backend = S3Backend.Builder.create(stack)
                .bucket(bucket)
                .key(name + ".tfstate")
                .encrypt(true);
        settings.get(Options.STATE_REGION)
                .or(() -> settings.get(Options.REGION_NAME))
                .ifPresent(backend::region);
        backend.build();
        BeyondBindings.lockInBucket(stack);
    }

    /** CDKTF by itself writes where it runs as an absolute path, and each machine would make another stack of it. */
    private static void besideTheApp(TerraformStack stack, String name) {
        LocalBackend.Builder.create(stack)
                .path("../../../terraform." + name + ".tfstate")
                .build();
    }
}
