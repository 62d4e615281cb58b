package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Value;
import java.util.List;

/** Who makes a request. */
public sealed interface Principal {

    /**
     * Something that has taken on a role of this account.
     *
     * @param names the ARNs the request goes by: the role's, and the session's
     * @param account the number of the account
     */
    record Role(List<Value.Text> names, Value.Text account) implements Principal {
        public Role {
            names = List.copyOf(names);
        }
    }

    /**
     * A service of AWS.
     *
     * @param name its domain, {@code sns.amazonaws.com}; a part of it may be the region
     */
    record Service(Value.Text name) implements Principal {
        public Service(String name) {
            this(Value.text(name));
        }
    }
}
