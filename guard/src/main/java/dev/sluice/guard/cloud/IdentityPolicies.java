package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Policy;
import dev.sluice.guard.iam.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the infrastructure itself gives to roles, users and groups. */
public final class IdentityPolicies {

    private static final String OF_AWS = ":iam::aws:policy/";

    /** A policy that is written in the infrastructure, and the resource that holds it. */
    public record Written(Resource by, Policy policy) {}

    /** A policy of AWS's own, by its name, and the resource that attaches it. */
    public record Attached(Resource by, String name) {}

    private final ResourceGraph graph;
    private final List<Written> written = new ArrayList<>();
    private final List<Attached> attached = new ArrayList<>();

    IdentityPolicies(ResourceGraph graph) {
        this.graph = graph;
        var reader = new PolicyReader(graph);
        for (var holder : graph.of("aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy")) {
            written.add(new Written(holder, reader.read(holder.address(), holder.at("policy"))));
        }
        var bounds = graph.of("aws_iam_role", "aws_iam_user").stream()
                .flatMap(bounded -> graph.behind(bounded.at("permissions_boundary"), "aws_iam_policy").stream())
                .toList();
        for (var policy : graph.of("aws_iam_policy")) {
            // What bounds allows nothing by itself.
            if (!bounds.contains(policy)) {
                written.add(new Written(policy, reader.read(policy.address(), policy.at("policy"))));
            }
        }
        for (var role : graph.of("aws_iam_role")) {
            for (var inline : role.at("inline_policy").each()) {
                if (graph.isWritten(inline) && !inline.at("policy").isAbsent()) {
                    written.add(new Written(role, reader.read(role.address(), inline.at("policy"))));
                }
            }
            attach(role, role.at("managed_policy_arns"));
        }
        for (var attachment : graph.of(
                "aws_iam_role_policy_attachment",
                "aws_iam_user_policy_attachment",
                "aws_iam_group_policy_attachment",
                "aws_iam_policy_attachment")) {
            attach(attachment, attachment.at("policy_arn"));
        }
        for (var attachments : graph.of("aws_iam_role_policy_attachments_exclusive")) {
            attach(attachments, attachments.at("policy_arns"));
        }
    }

    private void attach(Resource by, Value arns) {
        for (var arn : arns.each()) {
            lookedUp(arn)
                    .or(() -> nameOfAws(graph.spelled(arn)))
                    .ifPresent(name -> attached.add(new Attached(by, name)));
        }
    }

    private Optional<String> lookedUp(Value arn) {
        return graph.target(arn, "aws_iam_policy")
                .filter(Resource::data)
                .flatMap(data ->
                        nameOfAws(data.at("arn")).or(() -> data.at("name").asText()));
    }

    private static Optional<String> nameOfAws(Value arn) {
        return Stream.of(arn)
                .filter(Value.Text.class::isInstance)
                .map(Value::toString)
                .filter(text -> text.contains(OF_AWS))
                .map(text -> text.substring(text.lastIndexOf('/') + 1))
                .findFirst();
    }

    /** Those that are written here. */
    public List<Written> written() {
        return List.copyOf(written);
    }

    /** AWS's own that are attached here. */
    public List<Attached> attached() {
        return List.copyOf(attached);
    }
}
