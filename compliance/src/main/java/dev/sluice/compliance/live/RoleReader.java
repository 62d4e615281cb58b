package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * Reads IAM: the role that each function runs under, whatever it is called, and what it is given.
 *
 * <p>A role is {@code aws_iam_role.NAME}, what it says itself {@code aws_iam_role_policy.ROLE:POLICY}, what it shares with
 * others {@code aws_iam_role_policy_attachment.ROLE:POLICY}. What a shared policy says is not read: the guard knows those
 * of AWS, and of any other nobody can say what it allows.
 */
final class RoleReader {

    private static final Service IAM = new Service("iam");
    private static final String IN_ARN = ":role/";

    private final IamClient iam;

    RoleReader(IamClient iam) {
        this.iam = iam;
    }

    /**
     * The roles of functions with their policies.
     *
     * @param among where the functions are among
     * @throws dev.sluice.handlers.port.Unavailable when a role's policies could not be listed
     */
    List<Resource> read(Collection<Resource> among, Unread unread) {
        return among.stream()
                .filter(resource -> resource.type().equals("aws_lambda_function"))
                .flatMap(function -> function.at("role").asText().stream())
                .distinct()
                .flatMap(arn -> role(arn, unread))
                .toList();
    }

    private Stream<Resource> role(String arn, Unread unread) {
        var name = name(arn);
        var role = LiveResource.of("aws_iam_role", name)
                .text("id", name)
                .text("name", name)
                .text("arn", arn);
        return IAM
                .about(role, unread)
                .of(
                        "GetRole",
                        () -> iam.getRole(request -> request.roleName(name)).role(),
                        told -> described(role, told),
                        List.of("assume_role_policy", "permissions_boundary", "tags", "tags_all"))
                .made()
                .stream()
                .flatMap(made -> Stream.of(Stream.of(made), written(name, unread), attached(name))
                        .flatMap(each -> each));
    }

    /** A path stands before the name. */
    private static String name(String arn) {
        var path = arn.substring(arn.indexOf(IN_ARN) + IN_ARN.length());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void described(LiveResource role, Role told) {
        role.text("description", told.description())
                .text("path", told.path())
                .number("max_session_duration", told.maxSessionDuration())
                .text("assume_role_policy", decoded(told.assumeRolePolicyDocument()))
                .tags(told.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
        if (told.permissionsBoundary() != null) {
            role.text("permissions_boundary", told.permissionsBoundary().permissionsBoundaryArn());
        }
    }

    private Stream<Resource> written(String role, Unread unread) {
        return IAM
                .listWithin(
                        "ListRolePolicies",
                        () -> iam.listRolePoliciesPaginator(request -> request.roleName(role))
                                .policyNames())
                .stream()
                .flatMap(List::stream)
                .flatMap(policy -> written(role, policy, unread).stream());
    }

    private Optional<Resource> written(String role, String name, Unread unread) {
        var id = role + ":" + name;
        var policy = LiveResource.of("aws_iam_role_policy", id)
                .text("id", id)
                .text("name", name)
                .text("role", role);
        return IAM.about(policy, unread)
                .of(
                        "GetRolePolicy",
                        () -> iam.getRolePolicy(
                                        request -> request.roleName(role).policyName(name))
                                .policyDocument(),
                        told -> policy.text("policy", decoded(told)),
                        List.of("policy"))
                .made();
    }

    private Stream<Resource> attached(String role) {
        return IAM
                .listWithin(
                        "ListAttachedRolePolicies",
                        () -> iam.listAttachedRolePoliciesPaginator(request -> request.roleName(role))
                                .attachedPolicies())
                .stream()
                .flatMap(List::stream)
                .map(policy -> attached(role, policy));
    }

    private static Resource attached(String role, AttachedPolicy told) {
        var id = role + ":" + told.policyName();
        return LiveResource.of("aws_iam_role_policy_attachment", id)
                .text("id", id)
                .text("role", role)
                .text("policy_arn", told.policyArn())
                .made();
    }

    /** IAM hands documents out as they go into an address (RFC 3986). */
    private static String decoded(String document) {
        return URLDecoder.decode(document, StandardCharsets.UTF_8);
    }
}
