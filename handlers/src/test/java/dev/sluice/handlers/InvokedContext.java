package dev.sluice.handlers;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** The context of an invocation in a test: no function reads anything from it. */
public final class InvokedContext implements Context {

    private static UnsupportedOperationException unread() {
        return new UnsupportedOperationException("no function reads the context");
    }

    @Override
    public String getAwsRequestId() {
        throw unread();
    }

    @Override
    public String getLogGroupName() {
        throw unread();
    }

    @Override
    public String getLogStreamName() {
        throw unread();
    }

    @Override
    public String getFunctionName() {
        throw unread();
    }

    @Override
    public String getFunctionVersion() {
        throw unread();
    }

    @Override
    public String getInvokedFunctionArn() {
        throw unread();
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw unread();
    }

    @Override
    public ClientContext getClientContext() {
        throw unread();
    }

    @Override
    public int getRemainingTimeInMillis() {
        throw unread();
    }

    @Override
    public int getMemoryLimitInMB() {
        throw unread();
    }

    @Override
    public LambdaLogger getLogger() {
        throw unread();
    }
}
