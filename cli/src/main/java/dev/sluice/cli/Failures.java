package dev.sluice.cli;

import dev.sluice.cli.client.Unreachable;
import dev.sluice.cli.mapping.MappingMistake;
import dev.sluice.cli.stacks.StackMistake;
import dev.sluice.cli.text.Printable;
import dev.sluice.guard.json.FileMistake;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells why a command could not run: one line for what its user can mend, a stack trace only for our own mistakes. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        switch (failure) {
            case CannotRun e -> say(command, e.getMessage());
            case CannotStart e -> say(command, e.getMessage());
            case FileMistake e -> say(command, Printable.of(String.valueOf(e.getMessage())));
            case MappingMistake e -> say(command, e.getMessage());
            case StackMistake e -> say(command, e.getMessage());
            case Unavailable e -> say(command, e.getMessage() + "; the same command goes on where this one stopped");
            case Unreachable e -> say(command, e.getMessage());
            case NoSuchFileException e -> say(command, "there is no file " + e.getMessage());
            case IOException e -> say(command, described(e));
            case UncheckedIOException e -> say(command, e.getMessage());
            case InterruptedException e -> say(command, "interrupted");
            default -> {
                say(command, "this is a mistake in sluice, please report it:");
                failure.printStackTrace(command.getErr());
            }
        }
        command.getErr().flush();
        return ExitCodes.NOT_RUN;
    }

    private static void say(CommandLine command, @Nullable String message) {
        command.getErr().println("sluice: " + message);
    }

    /** Many messages of this kind are a file's name and nothing else. */
    private static String described(IOException e) {
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName().replaceAll("Exception$", "") + ": " + e.getMessage();
    }
}
