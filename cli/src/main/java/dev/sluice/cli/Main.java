package dev.sluice.cli;

/** Entry point of the {@code sluice} command. */
public final class Main {

    private Main() {}

    /**
     * Starts the command.
     *
     * @param args what was typed after {@code sluice}
     */
    public static void main(String[] args) {
        System.out.println("sluice " + String.join(" ", args));
    }
}
