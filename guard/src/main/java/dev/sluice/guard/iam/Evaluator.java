package dev.sluice.guard.iam;

import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * AWS's decision on a request within one account (AWS, "Policy evaluation logic", "Determining whether a request is
 * allowed or denied within an account").
 *
 * <p>A deny anywhere wins. Otherwise the principal's permissions boundary must allow, and either a policy of the
 * principal or the resource's policy. A KMS key is allowed by its key policy only, which may leave the decision to the
 * principal's policies by naming the account ("Key policies in AWS KMS").
 *
 * <p>Service and resource control policies of an organization are not known here, and session policies are not in use.
 */
public final class Evaluator {

    private final Arns arns;
    private final Conditions conditions;

    public Evaluator(Arns arns) {
        this.arns = arns;
        this.conditions = new Conditions(arns);
    }

    /** An evaluator for policies that mention nothing but what they write out. */
    public static Evaluator ofGraph(ResourceGraph graph) {
        return new Evaluator(new Arns(graph));
    }

    /**
     * The policies a request meets.
     *
     * @param identity those of the principal
     * @param boundary what bounds them
     * @param resource the resource's
     * @param keyPolicy whether that is a KMS key's, without which nothing is allowed
     */
    public record Policies(
            List<Policy> identity, Optional<Policy> boundary, Optional<Policy> resource, boolean keyPolicy) {
        public Policies {
            identity = List.copyOf(identity);
        }

        /** Policies of a principal, and nothing else. */
        public static Policies of(List<Policy> identity) {
            return new Policies(identity, Optional.empty(), Optional.empty(), false);
        }
    }

    /** What AWS answers. */
    public Decision decide(Request request, Policies policies) {
        var role = request.principal() instanceof Principal.Role;
        var identity = new Tally(request);
        var boundary = new Tally(request);
        var resource = new Tally(request);
        if (role) {
            policies.identity().forEach(identity::add);
            policies.boundary().ifPresent(boundary::add);
        }
        policies.resource().ifPresent(resource::add);
        var denied = identity.denied.or(boundary.denied).or(resource.denied);
        if (denied.told == Told.YES) {
            return new Decision.Denied(denied.by);
        }
        var byIdentity = identity.allowed;
        var granted = policies.keyPolicy()
                ? resource.allowed.or(resource.delegated.and(byIdentity))
                : byIdentity.or(resource.allowed);
        var bounded = role && policies.boundary().isPresent() ? granted.and(boundary.allowed) : granted;
        return switch (bounded.told) {
            case NO -> new Decision.Denied(Optional.empty());
            case CANNOT_TELL -> new Decision.CannotTell(bounded.why);
            case YES ->
                denied.told == Told.NO
                        ? new Decision.Allowed(granted.by.orElseThrow())
                        : new Decision.CannotTell(denied.why);
        };
    }

    /**
     * What has been found out so far.
     *
     * @param told whether it is so
     * @param by by what, where it is
     * @param why why it cannot be told, where it cannot
     */
    private record Found(Told told, Optional<By> by, String why) {

        static final Found NOT = new Found(Told.NO, Optional.empty(), "");

        static Found open(String why) {
            return new Found(Told.CANNOT_TELL, Optional.empty(), why);
        }

        Found or(Found other) {
            if (told == Told.YES || other.told == Told.NO) {
                return this;
            }
            return other.told == Told.YES || told == Told.NO ? other : this;
        }

        Found and(Found other) {
            if (told == Told.NO || other.told == Told.YES) {
                return this;
            }
            return other.told == Told.NO || told == Told.YES ? other : this;
        }
    }

    /** What some policies say to a request. */
    private final class Tally {

        private final Request request;
        private Found allowed = Found.NOT;
        private Found delegated = Found.NOT;
        private Found denied = Found.NOT;

        Tally(Request request) {
            this.request = request;
        }

        void add(Policy policy) {
            for (int i = 0; i < policy.statements().size(); i++) {
                add(policy, i);
            }
            var unread = Found.open("not all of " + policy.name() + " can be read");
            switch (policy.missing()) {
                case NOTHING -> {}
                case ALLOWS -> allowed = allowed.or(unread);
                case ANYTHING -> {
                    allowed = allowed.or(unread);
                    delegated = delegated.or(unread);
                    denied = denied.or(unread);
                }
            }
        }

