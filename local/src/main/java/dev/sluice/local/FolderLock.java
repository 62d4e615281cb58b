package dev.sluice.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a folder for one process; the operating system lets go of it when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {

    private static final String FILE = "sluice.lock";

    /**
     * The folders that this very process holds. Asked first, always: closing any channel on a file gives up every lock
     * that the process has on it (POSIX), so the file of a lock of our own must not even be opened.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws CannotStart when another process, or this one, has it */
    static FolderLock take(Path folder) throws IOException {
        var file = file(folder);
        if (!OWN.add(file)) {
            throw new CannotStart("this process runs a pipeline on " + folder + " already");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new CannotStart("another pipeline" + holder(file) + " is running on " + folder
                        + "; stop it, or choose another folder");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(file, channel);
        } catch (IOException | RuntimeException e) {
            OWN.remove(file);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static Path file(Path folder) throws IOException {
        return folder.toRealPath().resolve(FILE);
    }

    private static String holder(Path file) {
        try {
            var pid = Files.readString(file).trim();
            return pid.isEmpty() ? "" : " (process " + pid + ")";
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether some process holds the folder now. */
    static boolean held(Path folder) {
        try {
            var file = file(folder);
            if (OWN.contains(file)) {
                return true;
            }
            if (!Files.exists(file)) {
                return false;
            }
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    var lock = channel.tryLock()) {
                return lock == null;
            }
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        OWN.remove(file);
    }
}
