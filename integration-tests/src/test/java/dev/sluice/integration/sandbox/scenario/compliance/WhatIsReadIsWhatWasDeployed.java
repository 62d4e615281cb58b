package dev.sluice.integration.sandbox.scenario.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.live.AwsLiveAccount;
import dev.sluice.compliance.norm.NormJson;
import dev.sluice.handlers.aws.Clients;
import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.scenario.Scenario;

/** What is read of the account against what Terraform knows of it. */
public final class WhatIsReadIsWhatWasDeployed implements Scenario {

    @Override
    public String name() {
        return "what is read is what was deployed";
    }

    @Override
    public String shows() {
        return "Every resource of both stacks that a rule asks of is read, and says of itself what Terraform's state says.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        var deployed = sandbox.emulation().orElseThrow().deployed();
        var norm = deployed.functions().stream()
                .filter(function -> function.name().equals(sandbox.output("function_name_scanner")))
                .map(function -> NormJson.read(function.variables().get("NORM")))
                .findFirst()
                .orElseThrow();
        var access = sandbox.operator().access();
        var clients = new Clients(access.region(), access.credentials(), access.endpoint(), Clients.Limits.STANDARD);

        var difference = new Difference(deployed.graph(), new AwsLiveAccount(clients, norm).read());

        assertThat(difference.notRead()).as("deployed and not read").isEmpty();
        assertThat(difference.otherwise()).as("read otherwise than deployed").isEmpty();
    }
}
