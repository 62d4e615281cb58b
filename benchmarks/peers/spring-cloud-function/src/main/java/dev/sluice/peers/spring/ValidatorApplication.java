package dev.sluice.peers.spring;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.cloud.function.json.JsonMapper;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The application, by functional bean definitions: no annotation is looked for, nothing is configured by itself. */
@SpringBootConfiguration
public class ValidatorApplication implements ApplicationContextInitializer<GenericApplicationContext> {

    /** Starts it outside of Lambda; there, the adapter starts it. */
    public static void main(String[] arguments) {
        FunctionalSpringApplication.run(ValidatorApplication.class, arguments);
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(SdkHttpClient.class, () -> UrlConnectionHttpClient.create());
        context.registerBean(
                SnsClient.class,
                () -> SnsClient.builder()
                        .region(region(context))
                        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                        .httpClient(context.getBean(SdkHttpClient.class))
                        .build());
        context.registerBean(
                SecretsManagerClient.class,
                () -> SecretsManagerClient.builder()
                        .region(region(context))
                        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                        .httpClient(context.getBean(SdkHttpClient.class))
                        .build());
        context.registerBean(
                "validator",
                FunctionRegistration.class,
                () -> new FunctionRegistration<>(new Validator(
                                context.getBean(JsonMapper.class),
                                context.getBean(SecretsManagerClient.class),
                                context.getBean(SnsClient.class),
                                context.getEnvironment().getRequiredProperty("SECRET_ID"),
                                context.getEnvironment().getRequiredProperty("TOPIC_ARN")))
                        .type(FunctionTypeUtils.functionType(
                                APIGatewayProxyRequestEvent.class, APIGatewayProxyResponseEvent.class)));
    }

    private static Region region(GenericApplicationContext context) {
        return Region.of(context.getEnvironment().getRequiredProperty("AWS_REGION"));
    }
}