        private void add(Policy policy, int index) {
            var statement = policy.statements().get(index);
            var matches = matches(statement, request, policy.variables());
            if (matches == Told.NO) {
                return;
            }
            var by = new By(policy.name(), statement.sid().orElse("#" + (index + 1)));
            switch (statement.effect()) {
                case DENY -> denied = denied.or(found(matches.and(() -> meantToDeny(statement)), by, statement));
                case ALLOW -> {
                    var who = statement.principals();
                    allowed = allowed.or(found(
                            matches.and(
                                    () -> who.map(names -> who(names, request)).orElse(Told.YES)),
                            by,
                            statement));
                    delegated = delegated.or(found(
                            matches.and(() ->
                                    who.map(names -> account(names, request)).orElse(Told.NO)),
                            by,
                            statement));
                }
            }
        }

        /** A deny of the account is a deny of everyone in it. */
        private Told meantToDeny(Statement statement) {
            return statement
                    .principals()
                    .map(names -> names.except()
                            ? allBut(new Principals(false, names.names(), names.whole()))
                            : who(names, request).or(() -> account(names, request)))
                    .orElse(Told.YES);
        }

        /**
         * Of a role AWS asks that its account is exempt too, and says no more than that it may be denied otherwise ("AWS
         * JSON policy elements: NotPrincipal").
         */
        private Told allBut(Principals exempt) {
            var named = who(exempt, request);
            if (request.principal() instanceof Principal.Service) {
                return named.not();
            }
            return named == account(exempt, request) ? named.not() : Told.CANNOT_TELL;
        }

        private Found found(Told told, By by, Statement statement) {
            if (told != Told.CANNOT_TELL) {
                return told == Told.NO ? Found.NOT : new Found(Told.YES, Optional.of(by), "");
            }
            var unknown = Conditions.unknowns(statement.conditions(), request.context());
            return Found.open("whether " + by + " is about this cannot be told before a deploy"
                    + (unknown.isEmpty() ? "" : "; it depends on " + unknown));
        }
    }

    /** Whether a statement is about a request, whoever makes it. */
    private Told matches(Statement statement, Request request, boolean variables) {
        return action(statement.actions(), request.action())
                .and(() -> resource(statement.resources(), request, variables))
                .and(() -> conditions.all(statement, request.context(), variables));
    }

    private static Told action(Patterns patterns, String action) {
        var told = patterns.whole() ? Told.NO : Told.CANNOT_TELL;
        var text = Value.text(action);
        for (var pattern : patterns.texts()) {
            told = told.or(() -> Glob.matches(pattern, text, Glob.Mode.ACTION));
        }
        return patterns.except() ? told.not() : told;
    }

    private Told resource(Patterns patterns, Request request, boolean variables) {
        var told = patterns.whole() ? Told.NO : Told.CANNOT_TELL;
        for (var pattern : patterns.texts()) {
            told = told.or(() -> Variables.filled(pattern, request.context(), variables)
                    .map(filled -> arns.matches(filled, request.resource(), Glob.Mode.ARN))
                    .orElse(Told.NO));
        }
        return patterns.except() ? told.not() : told;
    }

    /** Whether a statement names who makes a request. */
    private Told who(Principals principals, Request request) {
        var told = principals.whole() ? Told.NO : Told.CANNOT_TELL;
        for (var name : principals.names()) {
            told = told.or(() -> named(name, request.principal()));
        }
        return principals.except() ? told.not() : told;
    }

    private Told named(Principals.Name name, Principal principal) {
        if (name.kind() == Principals.Kind.AWS
                && name.text().literal().filter("*"::equals).isPresent()) {
            return Told.YES;
        }
        return switch (principal) {
            case Principal.Service(var service) ->
                name.kind() == Principals.Kind.SERVICE ? arns.matches(name.text(), service, Glob.Mode.EXACT) : Told.NO;
            case Principal.Role role -> {
                var told = Told.NO;
                if (name.kind() == Principals.Kind.AWS) {
                    for (var known : role.names()) {
                        told = told.or(() -> arns.matches(name.text(), known, Glob.Mode.EXACT));
                    }
                }
                yield told;
            }
        };
    }

    /** Whether a statement names the account of who makes a request, and so leaves the decision to their policies. */
    private Told account(Principals principals, Request request) {
        if (principals.except() || !(request.principal() instanceof Principal.Role(var ignored, var account))) {
            return Told.NO;
        }
        var told = principals.whole() ? Told.NO : Told.CANNOT_TELL;
        for (var name : principals.names()) {
            if (name.kind() == Principals.Kind.AWS) {
                // An account goes by its number or as its root; an ARN is no number, whatever the number is.
                told = told.or(() -> isArn(name.text()) ? Told.NO : arns.matches(name.text(), account, Glob.Mode.EXACT))
                        .or(() -> arns.matches(name.text(), Accounts.root(account), Glob.Mode.EXACT));
            }
        }
        return told;
    }

    private static boolean isArn(Value.Text name) {
        return name.toString().startsWith("arn:");
    }
}
