package dev.sluice.cli.preflight.aws;

import dev.sluice.cli.preflight.Account;
import dev.sluice.cli.preflight.Cloud;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;

/** AWS, with the credentials that its tools find: the environment's, the profile's, the machine's. */
public final class AwsCloud implements Cloud {

    @Override
    public Account account(String region) {
        return new AwsAccount(new Clients(
                Region.of(region),
                DefaultCredentialsProvider.builder().build(),
                Optional.empty(),
                Clients.Limits.STANDARD));
    }

    @Override
    public Optional<String> profileRegion() {
        try {
            return Optional.ofNullable(new AwsProfileRegionProvider().getRegion())
                    .map(Region::id);
        } catch (SdkClientException | IllegalArgumentException noneOrBroken) {
            return Optional.empty();
        }
    }
}
