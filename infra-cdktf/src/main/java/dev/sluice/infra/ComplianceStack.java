package dev.sluice.infra;

import com.hashicorp.cdktf.TerraformStack;
import dev.sluice.infra.construct.AccountWatch;
import dev.sluice.infra.construct.Archives;
import dev.sluice.infra.settings.Settings;
import software.constructs.Construct;

/** What watches the transaction pipeline in one environment: deployed alone, before or after it. */
public final class ComplianceStack extends TerraformStack {

    /** What the stack's name is made of, with the suffix. */
    public static final String NAME = "compliance";

    public ComplianceStack(Construct scope, Settings settings, Archives archives) {
        super(scope, settings.nameOf(NAME));
        Terraform.of(this, settings);
        new AccountWatch(this, "watch", settings, archives);
    }
}
