package dev.sluice.infra.construct;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRole;
import com.hashicorp.cdktf.providers.aws.iam_role_policy.IamRolePolicy;
import dev.sluice.blueprint.Function;
import dev.sluice.infra.iam.PolicyDocument;
import dev.sluice.infra.iam.Statement;
import dev.sluice.infra.iam.Statement.Principal.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import software.constructs.Construct;

/** A function's role: Lambda alone may take it, and it may do what the function was granted, write its log, and trace. */
final class FunctionRole extends Construct {

    private final IamRole role;
    private final IamRolePolicy rights;

    FunctionRole(
            Construct scope,
            String id,
            Function function,
            String name,
            List<Grant> grants,
            String logGroupArn,
            Location location,
            StackKey key) {
        super(scope, id);
        role = Address.keep(
                function.name(),
                IamRole.Builder.create(this, "role")
                        .name(name)
                        .description("What the function " + function.name() + " may do")
                        .assumeRolePolicy(PolicyDocument.of(
                                List.of(Statement.allow("Lambda", List.of("sts:AssumeRole"), List.of())
                                        .to(new Service("lambda.amazonaws.com")))))
                        .build());
        rights = Address.keep(
                function.name(),
                IamRolePolicy.Builder.create(this, "rights")
                        .name(name)
                        .role(role.getId())
                        .policy(PolicyDocument.of(statements(grants, logGroupArn, location, key)))
                        .build());
    }

    String arn() {
        return role.getArn();
    }

    /** What has to be there before the role can do anything. */
    ITerraformDependable rights() {
        return rights;
    }

    private static List<Statement> statements(List<Grant> grants, String logGroupArn, Location location, StackKey key) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.allow(
                "WritesItsLog", List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(logGroupArn + ":*")));
        statements.add(Statement.allow(
                "WritesTraces",
                List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"),
                // X-Ray has no resources to name.
                List.of("*")));
        grants.stream().flatMap(grant -> grant.statements().stream()).forEach(statements::add);
        var uses = new TreeMap<String, TreeSet<String>>();
        for (var grant : grants) {
            for (var use : grant.keyUses()) {
                uses.computeIfAbsent(use.service(), service -> new TreeSet<>()).addAll(use.actions());
            }
        }
        uses.forEach((service, actions) -> statements.add(Statement.allow(
                        "UsesTheKeyThrough" + Character.toUpperCase(service.charAt(0)) + service.substring(1),
                        List.copyOf(actions),
                        List.of(key.arn()))
                .when("StringEquals", "kms:ViaService", location.host(service))));
        return statements;
    }
}
