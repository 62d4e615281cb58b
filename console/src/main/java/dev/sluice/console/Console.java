package dev.sluice.console;

import dev.sluice.local.Attachment;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.http.Pages;
import dev.sluice.local.http.Witness;

/** The console beside a pipeline, in its process: where its pages meet the pipeline's file. */
public final class Console implements Attachment, Pages {

    @Override
    public boolean has(String path) {
        return path.equals("/console") || path.startsWith("/console/");
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        throw new UnsupportedOperationException("composed at the merge");
    }

    @Override
    public Pages pages() {
        return this;
    }

    @Override
    public Witness witness() {
        return Witness.NONE;
    }

    @Override
    public void close() {
        // Nothing runs yet.
    }
}
