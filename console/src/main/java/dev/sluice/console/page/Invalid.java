package dev.sluice.console.page;

import dev.sluice.domain.validation.Violation;
import java.util.List;

/** A request that asks for what makes no sense: told as 400, with each thing that is wrong and its place. */
public final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> errors;

    public Invalid(List<Violation> errors) {
        super("a parameter is wrong; errors names it", null, false, false);
        this.errors = List.copyOf(errors);
    }

    /**
     * One thing that is wrong.
     *
     * @param parameter its name in the query or the body
     * @param code stable, for programs
     * @param sentence what is asked for; never the value that was sent
     */
    public static Invalid of(String parameter, String code, String sentence) {
        return new Invalid(List.of(new Violation("/" + parameter, code, sentence)));
    }

    public List<Violation> errors() {
        return errors;
    }
}
