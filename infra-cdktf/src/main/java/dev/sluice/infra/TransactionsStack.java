package dev.sluice.infra;

import com.hashicorp.cdktf.TerraformStack;
import dev.sluice.infra.construct.Archives;
import dev.sluice.infra.construct.TransactionPipeline;
import dev.sluice.infra.settings.Settings;
import software.constructs.Construct;

/** The transaction pipeline in one environment. */
public final class TransactionsStack extends TerraformStack {

    /** What the stack's name is made of, with the suffix. */
    public static final String NAME = "transactions";

    public TransactionsStack(Construct scope, Settings settings, Archives archives) {
        super(scope, settings.nameOf(NAME));
        Terraform.of(this, settings);
        new TransactionPipeline(this, "pipeline", settings, archives);
    }
}
