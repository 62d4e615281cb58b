package dev.sluice.integration.sandbox.authorize;

/** Lambda may not take a function's role: the function cannot be started. */
public final class RoleNotTaken extends IllegalStateException {

    private static final long serialVersionUID = 1;

    RoleNotTaken(String role, String why) {
        super("lambda.amazonaws.com may not sts:AssumeRole " + role + ": " + why);
    }
}
