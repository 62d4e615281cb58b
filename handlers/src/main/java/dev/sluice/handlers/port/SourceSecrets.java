package dev.sluice.handlers.port;

import java.util.List;

/** What the senders sign with. */
public interface SourceSecrets {

    /**
     * The secrets of one source, newest first; empty where there are none. At most two are active at a time.
     *
     * @throws Unavailable when they cannot be read now
     */
    List<SigningSecret> of(String source);
}
