package dev.sluice.integration.sandbox.authorize;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Context;
import dev.sluice.guard.iam.Decision;
import dev.sluice.guard.iam.Evaluator;
import dev.sluice.guard.iam.Policy;
import dev.sluice.guard.iam.Principal;
import dev.sluice.guard.iam.Request;
import dev.sluice.guard.iam.Rights;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the deployed policies say to a call: the guard's evaluator, asked with everything known.
 *
 * <p>What it cannot tell is not allowed: here nothing is left that only a deploy would decide, so that it is a gap of the
 * evaluator's, and has to be seen.
 */
public final class Judge {

    private static final String KEY = "aws_kms_key";

    private final Deployment deployment;
    private final Rights rights;
    private final Evaluator evaluator;

    public Judge(Deployment deployment) {
        this.deployment = deployment;
        this.rights = new Rights(deployment.graph());
        this.evaluator = Evaluator.ofGraph(deployment.graph());
    }

    /**
     * An answer.
     *
     * @param allowed whether it may
     * @param why by which statement, or why not
     */
    public record Verdict(boolean allowed, String why) {}

    /**
     * Whether a role may do something.
     *
     * @param role the role's name
     * @param action {@code sqs:SendMessage}
     * @param arn what it is done with
     * @param said what else the request says: condition keys with their values
     */
    public Verdict role(String role, String action, String arn, Map<String, String> said) {
        var known = deployment.graph().of("aws_iam_role").stream()
                .filter(each -> each.at("name").asText().equals(Optional.of(role)))
                .findFirst();
        if (known.isEmpty()) {
            return new Verdict(false, "no role " + role + " was deployed");
        }
        var roleArn = known.get().at("arn").asText().orElseThrow();
        var session = "arn:aws:sts::" + deployment.account() + ":assumed-role/" + role + "/sandbox";
        var principal =
                new Principal.Role(List.of(Value.text(roleArn), Value.text(session)), Value.text(deployment.account()));
        var context = context(said)
                .with("aws:PrincipalArn", roleArn)
                .with("aws:PrincipalAccount", deployment.account())
                .with("aws:PrincipalIsAWSService", "false")
                .without("aws:SourceArn", "aws:SourceAccount", "aws:SourceOwner", "aws:PrincipalServiceName");
        var owner = deployment.behind(arn);
        return verdict(
                principal,
                action,
                arn,
                context,
                new Evaluator.Policies(
                        rights.policies(known.get()),
                        rights.boundary(known.get()),
                        owner.flatMap(this::policyOf),
                        owner.filter(each -> each.type().equals(KEY)).isPresent()));
    }

    /** Whether a service may do something, by the policy of what it is done with. */
    public Verdict service(String service, String action, String arn, Map<String, String> said) {
        var owner = deployment.behind(arn);
        if (owner.isEmpty()) {
            return new Verdict(false, arn + " is none of what was deployed");
        }
        var context = context(said)
                .with("aws:PrincipalIsAWSService", "true")
                .with("aws:PrincipalServiceName", service)
                .with("aws:SourceAccount", deployment.account())
                .without("aws:PrincipalArn", "aws:PrincipalAccount");
        return verdict(
                new Principal.Service(service),
                action,
                arn,
                context,
                new Evaluator.Policies(
                        List.of(),
                        Optional.empty(),
                        owner.flatMap(this::policyOf),
                        owner.get().type().equals(KEY)));
    }

    private Optional<Policy> policyOf(Resource resource) {
        return rights.policyOf(resource);
    }

    private Context context(Map<String, String> said) {
        var context = Context.unknown()
                .with("aws:SecureTransport", "true")
                .with("aws:ResourceAccount", deployment.account())
                .with("aws:RequestedRegion", deployment.region());
        for (var each : said.entrySet()) {
            context = context.with(each.getKey(), each.getValue());
        }
        return context;
    }

    private Verdict verdict(
            Principal principal, String action, String arn, Context context, Evaluator.Policies policies) {
        var request = new Request(principal, action, Value.text(arn), context);
        return switch (evaluator.decide(request, policies)) {
            case Decision.Allowed(var by) -> new Verdict(true, by.toString());
            case Decision.Denied(var by) ->
                new Verdict(false, by.map(statement -> "denied by " + statement).orElse("nothing allows it"));
            case Decision.CannotTell(var why) -> new Verdict(false, "the evaluator cannot tell: " + why);
        };
    }
}
