package dev.sluice.guard.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Policies of roles, users and groups")
class IdentityPoliciesTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("are those written here, boundaries left out, and AWS's own that are attached")
    void writtenAndAttached() {
        var watched = Watched.of(folder, """
                'aws_iam_role': {'a': {'name': 'a', 'permissions_boundary': '${aws_iam_policy.bound.arn}',
                    'inline_policy': [{'name': 'x', 'policy': '{}'}, {}],
                    'managed_policy_arns': ['arn:aws:iam::aws:policy/AmazonS3FullAccess', '${aws_iam_policy.own.arn}']}},
                'aws_iam_policy': {'bound': {'name': 'bound', 'policy': '{}'}, 'own': {'name': 'own', 'policy': '{}'}},
                'aws_iam_user_policy': {'u': {'user': 'u', 'policy': '{}'}},
                'aws_iam_group_policy_attachment': {'g': {'group': 'g',
                    'policy_arn': 'arn:${data.aws_partition.here.partition}:iam::aws:policy/job-function/ViewOnlyAccess'}}
                """);
        var policies = watched.cloud().identityPolicies();
        assertThat(policies.written())
                .extracting(written -> written.by().address())
                .containsExactly("aws_iam_user_policy.u", "aws_iam_policy.own", "aws_iam_role.a");
        assertThat(policies.attached())
                .extracting(IdentityPolicies.Attached::name)
                .containsExactly("AmazonS3FullAccess", "ViewOnlyAccess");
    }
}
