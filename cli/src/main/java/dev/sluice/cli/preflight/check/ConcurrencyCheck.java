package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Account;
import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;
import dev.sluice.cli.stacks.Stack;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether the account has as many concurrent executions as the stack keeps for its functions. */
final class ConcurrencyCheck implements Check {

    /** "Concurrent executions" in Service Quotas. */
    private static final String QUOTA = "L-B99A9384";

    @Override
    public String what() {
        return "Lambda concurrency";
    }

    @Override
    public String wanted() {
        return "at least " + Room.LEAST_LEFT + " that are kept for no function; Lambda refuses to go below";
    }

    @Override
    public Finding look(Subject subject) {
        var stack = subject.stack();
        if (!stack.unclear().isEmpty()) {
            return cannotTell(new Answer.Unknown<>(
                    "only Terraform can work out " + String.join(", ", stack.unclear()),
                    Remedy.of("Look at what terraform plan says of it")));
        }
        var tight = stack.provisioned().stream()
                .filter(warm -> keptFor(stack, warm) > 0 && warm.executions() > keptFor(stack, warm))
                .findFirst();
        if (tight.isPresent()) {
            return stop(
                    warmTooMuch(tight.get(), keptFor(stack, tight.get())),
                    Remedy.of("Keep fewer warm, or reserve more for that function"));
        }
        if (reserved(stack) + warm(stack) == 0) {
            return fine("the stack reserves none");
        }
        return switch (subject.account().concurrency()) {
            case Answer.Unknown<Account.Concurrency> unknown -> cannotTell(unknown);
            case Answer.Known<Account.Concurrency>(var concurrency) -> divided(subject, concurrency);
        };
    }

    private static String warmTooMuch(Stack.Provisioned warm, long reserved) {
        return "of the " + reserved + " reserved for " + warm.function() + ", " + warm.executions()
                + " are to be kept warm";
    }

    /** What an earlier deploy of this stack keeps is kept anew, not once more: it is not counted with the others'. */
    private Finding divided(Subject subject, Account.Concurrency concurrency) {
        var stack = subject.stack();
        var own = 0L;
        for (var function : stack.functions()) {
            switch (subject.account().reservedFor(function.name())) {
                case Answer.Unknown<Long> unknown -> {
                    return cannotTell(unknown);
                }
                case Answer.Known<Long>(var already) -> own += already;
            }
        }
        var others = Math.max(0, concurrency.quota() - concurrency.unreserved() - own);
        var room = new Room(concurrency.quota(), others, reserved(stack), warm(stack));
        return room.fits() ? fine(words(room, stack)) : stop(words(room, stack), remedy(room, subject));
    }

    private static Remedy remedy(Room room, Subject subject) {
        var region = subject.place().map(place -> " --region " + place.region()).orElse("");
        return Remedy.of(
                "Reserve less in the stack, or ask AWS for a quota of at least " + number(room.enough()) + ":",
                "aws service-quotas request-service-quota-increase --service-code lambda --quota-code " + QUOTA
                        + " --desired-value " + room.enough() + region);
    }

    private static String words(Room room, Stack stack) {
        return "quota " + number(room.quota()) + ", less " + number(room.others()) + " reserved by others, less "
                + number(room.reserved()) + " by this stack" + shares(stack)
                + (room.warm() == 0 ? "" : ", less " + number(room.warm()) + " it keeps warm beside that")
                + ": " + number(room.left()) + " are left";
    }

    private static String shares(Stack stack) {
        var shares = stack.functions().stream()
                .filter(function -> function.reserved() > 0)
                .map(function -> function.name() + " " + number(function.reserved()))
                .collect(Collectors.joining(", "));
        return shares.isEmpty() ? "" : " (" + shares + ")";
    }

    private static long reserved(Stack stack) {
        return stack.functions().stream().mapToLong(Stack.Function::reserved).sum();
    }

    /** What is kept warm of a function's reserve is in the reserve already. */
    private static long warm(Stack stack) {
        return stack.provisioned().stream()
                .filter(warm -> keptFor(stack, warm) == 0)
                .mapToLong(Stack.Provisioned::executions)
                .sum();
    }

    private static long keptFor(Stack stack, Stack.Provisioned warm) {
        return stack.functions().stream()
                .filter(function -> List.of(function.id(), function.name()).contains(warm.function()))
                .mapToLong(Stack.Function::reserved)
                .sum();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
