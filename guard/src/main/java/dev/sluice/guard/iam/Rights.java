package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the functions and services of a graph may do: made once for a graph, then asked.
 *
 * <p>Each role's and each resource's policies are read when they are first asked about, and kept.
 */
public final class Rights {

    private static final String ROLE = "aws_iam_role";

    private final ResourceGraph graph;
    private final Arns arns;
    private final Evaluator evaluator;
    private final RolePolicies rolePolicies;
    private final ResourcePolicies resourcePolicies;

    public Rights(ResourceGraph graph) {
        var reader = new PolicyReader(graph);
        this.graph = graph;
        this.arns = new Arns(graph);
        this.evaluator = new Evaluator(arns);
        this.rolePolicies = new RolePolicies(graph, reader, new PolicyArns(graph, reader, arns));
        this.resourcePolicies = new ResourcePolicies(graph, reader, arns);
    }

    /** The ARNs of the graph. */
    public Arns arns() {
        return arns;
    }

    /** The role of a function; empty where it is none of the graph, or cannot be told. */
    public Optional<Resource> role(Resource function) {
        return graph.target(function.at("role"), ROLE).filter(role -> !role.data());
    }

    /** The resources beside a role that give it policies: attachments and inline policies with a block of their own. */
    public Collection<Resource> policyResources(Resource role) {
        return rolePolicies.resources(role);
    }

    /** A role's policies, its permissions boundary not among them. */
    public List<Policy> policies(Resource role) {
        return rolePolicies.of(role);
    }

    /** What bounds a role's policies. */
    public Optional<Policy> boundary(Resource role) {
        return rolePolicies.boundary(role);
    }

    /** The policy a resource has itself, or that AWS gives it where nobody does. */
    public Optional<Policy> policyOf(Resource resource) {
        return resourcePolicies.of(resource);
    }

    /** Whether a function may do something that needs no more than its role's policies. */
    public Decision may(Resource function, String action, Target target) {
        return may(function, action, target, Context.unknown());
    }

    /** Whether a function may do something, by its role's policies only. */
    public Decision may(Resource function, String action, Target target, Context context) {
        return byFunction(function, action, target, context, Optional.empty(), false);
    }

    /** Whether a function may do something with a resource, by its role's policies and the resource's. */
    public Decision may(Resource function, String action, Resource resource) {
        return may(function, action, resource, Target.of(resource), Context.unknown());
    }

    /**
     * Whether a function may do something with a resource or something of it, by its role's policies and the resource's.
     *
     * @param owner the resource that has the policy: the bucket, where the target is an object
     */
    public Decision may(Resource function, String action, Resource owner, Target target, Context context) {
        return byFunction(
                function, action, target, context, policyOf(owner), owner.type().equals("aws_kms_key"));
    }

    /** Whether a function may use a key itself, in calls to KMS of its own. */
    public Decision mayUseKey(Resource function, Resource key, String action) {
        return may(function, action, key, Target.of(key), ofKms().without("kms:ViaService", "aws:CalledVia"));
    }

    /**
     * Whether a function may use a key by way of a service that uses it for the function.
     *
     * @param viaService the service's part of its domain: {@code sqs}, {@code dynamodb}
     */
    public Decision mayUseKey(Resource function, Resource key, String action, String viaService) {
        var via = regional(viaService);
        return may(
                function,
                action,
                key,
                Target.of(key),
                ofKms().with("kms:ViaService", via).with("aws:ViaAWSService", "true"));
    }

    /** Whether a service may do something with a resource, by the resource's policy. */
    public Decision serviceMay(String service, String action, Resource resource, Context context) {
        return serviceMay(service, action, resource, Target.of(resource), context);
    }

    /** Whether a service may do something with something of a resource, by the resource's policy. */
    public Decision serviceMay(String service, String action, Resource owner, Target target, Context context) {
        var policies = new Evaluator.Policies(
                List.of(), Optional.empty(), policyOf(owner), owner.type().equals("aws_kms_key"));
        return oneOf(target, new Principal.Service(service), action, context.or(Requests.byService(service)), policies);
    }

    /**
     * Whether a service that goes by its region's name, as {@code logs.eu-west-1.amazonaws.com}, may do something with a
     * resource, by the resource's policy.
     *
     * @param service what stands before the region
     */
    public Decision regionalServiceMay(String service, String action, Resource owner, Context context) {
        var policies = new Evaluator.Policies(
                List.of(), Optional.empty(), policyOf(owner), owner.type().equals("aws_kms_key"));
        return oneOf(
                Target.of(owner),
                new Principal.Service(regional(service)),
                action,
                context.or(Requests.byService(service + ".amazonaws.com")),
                policies);
    }

    private static Value.Text regional(String service) {
        return new Value.Text(List.of(
                new Piece.Literal(service + "."),
                new Piece.Symbol(Canonical.REGION),
                new Piece.Literal("."),
                new Piece.Symbol(Canonical.DOMAIN)));
    }

    private Decision byFunction(
            Resource function,
            String action,
            Target target,
            Context context,
            Optional<Policy> resourcePolicy,
            boolean keyPolicy) {
        var role = role(function);
        if (role.isEmpty()) {
            return new Decision.CannotTell("the role of " + function + " is not among what was read");
        }
        var policies = new Evaluator.Policies(
                rolePolicies.of(role.get()), rolePolicies.boundary(role.get()), resourcePolicy, keyPolicy);
        return oneOf(
                target,
                Requests.principal(role.get(), arns),
                action,
                context.or(Requests.byFunction(function, role.get())),
                policies);
    }

    private Decision oneOf(
            Target target, Principal principal, String action, Context context, Evaluator.Policies policies) {
        Optional<Decision> best = Optional.empty();
        for (var arn : target.arns()) {
            var decision = evaluator.decide(new Request(principal, action, arn, context), policies);
            best = best.map(before -> better(before, decision)).or(() -> Optional.of(decision));
        }
        return best.orElse(new Decision.CannotTell("nothing is named that " + action + " is done with"));
    }

    private static Decision better(Decision one, Decision other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static int rank(Decision decision) {
        return switch (decision) {
            case Decision.Allowed ignored -> 2;
            case Decision.CannotTell ignored -> 1;
            case Decision.Denied ignored -> 0;
        };
    }

    private static Context ofKms() {
        return Context.unknown().with("kms:CallerAccount", Arns.account());
    }
}
