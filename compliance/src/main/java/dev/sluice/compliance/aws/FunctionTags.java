package dev.sluice.compliance.aws;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The tags of functions, by ARN. */
record FunctionTags(LambdaClient lambda) implements Tagging {

    static final Set<String> ABSENT = Set.of("ResourceNotFoundException");

    @Override
    public Optional<Map<String, String>> tags(String arn) {
        return Calls.find(
                "Lambda ListTags",
                ABSENT,
                () -> lambda.listTags(request -> request.resource(arn)).tags());
    }

    @Override
    public void add(String arn, Map<String, String> tags) {
        Calls.make(
                "Lambda TagResource",
                () -> lambda.tagResource(request -> request.resource(arn).tags(tags)));
    }
}
