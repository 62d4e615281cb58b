package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;

/** The Java that synthesis runs on. */
final class JdkCheck implements Check {

    private static final int OLDEST = 21;

    @Override
    public String what() {
        return "JDK";
    }

    @Override
    public String wanted() {
        return OLDEST + " or newer";
    }

    @Override
    public Finding look(Subject subject) {
        var java = subject.machine().java();
        return java >= OLDEST
                ? fine(String.valueOf(java))
                : stop(String.valueOf(java), Remedy.of("Install a newer JDK, or set JAVA_HOME to where one is"));
    }
}
