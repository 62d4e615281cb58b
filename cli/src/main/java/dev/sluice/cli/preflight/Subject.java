package dev.sluice.cli.preflight;

import dev.sluice.cli.stacks.Stack;
import java.util.Optional;

/**
 * What checks look at.
 *
 * @param stack what would be deployed
 * @param folder where it lies, as it is shown
 * @param machine from where
 * @param place to which region, if that is known
 * @param caller who would do it
 * @param account to which account
 */
public record Subject(
        Stack stack, String folder, Machine machine, Optional<Place> place, Answer<Caller> caller, Account account) {

    /** Asks who it would be, and whoever gets no answer to that asks nothing else. */
    public static Subject of(Stack stack, String folder, Machine machine, Optional<Place> place, Cloud cloud) {
        if (place.isEmpty()) {
            var nowhere = new Answer.Unknown<Caller>(
                    "no region is known to ask in", Remedy.of("Say the region first, as above"));
            return new Subject(stack, folder, machine, place, nowhere, new SilentAccount(nowhere.to()));
        }
        var account = cloud.account(place.get().region());
        var caller = account.caller();
        return new Subject(
                stack,
                folder,
                machine,
                place,
                caller,
                switch (caller) {
                    case Answer.Known<Caller> known -> account;
                    case Answer.Unknown<Caller> unknown ->
                        new SilentAccount(new Answer.Unknown<>(
                                "without working credentials the account cannot be asked",
                                Remedy.of("See to the credentials first, as above")));
                });
    }
}
