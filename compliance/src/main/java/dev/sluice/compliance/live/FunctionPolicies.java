package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.TextJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * Reads who else may call a function: the policy of the function and that of each alias, a permission for each
 * statement, {@code aws_lambda_permission.FUNCTION:ALIAS:STATEMENT}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html">AWS Lambda: AddPermission</a>, which
 *     makes the statements
 */
final class FunctionPolicies {

    private static final Service LAMBDA = new Service("lambda");

    /** By which condition {@code AddPermission} writes what is called so in the provider; keys in small letters. */
    private static final Map<String, String> CONDITIONS = Map.of(
            "aws:sourcearn", "source_arn",
            "aws:sourceaccount", "source_account",
            "aws:principalorgid", "principal_org_id",
            "lambda:eventsourcetoken", "event_source_token",
            "lambda:functionurlauthtype", "function_url_auth_type");

    private final LambdaClient lambda;

    FunctionPolicies(LambdaClient lambda) {
        this.lambda = lambda;
    }

    /** The permissions of a function and its aliases; of a policy that could not be read, one of which nothing is known. */
    List<Resource> read(String function, List<String> aliases, Unread unread) {
        var all = new LinkedHashMap<String, Resource>();
        collect(function, null, unread, all);
        aliases.forEach(alias -> collect(function, alias, unread, all));
        return List.copyOf(all.values());
    }

    private void collect(String function, @Nullable String alias, Unread unread, Map<String, Resource> into) {
        // What cannot be read is still known to be there: a permission that may be anyone's, for anything.
        var open = LiveResource.of("aws_lambda_permission", alias == null ? function : function + ":" + alias)
                .text("function_name", function)
                .text("qualifier", alias);
        var statements = new ArrayList<Value>();
        var asked = LAMBDA.about(open, unread)
                .of(
                        "GetPolicy",
                        () -> lambda.getPolicy(request ->
                                        request.functionName(function).qualifier(alias))
                                .policy(),
                        policy -> statements.addAll(statements(policy)),
                        List.of("action", "principal", "source_arn", "source_account", "statement_id"))
                .made();
        statements.stream()
                .map(statement -> permission(function, statement))
                .forEach(permission -> into.put(permission.address(), permission));
        asked.filter(resource -> resource.at("principal").isOpen())
                .ifPresent(resource -> into.put(resource.address(), resource));
    }

    private static List<Value> statements(String policy) {
        return TextJson.read(Value.text(policy))
                .map(document -> document.at("Statement").each())
                .orElseGet(List::of);
    }

    private static Resource permission(String function, Value statement) {
        var sid = statement.at("Sid").asText();
        // Where a statement is from does not say what it is for: its resource does.
        var qualifier = statement.at("Resource").asText().flatMap(arn -> FunctionParts.qualifier(function, arn));
        var name = function + qualifier.map(alias -> ":" + alias).orElse("") + ":" + sid.orElse("unnamed");
        var permission = LiveResource.of("aws_lambda_permission", name)
                .text("id", sid.orElse(null))
                .text("statement_id", sid.orElse(null))
                .text("function_name", function)
                .text("qualifier", qualifier.orElse(null))
                .set("action", statement.at("Action"))
                .set("principal", principal(statement.at("Principal")));
        statement
                .at("Condition")
                .members()
                .values()
                .forEach(operator -> operator.members().forEach((key, value) -> {
                    var attribute = CONDITIONS.get(key.toLowerCase(Locale.ROOT));
                    if (attribute != null) {
                        permission.set(attribute, value);
                    }
                }));
        return permission.made();
    }

    /** Whom a statement names: {@code {"Service": "sns.amazonaws.com"}}, {@code {"AWS": ARN}} or a star. */
    private static Value principal(Value named) {
        return named.members().values().stream().findFirst().orElse(named);
    }
}
