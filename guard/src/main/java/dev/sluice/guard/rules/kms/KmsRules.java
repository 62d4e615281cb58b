package dev.sluice.guard.rules.kms;

import dev.sluice.guard.rule.Rule;
import java.util.List;

/** The rules of this package. */
public final class KmsRules {

    public static final List<Rule> ALL = List.of(
            new EncryptionOff(),
            new NoKeyOfItsOwn(),
            new KeyNeverRotated(),
            new LogGroupLockedOut(),
            new NobodyAdministers(),
            new AlarmLockedOut(),
            new DeliveryLockedOut(),
            new FunctionLockedOut());

    private KmsRules() {}
}
