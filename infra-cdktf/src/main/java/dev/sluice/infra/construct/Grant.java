package dev.sluice.infra.construct;

import dev.sluice.infra.iam.Statement;
import java.util.List;
import java.util.Map;

/**
 * What one use or one trigger brings a function: the variable that names the resource and the right to do with it what it is
 * for, together, so that neither exists without the other.
 *
 * @param variables environment variables by name
 * @param keyUses what is done with the pipeline's key on the way, by the service that does it
 */
record Grant(Map<String, String> variables, List<Statement> statements, List<KeyUse> keyUses) {

    Grant {
        variables = Map.copyOf(variables);
        statements = List.copyOf(statements);
        keyUses = List.copyOf(keyUses);
    }

    /**
     * A use of the pipeline's key through a service.
     *
     * @param service such as {@code sqs}
     * @param actions such as {@code kms:Decrypt}
     */
    record KeyUse(String service, List<String> actions) {
        KeyUse {
            actions = List.copyOf(actions);
        }
    }
}
