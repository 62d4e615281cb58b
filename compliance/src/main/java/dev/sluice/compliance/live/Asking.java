package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Asks a service of one resource all that it is made of, question by question.
 *
 * <p>What was deleted since it was listed is not there, and asked no more. What cannot be answered otherwise leaves its
 * attributes unknown: a rule then cannot tell, which is neither a finding nor the end of one.
 */
final class Asking {

    private final Service service;
    private final LiveResource resource;
    private final Unread unread;
    private boolean gone;

    Asking(Service service, LiveResource resource, Unread unread) {
        this.service = service;
        this.resource = resource;
        this.unread = unread;
    }

    /**
     * Asks.
     *
     * @param action what is asked, by its name at the service
     * @param told puts the answer into the resource
     * @param attributes what stays unknown without an answer
     */
    <T> Asking of(String action, Supplier<T> question, Consumer<T> told, List<String> attributes) {
        return of(action, "", question, told, attributes);
    }

    /**
     * Asks for what need not be there.
     *
     * @param none the code by which the service says that it is not: then nothing is told
     */
    <T> Asking of(String action, String none, Supplier<T> question, Consumer<T> told, List<String> attributes) {
        if (gone) {
            return this;
        }
        try {
            told.accept(question.get());
        } catch (SdkException e) {
            var code = Service.code(e);
            if (code.isEmpty() || !code.equals(none)) {
                failed(action, e, attributes);
            }
        }
        return this;
    }

    private void failed(String action, SdkException e, List<String> attributes) {
        gone = Service.isGone(e);
        if (!gone) {
            attributes.forEach(resource::unknown);
            unread.add(resource.address(), service.unanswered(action, e));
        }
    }

    /** Says that it is gone, where the service still answers for what is deleted. */
    void gone() {
        gone = true;
    }

    /** The resource, as far as it could be read; empty where it is gone. */
    Optional<Resource> made() {
        return gone ? Optional.empty() : Optional.of(resource.made());
    }
}
