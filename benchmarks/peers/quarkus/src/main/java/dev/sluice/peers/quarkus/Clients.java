package dev.sluice.peers.quarkus;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** AWS's clients as beans. Singletons need no proxies, as beans of an application's scope would. */
@Singleton
class Clients {

    private final Region region;

    Clients(@ConfigProperty(name = "AWS_REGION") String region) {
        this.region = Region.of(region);
    }

    @Produces
    @Singleton
    SnsClient sns() {
        return SnsClient.builder()
                .region(region)
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Produces
    @Singleton
    SecretsManagerClient secretsManager() {
        return SecretsManagerClient.builder()
                .region(region)
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
