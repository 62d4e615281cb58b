package dev.sluice.infra.settings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the settings decide against a rule of the guard, with the reason and the day it is looked at again. It lies beside each
 * stack, where the guard looks for it, and the scanner is told the same of what is deployed.
 */
public final class Exceptions {

    /** The name the guard looks for. */
    public static final String FILE = "guard-suppressions.json";

    /** Once a year somebody asks whether the reasons still hold; until then they do. */
    private static final String LOOKED_AT_AGAIN = "2027-11-01";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is decided of one kind of thing.
     *
     * @param type the kind, by Terraform's name
     * @param address Terraform's name of the one that our stack makes
     */
    private record Decision(String rule, String type, String address, String reason) {}

    private Exceptions() {}

    /** The file's text beside the transactions stack; its list is empty where the settings decide nothing of the kind. */
    public static String ofTransactions(Settings settings) {
        return file(decisions(settings).stream().map(d -> json(d, d.address())).toList())
                        .toPrettyString() + "\n";
    }

    /** The same beside the compliance stack, of which nothing is decided. */
    public static String ofCompliance() {
        return file(List.of()).toPrettyString() + "\n";
    }

    /** The same of what is deployed, where a resource is named by the account and not by Terraform: all of its kind. */
    static String ofLive(Settings settings) {
        return file(decisions(settings).stream().map(d -> json(d, "*")).toList())
                .toString();
    }

    private static List<Decision> decisions(Settings settings) {
        var decisions = new ArrayList<Decision>();
        if (!settings.get(Options.ACCESS_LOGS)) {
            decisions.add(
                    new Decision(
                            "apigateway-stage-without-access-log",
                            "aws_api_gateway_stage",
                            "api",
                            "The setting access_logs is false: an access log needs the account's log role, which a sandbox may not have."));
        }
        return decisions;
    }

    private static ObjectNode file(List<ObjectNode> exceptions) {
        var file = JSON.createObjectNode();
        file.putArray("suppressions").addAll(exceptions);
        return file;
    }

    private static ObjectNode json(Decision decision, String name) {
        return JSON.createObjectNode()
                .put("rule", decision.rule())
                .put("resource", decision.type() + "." + name)
                .put("until", LOOKED_AT_AGAIN)
                .put("reason", decision.reason());
    }
}
