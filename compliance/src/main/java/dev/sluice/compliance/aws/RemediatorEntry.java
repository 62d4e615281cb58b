package dev.sluice.compliance.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What Lambda makes and calls for the function {@code remediator}. */
public final class RemediatorEntry implements RequestStreamHandler {

    private final RequestStreamHandler handler = DeployedRemediator.of(System.getenv());

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        handler.handleRequest(event, answer, context);
    }
}
