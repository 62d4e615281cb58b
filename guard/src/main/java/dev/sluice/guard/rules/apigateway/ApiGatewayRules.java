package dev.sluice.guard.rules.apigateway;

import dev.sluice.guard.rule.Rule;
import java.util.List;

/** The rules of this package. */
public final class ApiGatewayRules {

    public static final List<Rule> ALL = List.of(
            new StageWithoutThrottling(),
            new UsagePlanWithoutThrottle(),
            new NoInvokeArn(),
            new NeedlessCredentials(),
            new WithoutAuthentication(),
            new StageWithoutAccessLog(),
            new DeploymentStaysBehind(),
            new DeploymentMakesStage());

    private ApiGatewayRules() {}
}
