package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What API Gateway knows of a request beside the request: {@code $context} of its templates, {@code requestContext} of its
 * events (AWS, "Variables for data transformations for API Gateway", "Input format of a Lambda function for proxy
 * integration").
 */
final class RequestContext {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH);

    private RequestContext() {}

    static ObjectNode of(Api api, Received request, Optional<Method> method, Caller caller) {
        var context = JsonNodeFactory.instance.objectNode();
        context.put("accountId", api.account());
        context.put("apiId", api.id());
        context.put("stage", api.stage());
        context.put("domainName", api.domain());
        context.put("domainPrefix", api.id());
        context.put("requestId", request.id());
        context.put("extendedRequestId", extended(request));
        method.ifPresent(each -> {
            context.put("resourcePath", each.resource());
            context.put("resourceId", Integer.toUnsignedString(each.resource().hashCode(), 36));
        });
        context.put("httpMethod", request.method());
        context.put("path", request.wholePath());
        context.put("protocol", request.protocol());
        context.put("requestTime", TIME.format(request.at().atOffset(ZoneOffset.UTC)));
        context.put("requestTimeEpoch", request.at().toEpochMilli());
        context.set("identity", identity(api, request, caller));
        return context;
    }

    /** The header {@code x-amz-apigw-id}; here it says no more than the request's id does. */
    static String extended(Received request) {
        return request.id().replace("-", "").substring(0, 15) + "=";
    }

    /** An identity is told as a user by the name of its access key: what else it is nobody has said. */
    private static ObjectNode identity(Api api, Received request, Caller caller) {
        var identity = JsonNodeFactory.instance.objectNode();
        for (var unknown : new String[] {
            "accessKey",
            "accountId",
            "caller",
            "cognitoAuthenticationProvider",
            "cognitoAuthenticationType",
            "cognitoIdentityId",
            "cognitoIdentityPoolId",
            "principalOrgId",
            "user",
            "userArn"
        }) {
            identity.putNull(unknown);
        }
        caller.operator()
                .ifPresent(operator -> identity.put("accessKey", operator.accessKey())
                        .put("accountId", api.account())
                        .put("caller", operator.accessKey())
                        .put("user", operator.accessKey())
                        .put("userArn", "arn:aws:iam::" + api.account() + ":user/" + operator.accessKey()));
        caller.client()
                .ifPresent(client -> identity.put("apiKey", client.key().value())
                        .put("apiKeyId", client.key().id()));
        return identity.put("sourceIp", request.from())
                .put("userAgent", request.header("user-agent").orElse(null));
    }
}
