package dev.sluice.console.transaction;

import dev.sluice.console.page.Invalid;
import dev.sluice.domain.validation.Violation;
import dev.sluice.local.http.PageRequest;
import java.util.ArrayList;
import java.util.List;

/** Parameters that a request must have. */
final class Asked {

    private static final int LONGEST = 200;

    private Asked() {}

    /**
     * Their values, in the order of the names.
     *
     * @throws Invalid which names each that is missing or too long
     */
    static List<String> all(PageRequest request, String... names) {
        var values = new ArrayList<String>();
        var wrong = new ArrayList<Violation>();
        for (var name : names) {
            var value = request.parameter(name).orElse("");
            if (value.isEmpty() || value.length() > LONGEST) {
                wrong.add(new Violation("/" + name, "required", "1 to " + LONGEST + " characters"));
            }
            values.add(value);
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return values;
    }
}
