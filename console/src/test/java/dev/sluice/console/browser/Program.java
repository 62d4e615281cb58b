package dev.sluice.console.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that the tests need, under the names that it has on one system or another. */
enum Program {
    CHROMIUM("chromium", "chromium-browser", "google-chrome"),
    DRIVER("chromedriver", "chromium.chromedriver");

    private final List<String> names;

    Program(String... names) {
        this.names = List.of(names);
    }

    /** Where it is on the PATH, if it is. */
    Optional<Path> found() {
        var places = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
        return names.stream()
                .flatMap(name -> Stream.of(places).map(place -> Path.of(place, name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
