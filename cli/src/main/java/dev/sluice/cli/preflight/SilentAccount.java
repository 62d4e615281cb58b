package dev.sluice.cli.preflight;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account that cannot be asked: it answers everything with the reason. */
record SilentAccount(Answer.Unknown<?> reason) implements Account {

    @Override
    public Answer<Caller> caller() {
        return reason.to();
    }

    @Override
    public Answer<Concurrency> concurrency() {
        return reason.to();
    }

    @Override
    public Answer<Long> reservedFor(String function) {
        return reason.to();
    }

    @Override
    public Answer<Optional<String>> gatewayLogRole() {
        return reason.to();
    }

    @Override
    public Answer<Optional<Map<String, String>>> logGroup(String name) {
        return reason.to();
    }

    @Override
    public Answer<Optional<Map<String, String>>> table(String name) {
        return reason.to();
    }

    @Override
    public Answer<List<Recorder>> recorders() {
        return reason.to();
    }
}
