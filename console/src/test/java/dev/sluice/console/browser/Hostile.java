package dev.sluice.console.browser;

import java.util.List;

/** Names of merchants that somebody hopes will do more than be read. */
final class Hostile {

    static final String IMAGE = "<img src=x onerror=alert(1)>";
    static final String SCRIPT = "\"><script>alert(1)</script>";
    static final String ADDRESS = "javascript:alert(1)";
    static final String BACKWARDS = "shop \u202Egnp.eciovni";
    static final String FACES = "Café \uD83D\uDE00 \u6771\u4EAC \u0416";
    static final String TEMPLATE = "{{7*7}} ${7*7} <%= 7*7 %>";
    static final String LONG = "Ltd-".repeat(50);
    static final String STYLE = "</style><svg onload=alert(1)>";

    static final List<String> ALL = List.of(IMAGE, SCRIPT, ADDRESS, BACKWARDS, FACES, TEMPLATE, LONG, STYLE);

    private Hostile() {}

    /** A payment to each. */
    static List<Payment> payments() {
        return ALL.stream()
                .map(name ->
                        Payment.risky("hostile-" + ALL.indexOf(name)).to(name).from("evil<b>" + ALL.indexOf(name)))
                .toList();
    }
}
