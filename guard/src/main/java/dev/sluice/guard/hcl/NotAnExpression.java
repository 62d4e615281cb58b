package dev.sluice.guard.hcl;

/** A text that is no expression of HCL, or one deeper than the guard reads. */
public final class NotAnExpression extends Exception {

    private static final long serialVersionUID = 1L;

    NotAnExpression(String why) {
        super(why);
    }
}
