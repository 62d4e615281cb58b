package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;

/** What each request of a function, or of a service, says about itself (AWS, "AWS global condition context keys"). */
final class Requests {

    private static final String SECURE = "aws:SecureTransport";

    private Requests() {}

    /** What calls: the role, and the session that the function has of it. */
    static Principal.Role principal(Resource role, Arns arns) {
        var names = new ArrayList<Value.Text>();
        names.add(Value.symbol(role.address(), "arn"));
        var session = new ArrayList<Piece>();
        session.add(new Piece.Literal("arn:"));
        session.add(new Piece.Symbol(Canonical.PARTITION));
        session.add(new Piece.Literal(":sts::"));
        session.add(new Piece.Symbol(Canonical.ACCOUNT));
        session.add(new Piece.Literal(":assumed-role/"));
        session.addAll(arns.spelled(Value.symbol(role.address(), "name")).pieces());
        session.add(new Piece.Literal("/"));
        session.add(new Piece.Symbol(new Reference(role.address(), "session")));
        names.add(new Value.Text(session));
        return new Principal.Role(names, Arns.account());
    }

    static Context byFunction(Resource function, Resource role) {
        return Context.unknown()
                .with(SECURE, "true")
                .with("aws:PrincipalType", "AssumedRole")
                .with("aws:PrincipalIsAWSService", "false")
                .with("aws:PrincipalArn", Value.symbol(role.address(), "arn"))
                .with("aws:PrincipalAccount", Arns.account())
                .with("aws:ResourceAccount", Arns.account())
                .with("lambda:SourceFunctionArn", Value.symbol(function.address(), "arn"))
                .without(
                        "aws:SourceArn",
                        "aws:SourceAccount",
                        "aws:SourceOwner",
                        "aws:PrincipalServiceName",
                        "aws:PrincipalServiceNamesList",
                        "aws:username",
                        "aws:MultiFactorAuthPresent",
                        "aws:MultiFactorAuthAge");
    }

    static Context byService(String service) {
        var context = Context.unknown()
                .with(SECURE, "true")
                .with("aws:PrincipalIsAWSService", "true")
                .with("aws:PrincipalServiceName", service)
                .with("aws:SourceAccount", Arns.account())
                .with("aws:ResourceAccount", Arns.account())
                .without("aws:PrincipalArn", "aws:PrincipalAccount", "aws:username", "aws:MultiFactorAuthPresent");
        // Of the services that publish to topics, alarms are those that name the owner a topic's default policy asks
        // for.
        return service.equals("cloudwatch.amazonaws.com")
                ? context.with("aws:SourceOwner", Arns.account())
                : context.without("aws:SourceOwner");
    }
}
