package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Subject;
import java.util.ArrayList;
import java.util.List;

/** Everything that is looked at, in the order it is told: the machine first, then the account. */
public final class Checks {

    public static final List<Check> ALL = List.of(
            new JdkCheck(),
            new NodeCheck(),
            new CdktfCheck(),
            new TerraformCheck(),
            new StateCheck(),
            new RegionCheck(),
            new CredentialsCheck(),
            new ConcurrencyCheck(),
            new GatewayLogRoleCheck(),
            NameCheck.LOG_GROUPS,
            NameCheck.TABLES,
            new ConfigRecorderCheck());

    private Checks() {}

    /** Looks at everything. */
    public static List<Finding> look(Subject subject) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        for (var check : ALL) {
            findings.add(check.look(subject));
        }
        return List.copyOf(findings);
    }
}
