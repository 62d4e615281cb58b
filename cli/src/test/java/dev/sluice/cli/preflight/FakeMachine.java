package dev.sluice.cli.preflight;

import java.nio.file.Path;
import java.util.Optional;

/** A machine that can deploy the sample, until a test lets one thing differ. */
public final class FakeMachine implements Machine {

    public Answer<Optional<Version>> terraform = version("1.11.4");
    public Answer<Optional<Version>> node = version("v20.20.2");
    public Answer<Optional<Version>> cdktf = version("0.19.2");
    public Answer<Version> pinnedCdktf = FakeAccount.known(Version.of("0.19.2").orElseThrow());
    public int java = 25;
    public boolean hasState = true;

    public static Answer<Optional<Version>> version(String version) {
        return FakeAccount.known(Version.of(version));
    }

    @Override
    public Answer<Optional<Version>> terraform() {
        return terraform;
    }

    @Override
    public Answer<Optional<Version>> node() {
        return node;
    }

    @Override
    public Answer<Optional<Version>> cdktf() {
        return cdktf;
    }

    @Override
    public Answer<Version> pinnedCdktf() {
        return pinnedCdktf;
    }

    @Override
    public int java() {
        return java;
    }

    @Override
    public boolean holds(Path file) {
        return hasState;
    }
}
