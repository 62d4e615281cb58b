package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which policies each role of a graph has, and which resources give them to it. */
final class RolePolicies {

    private final ResourceGraph graph;
    private final PolicyReader reader;
    private final PolicyArns policyArns;
    private final Map<String, List<Given>> given = new HashMap<>();
    private final List<Given> toAnyone = new ArrayList<>();
    private final Map<String, List<Policy>> unread = new HashMap<>();
    private final List<Policy> unreadForAll = new ArrayList<>();
    private final Map<String, List<Policy>> read = new ConcurrentHashMap<>();

    /**
     * A resource that gives a role policies.
     *
     * @param by the resource
     * @param sure whether it is this role that it gives them to
     */
    private record Given(Resource by, boolean sure) {}

    RolePolicies(ResourceGraph graph, PolicyReader reader, PolicyArns policyArns) {
        this.graph = graph;
        this.reader = reader;
        this.policyArns = policyArns;
        noteUnread();
        for (var resource : graph.of("aws_iam_role_policy", "aws_iam_role_policy_attachment")) {
            give(resource, resource.at("role"));
        }
        for (var resource : graph.of("aws_iam_role_policy_attachments_exclusive")) {
            give(resource, resource.at("role_name"));
        }
        for (var resource : graph.of("aws_iam_policy_attachment")) {
            resource.at("roles").each().forEach(role -> give(resource, role));
        }
    }

    /** What may give a role policies and was not read: a module elsewhere that is told its name, or a file. */
    private void noteUnread() {
        for (var call : graph.elsewhere()) {
            for (var reference : call.given()) {
                // Policies are given to a role by its name, which is its id too.
                if (!reference.attribute().equals("arn")) {
                    graph.at(reference.address()).stream()
                            .filter(resource -> resource.type().equals("aws_iam_role") && !resource.data())
                            .forEach(role -> unread.computeIfAbsent(role.address(), ignored -> new ArrayList<>())
                                    .add(Policy.unread(call.address())));
                }
            }
        }
        // A file that could not be read may hold anything; of an account it is known what could not be read, and where.
        if (graph.origin() != Origin.LIVE) {
            graph.unreadable()
                    .forEach(one -> unreadForAll.add(Policy.unread(one.place().toString())));
        }
    }

    private void give(Resource resource, Value role) {
        var roles = graph.behind(role, "aws_iam_role");
        if (roles.isEmpty()
                && !role.isKnown()
                && role.references().stream()
                        .allMatch(r -> graph.at(r.address()).isEmpty())) {
            // Nobody can say that it is not this role, whichever role is asked about.
            toAnyone.add(new Given(resource, false));
        }
        for (var each : roles) {
            given.computeIfAbsent(each.address(), ignored -> new ArrayList<>())
                    .add(new Given(resource, roles.size() == 1));
        }
    }

    /** The resources beside a role that give it policies. */
    List<Resource> resources(Resource role) {
        return given.getOrDefault(role.address(), List.of()).stream()
                .map(Given::by)
                .distinct()
                .toList();
    }

    /** A role's policies, its permissions boundary not among them. */
    List<Policy> of(Resource role) {
        return read.computeIfAbsent(role.address(), ignored -> collect(role));
    }

    /** What bounds a role. */
    Optional<Policy> boundary(Resource role) {
        var arn = role.at("permissions_boundary");
        return arn.isAbsent() || arn.asText().filter(String::isEmpty).isPresent()
                ? Optional.empty()
                : Optional.of(policyArns.at(arn));
    }

    private List<Policy> collect(Resource role) {
        var all = new ArrayList<Policy>();
        for (var block : role.at("inline_policy").each()) {
            if (!block.members().isEmpty() || (block.isOpen() && graph.isWritten(block))) {
                all.add(reader.read(role.address(), block.at("policy")));
            }
        }
        if (graph.isWritten(role.at("managed_policy_arns"))) {
            all.addAll(attached(role.at("managed_policy_arns")));
        }
        for (var each : given.getOrDefault(role.address(), List.of())) {
            all.addAll(
                    each.sure()
                            ? policies(each.by())
                            : List.of(Policy.unread(each.by().address())));
        }
        all.addAll(unread.getOrDefault(role.address(), List.of()));
        all.addAll(unreadForAll);
        toAnyone.forEach(each -> all.add(Policy.unread(each.by().address())));
        return List.copyOf(all);
    }

    private List<Policy> policies(Resource resource) {
        return switch (resource.type()) {
            case "aws_iam_role_policy" -> List.of(reader.read(resource.address(), resource.at("policy")));
            case "aws_iam_role_policy_attachments_exclusive" -> attached(resource.at("policy_arns"));
            default -> attached(resource.at("policy_arn"));
        };
    }

    private List<Policy> attached(Value arns) {
        return arns.each().stream().map(policyArns::at).toList();
    }
}
