package dev.sluice.cli.scan.aws;

import dev.sluice.cli.scan.AccountAtHand;
import dev.sluice.compliance.live.AwsLiveAccount;
import dev.sluice.compliance.live.LiveAccount;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.handlers.aws.Clients;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;

/**
 * AWS, or what stands in for it.
 *
 * @param credentials whose rights are used
 * @param endpoint another place than AWS itself
 */
public record AwsAccountAtHand(AwsCredentialsProvider credentials, Optional<URI> endpoint) implements AccountAtHand {

    /**
     * With the credentials that AWS's tools find: the environment's, the profile's, the machine's.
     *
     * @param endpoint what {@code AWS_ENDPOINT_URL} says
     */
    public static AwsAccountAtHand found(Optional<String> endpoint) {
        return new AwsAccountAtHand(DefaultCredentialsProvider.builder().build(), endpoint.map(URI::create));
    }

    @Override
    public LiveAccount in(String region, Norm norm) {
        return new AwsLiveAccount(new Clients(Region.of(region), credentials, endpoint, Clients.Limits.STANDARD), norm);
    }

    @Override
    public Optional<String> withoutCredentials() {
        try {
            credentials.resolveCredentials();
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of("there are no AWS credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
                    + " AWS_SECRET_ACCESS_KEY, or run aws sso login");
        }
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
