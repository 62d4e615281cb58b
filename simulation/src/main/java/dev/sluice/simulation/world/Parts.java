package dev.sluice.simulation.world;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Function;
import dev.sluice.handlers.port.AccountHistory;
import dev.sluice.handlers.port.AlertLedger;
import dev.sluice.handlers.port.AlertTopic;
import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.NotificationQueue;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.port.TransactionTopic;
import dev.sluice.local.delivery.Redrive;
import dev.sluice.local.delivery.Redriving;
import dev.sluice.local.sqlite.Database;
import dev.sluice.simulation.schedule.Life;
import dev.sluice.simulation.schedule.Scheduler;
import java.util.Optional;

/** What a machine is put together of. A break on purpose says which part is another than the real one. */
public interface Parts {

    /** All as they are. */
    Parts REAL = new Parts() {};

    /** What a part of its own may need. */
    record Site(Database database, Scheduler scheduler, Life life) {}

    /** Prepares the file, before anything runs. */
    default void file(Database file) {
        // It is right as it is.
    }

    default TransactionTopic topic(TransactionTopic real, Site site) {
        return real;
    }

    default TransactionStore store(TransactionStore real, Site site) {
        return real;
    }

    default AccountHistory history(AccountHistory real, Site site) {
        return real;
    }

    default Assessments assessments(Assessments real, Site site) {
        return real;
    }

    default NotificationQueue queue(NotificationQueue real, Site site) {
        return real;
    }

    default AlertTopic alerts(AlertTopic real, Site site) {
        return real;
    }

    default AlertLedger ledger(AlertLedger real, Site site) {
        return real;
    }

    /** Redrives the letter of that number. */
    default Redriving redrive(Redrive real, long number, Database file) {
        return real.redrive(number, Optional.empty());
    }

    default RequestStreamHandler function(Function function, RequestStreamHandler real) {
        return real;
    }
}
