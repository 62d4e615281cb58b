package dev.sluice.local.http;

/** What else a front answers, beside the blueprint's routes. */
public interface Pages {

    /** None. */
    Pages NONE = new Pages() {
        @Override
        public boolean has(String path) {
            return false;
        }

        @Override
        public PageAnswer answer(PageRequest request) {
            throw new IllegalStateException("there are no pages");
        }
    };

    /** Whether that path, as it was sent, is one of these. */
    boolean has(String path);

    /**
     * Answers a request for one of them, in a thread of its own.
     *
     * @param request whole, its body at most as long as a sender's
     * @throws dev.sluice.handlers.port.Unavailable which is told as 503
     */
    PageAnswer answer(PageRequest request);
}
