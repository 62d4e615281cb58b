package dev.sluice.domain.policy;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.TransactionType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much one transaction may be at most, by type and currency; what is not listed has no limit. */
public record Limits(Map<Key, Money> most) {

    /** What one limit is for. */
    public record Key(TransactionType type, Currency currency) {

        /** Written out, as is the hash: what a record makes by itself takes 20 ms of a cold start when it is first asked. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && type == that.type && currency.equals(that.currency);
        }

        /** From the codes, so that it is the same in every run. */
        @Override
        public int hashCode() {
            return 31 * type.code().hashCode() + currency.hashCode();
        }
    }

    public Limits {
        most = Map.copyOf(most);
        most.forEach((key, money) -> {
            if (!money.currency().equals(key.currency()) || money.minor() <= 0) {
                throw new IllegalArgumentException("the limit for " + key.type().code() + " in "
                        + key.currency().code() + " is a positive amount in that currency");
            }
        });
    }

    public static Limits none() {
        return new Limits(Map.of());
    }

    /** One limit: at most {@code most} for a transaction of that type in the amount's currency. */
    public record Limit(TransactionType type, Money most) {}

    public static Limits of(List<Limit> limits) {
        var most = new HashMap<Key, Money>();
        for (var limit : limits) {
            if (most.put(new Key(limit.type(), limit.most().currency()), limit.most()) != null) {
                throw new IllegalArgumentException("two limits for "
                        + limit.type().code() + " in " + limit.most().currency().code());
            }
        }
        return new Limits(most);
    }

    public Optional<Money> forOne(TransactionType type, Currency currency) {
        return most.isEmpty() ? Optional.empty() : Optional.ofNullable(most.get(new Key(type, currency)));
    }
}
