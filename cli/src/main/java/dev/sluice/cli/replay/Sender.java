package dev.sluice.cli.replay;

import dev.sluice.cli.client.Answer;
import dev.sluice.cli.client.Unreachable;

/** Sends one transaction and waits for the answer. */
@FunctionalInterface
public interface Sender {

    /** Sends it under a message id. */
    Answer send(String id, byte[] body) throws Unreachable, InterruptedException;
}
