package dev.sluice.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TaskFolderTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatMayBeExecutedStaysSo() throws IOException {
        var archive = folder.resolve("function.zip");
        try (var zip =
                FileSystems.newFileSystem(archive, Map.of("create", "true", "enablePosixFileAttributes", true))) {
            Files.createDirectories(zip.getPath("/runtime/bin"));
            Files.writeString(zip.getPath("/runtime/bin/java"), "#!/bin/sh\n");
            Files.setPosixFilePermissions(
                    zip.getPath("/runtime/bin/java"), PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.writeString(zip.getPath("/plain.txt"), "text");
            Files.setPosixFilePermissions(zip.getPath("/plain.txt"), PosixFilePermissions.fromString("rw-r--r--"));
        }

        var task = TaskFolder.unpack(archive, folder.resolve("task"));

        assertThat(task.path().resolve("runtime/bin/java")).isExecutable().hasContent("#!/bin/sh\n");
        assertThat(Files.isExecutable(task.path().resolve("plain.txt"))).isFalse();
    }

    @Test
    void classesBecomeAJarBeforeTheLibraries() throws IOException {
        var task = Files.createDirectories(folder.resolve("task"));
        Files.createDirectories(task.resolve("lib"));
        Files.writeString(task.resolve("lib/b.jar"), "");
        Files.writeString(task.resolve("lib/a.jar"), "");
        Files.createDirectories(task.resolve("x"));
        Files.writeString(task.resolve("x/Y.class"), "y");
        var made = folder.resolve("made.jar");

        assertThat(new TaskFolder(task).asJars(made))
                .containsExactly(made, task.resolve("lib/a.jar"), task.resolve("lib/b.jar"));
        try (var jar = new JarFile(made.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName())).containsExactly("x/Y.class");
        }
    }

    @Test
    void whereAllIsLibrariesNoneIsMade() throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/a.jar"), "");
        assertThat(new TaskFolder(folder).asJars(folder.resolve("made.jar")))
                .containsExactly(folder.resolve("lib/a.jar"));
    }
}
