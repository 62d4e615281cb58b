package dev.sluice.infra;

import com.hashicorp.cdktf.App;
import dev.sluice.blueprint.Pipeline;

/** Entry point of the synthesis: writes the Terraform of every stack. */
public final class Main {

    private Main() {}

    /**
     * Synthesizes all stacks into CDKTF's output folder; ends with 2 where a setting cannot be used.
     *
     * @param args not looked at
     */
    public static void main(String[] args) {
        try {
            var settings = Settings.of(System.getenv());
            var app = new App();
            new TransactionsStack(app, settings.nameOf("transactions"), Pipeline.BLUEPRINT, settings);
            app.synth();
        } catch (Settings.Unusable unusable) {
            System.err.println(unusable.getMessage());
            System.exit(2);
        }
    }
}
