package dev.sluice.cli.preflight.check;

import static dev.sluice.cli.preflight.FakeAccount.known;
import static dev.sluice.cli.preflight.FakeAccount.unknown;
import static dev.sluice.cli.preflight.FakeMachine.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.stacks.Sample;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What passes and what does not, side by side, of the machine. */
class MachineChecksTest {

    private static final String LOCAL = "\"local\": { \"path\": \"terraform.sluice-transactions-dev.tfstate\" }";

    private final Looked looked = new Looked();

    @Test
    void aJdk() {
        looked.isFine(new JdkCheck(), "25");

        looked.machine.java = 17;
        assertThat(looked.stops(new JdkCheck(), "17").sentence()).contains("JAVA_HOME");
    }

    @Test
    void node() {
        looked.isFine(new NodeCheck(), "20.20.2");

        looked.machine.node = version("18.19.0");
        looked.stops(new NodeCheck(), "18.19.0");
        looked.machine.node = known(Optional.empty());
        assertThat(looked.stops(new NodeCheck(), "not on the PATH").sentence()).contains("Install Node 20");
        looked.machine.node = unknown("node said nothing");
        looked.cannotBeTold(new NodeCheck(), "node said nothing");
    }

    @Test
    void cdktf() {
        looked.isFine(new CdktfCheck(), "0.19.2");

        looked.machine.cdktf = version("0.20.0");
        assertThat(looked.hurts(new CdktfCheck(), "0.20.0 is installed, 0.19.2 is pinned")
                        .commands())
                .containsExactly("npm ci");
        looked.machine.pinnedCdktf = unknown("package.json names no version");
        looked.cannotBeTold(new CdktfCheck(), "package.json names no version");
        looked.machine.cdktf = unknown("it names no version");
        looked.cannotBeTold(new CdktfCheck(), "it names no version");
        looked.machine.cdktf = known(Optional.empty());
        assertThat(looked.stops(new CdktfCheck(), "not installed in the repository")
                        .commands())
                .containsExactly("npm ci");
    }

    @Test
    void terraform() {
        looked.isFine(new TerraformCheck(), "1.11.4");

        looked.machine.terraform = version("1.9.8");
        looked.hurts(new TerraformCheck(), "1.9.8");
        looked.stack = Sample.stack(LOCAL, "\"s3\": {\"bucket\":\"b\",\"key\":\"k\",\"use_lockfile\":true}");
        looked.stops(new TerraformCheck(), "1.9.8, which cannot lock a state in S3");
        looked.machine.terraform = known(Optional.empty());
        looked.stops(new TerraformCheck(), "not on the PATH");
        looked.machine.terraform = unknown("terraform said nothing");
        looked.cannotBeTold(new TerraformCheck(), "terraform said nothing");
    }

    @Test
    void aState() {
        looked.isFine(
                new StateCheck(),
                "a file on this machine, terraform.sluice-transactions-dev.tfstate; only from here can it be deployed again");
        looked.machine.hasState = false;
        looked.isFine(
                new StateCheck(),
                "a file on this machine, terraform.sluice-transactions-dev.tfstate, not there yet; only from here can it be "
                        + "deployed again");
        looked.stack = Sample.stack(LOCAL, "\"s3\": {\"bucket\":\"b\",\"key\":\"k\",\"use_lockfile\":true}");
        looked.isFine(new StateCheck(), "s3://b/k, locked while it is in use");
        looked.stack = Sample.stack(LOCAL, "\"http\": {}");
        looked.isFine(new StateCheck(), "kept by Terraform's backend http, which is not looked at");

        looked.stack = Sample.stack(LOCAL, "\"s3\": {\"bucket\":\"b\",\"key\":\"k\"}");
        assertThat(looked.hurts(new StateCheck(), "s3://b/k, without a lock").sentence())
                .contains("use_lockfile");
    }
}
