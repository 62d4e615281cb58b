package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipInputStream;

/**
 * The code of a function: what was deployed, and nothing that has been built since.
 */
final class FunctionCode {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    private final DeployedFunction function;
    private final byte[] bytes;

    private FunctionCode(DeployedFunction function, byte[] bytes) {
        this.function = function;
        this.bytes = bytes;
    }

    /** Reads it; refuses an archive that is another than the deployed one, or is made for another processor. */
    static FunctionCode of(DeployedFunction function) throws IOException {
        if (!Files.isRegularFile(function.archive())) {
            throw new IllegalStateException(
                    function.name() + ": the archive that was deployed is gone: " + function.archive());
        }
        var code = new FunctionCode(function, Files.readAllBytes(function.archive()));
        code.checkHash();
        code.checkArchitecture();
        return code;
    }

    private void checkHash() {
        var found = Base64.getEncoder().encodeToString(sha256(bytes));
        if (!found.equals(function.archiveHash())) {
            throw new IllegalStateException(function.name() + ": " + function.archive() + " has the SHA-256 " + found
                    + ", what was deployed has " + function.archiveHash() + ": deploy again");
        }
    }

    /** Java runs anywhere; what an archive brings of native code does not. */
    private void checkArchitecture() throws IOException {
        if (function.architectures().contains(Machine.architecture())) {
            return;
        }
        var natives = natives(new ByteArrayInputStream(bytes));
        if (!natives.isEmpty()) {
            throw new IllegalStateException(function.name() + " was deployed for " + function.architectures()
                    + " with native code of its own, which cannot be run on " + Machine.architecture() + ": "
                    + natives);
        }
    }

    private static List<String> natives(InputStream archive) throws IOException {
        var found = new ArrayList<String>();
        try (var zip = new ZipInputStream(archive)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".so")) {
                    found.add(entry.getName());
                } else if (entry.getName().endsWith(".jar")) {
                    found.addAll(natives(new ByteArrayInputStream(zip.readAllBytes())));
                }
            }
        }
        return found;
    }

    /** Unpacks it, as Lambda does into {@code /var/task}: with the times of its files, and with what makes them programs. */
    void unpackInto(Path folder) throws IOException {
        var programs = ZipModes.programs(bytes);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IllegalStateException(function.name() + ": its archive names a file outside itself");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                    Files.setLastModifiedTime(target, entry.getLastModifiedTime());
                    if (programs.contains(entry.getName())) {
                        Files.setPosixFilePermissions(target, PROGRAM);
                    }
                }
            }
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
