package dev.sluice.integration.sandbox.scenario;

import static dev.sluice.integration.sandbox.scenario.WrongRequestsAreRefused.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.authorize.Fault;
import dev.sluice.integration.sandbox.client.Payment;
import dev.sluice.integration.sandbox.journal.Event;

/** Each service's own errors are read by classes that nothing else reaches: a shrunk archive has to have them too. */
public final class WhatIsGoneIsNamed implements Scenario {

    @Override
    public String name() {
        return "what is not there is named by its service";
    }

    @Override
    public String shows() {
        return "Where somebody deleted the topic or the table, senders and operators read 503, and the log line has the"
                + " service's own word for it.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        var emulation = sandbox.emulation().orElseThrow();
        emulation.faults().always("sns:Publish", Fault.gone());
        assertProblem(sandbox.sender().send(Payment.small()), 503);
        emulation.faults().always("dynamodb:GetItem", Fault.gone(), sandbox.output("function_name_query"));
        assertProblem(sandbox.operator().ask("/transactions/it-none"), 503);
        emulation.faults().clear();
        sandbox.settle();

        assertThat(emulation
                        .journal()
                        .of(Event.Printed.class, emulation.journal().test())
                        .map(Event.Printed::line))
                .anyMatch(line -> line.contains("\"ERROR\"") && line.contains("NotFound"))
                .anyMatch(line -> line.contains("\"ERROR\"") && line.contains("ResourceNotFoundException"));
    }
}
