package dev.sluice.cli.preflight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account in which the sample can be deployed, until a test lets one thing differ. */
public final class FakeAccount implements Account, Cloud {

    public Answer<Caller> caller = known(Caller.of("123456789012", "arn:aws:iam::123456789012:user/somebody"));
    public Answer<Concurrency> concurrency = known(new Concurrency(1000, 1000));
    public Map<String, Answer<Long>> reserved = new HashMap<>();
    public Answer<Optional<String>> gatewayLogRole = known(Optional.of("gateway-logs"));
    public Map<String, Answer<Optional<Map<String, String>>>> names = new HashMap<>();
    public Answer<List<Recorder>> recorders = known(List.of(new Recorder("default", true)));
    public Optional<String> profileRegion = Optional.empty();

    public static <T> Answer<T> known(T value) {
        return new Answer.Known<>(value);
    }

    public static <T> Answer<T> unknown(String why) {
        return new Answer.Unknown<>(why, Remedy.of("Mend it"));
    }

    @Override
    public Account account(String region) {
        return this;
    }

    @Override
    public Optional<String> profileRegion() {
        return profileRegion;
    }

    @Override
    public Answer<Caller> caller() {
        return caller;
    }

    @Override
    public Answer<Concurrency> concurrency() {
        return concurrency;
    }

    @Override
    public Answer<Long> reservedFor(String function) {
        return reserved.getOrDefault(function, known(0L));
    }

    @Override
    public Answer<Optional<String>> gatewayLogRole() {
        return gatewayLogRole;
    }

    @Override
    public Answer<Optional<Map<String, String>>> logGroup(String name) {
        return names.getOrDefault(name, known(Optional.empty()));
    }

    @Override
    public Answer<Optional<Map<String, String>>> table(String name) {
        return names.getOrDefault(name, known(Optional.empty()));
    }

    @Override
    public Answer<List<Recorder>> recorders() {
        return recorders;
    }
}
