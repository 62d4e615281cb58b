package dev.sluice.infra.iam;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.infra.iam.Statement.Principal;
import java.util.List;

/** Statements as the JSON that IAM takes (policy language 2012-10-17). */
public final class PolicyDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PolicyDocument() {}

    /** The document; the order of the statements is kept, so that nothing changes that nobody changed. */
    public static String of(List<Statement> statements) {
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a policy says something");
        }
        var document = JSON.objectNode().put("Version", "2012-10-17");
        var list = document.putArray("Statement");
        statements.forEach(statement -> list.add(json(statement)));
        return document.toString();
    }

    private static ObjectNode json(Statement statement) {
        var json = JSON.objectNode()
                .put("Sid", statement.sid())
                .put("Effect", statement.effect().word());
        statement.principals().ifPresent(principal -> {
            switch (principal) {
                case Principal.Service service -> json.putObject("Principal").put("Service", service.name());
                case Principal.Account account -> json.putObject("Principal").put("AWS", account.arn());
                case Principal.Everybody ignored -> json.put("Principal", "*");
            }
        });
        statement.actions().forEach(json.putArray("Action")::add);
        if (!statement.resources().isEmpty()) {
            statement.resources().forEach(json.putArray("Resource")::add);
        }
        if (!statement.conditions().isEmpty()) {
            var conditions = json.putObject("Condition");
            for (var condition : statement.conditions()) {
                var values = conditions.withObject("/" + condition.operator()).putArray(condition.key());
                condition.values().forEach(values::add);
            }
        }
        return json;
    }
}
