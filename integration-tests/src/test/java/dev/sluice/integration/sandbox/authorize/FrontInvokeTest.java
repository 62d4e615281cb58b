package dev.sluice.integration.sandbox.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.handlers.aws.Emulator;
import dev.sluice.integration.sandbox.host.Functions;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** Lambda's operation Invoke, through the SDK's own client. */
@DisplayName("Invoking a function")
class FrontInvokeTest {

    private static SmallStack stack;
    private static Journal journal;
    private static Front front;
    private static LambdaClient function;
    private static LambdaClient operator;
    private final Told told = new Told();

    /** Functions that answer what they are told to, and remember what they were invoked with. */
    private static final class Told implements Functions {

        private final List<String> events = new CopyOnWriteArrayList<>();
        private volatile Answer next = new Answer.Answered("{\"done\":true}");

        @Override
        public Answer now(String function, String event, String by) {
            events.add(function + " " + event + " by " + by);
            return next;
        }

        @Override
        public void later(String function, String event, String by) {
            events.add("later " + function + " " + event + " by " + by);
        }

        @Override
        public boolean isIdle() {
            return true;
        }
    }

    @BeforeAll
    static void open() {
        stack = SmallStack.get();
        journal = new Journal();
        var deployment = stack.deployment();
        front = Front.open(Emulator.url(), deployment, journal);
        function = new Clients(front.url(), front.of(deployment.functions().getFirst())).lambda();
        operator = new Clients(front.url(), front.operator()).lambda();
    }

    @AfterAll
    static void close() {
        front.close();
    }

    @BeforeEach
    void tell() {
        front.functions(told);
        front.judgeBy(stack.deployment());
    }

    @Test
    @DisplayName("hands its event over and answers what it answers")
    void answers() {
        var answer = invoke(operator, stack.function(), InvocationType.REQUEST_RESPONSE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.payload().asUtf8String()).isEqualTo("{\"done\":true}");
        assertThat(answer.functionError()).isNull();
        assertThat(answer.executedVersion()).isEqualTo("7");
        assertThat(told.events).containsExactly(stack.function() + ":live {\"n\":1} by operator");
    }

    @Test
    @DisplayName("says of one that failed that it did")
    void fails() {
        told.next = new Functions.Answer.Failed("{\"errorType\":\"Broken\"}");

        var answer = invoke(operator, stack.name(), InvocationType.REQUEST_RESPONSE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.functionError()).isEqualTo("Unhandled");
        assertThat(answer.payload().asUtf8String()).isEqualTo("{\"errorType\":\"Broken\"}");
    }

    @Test
    @DisplayName("asynchronously waits for nothing")
    void asynchronously() {
        assertThat(invoke(operator, stack.name(), InvocationType.EVENT).statusCode())
                .isEqualTo(202);
        assertThat(told.events).containsExactly("later " + stack.name() + ":live {\"n\":1} by operator");
    }

    @Test
    @DisplayName("on trial does nothing")
    void onTrial() {
        assertThat(invoke(operator, stack.name(), InvocationType.DRY_RUN).statusCode())
                .isEqualTo(204);
        assertThat(told.events).isEmpty();
    }

    @Test
    @DisplayName("too often is said to be")
    void throttled() {
        told.next = new Functions.Answer.Throttled();

        assertThatExceptionOfType(TooManyRequestsException.class)
                .isThrownBy(() -> invoke(operator, stack.name(), InvocationType.REQUEST_RESPONSE));
    }

    @Test
    @DisplayName("that is not there, or has no such version, is not found")
    void notFound() {
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> invoke(operator, "none", InvocationType.REQUEST_RESPONSE));
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> operator.invoke(
                        request -> request.functionName(stack.name()).qualifier("6")));
    }

    @Test
    @DisplayName("needs a right to what is named, alias and all")
    void judged() {
        assertThat(invoke(function, stack.name(), InvocationType.REQUEST_RESPONSE)
                        .statusCode())
                .isEqualTo(200);
        assertThat(told.events).containsExactly(stack.name() + ":live {\"n\":1} by " + stack.name());

        front.judgeBy(stack.without("Invokes"));
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(() -> invoke(function, stack.function(), InvocationType.REQUEST_RESPONSE))
                .satisfies(thrown -> {
                    assertThat(thrown.statusCode()).isEqualTo(403);
                    assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                });
        assertThat(journal.of(Event.Asked.class).filter(asked -> !asked.allowed()))
                .extracting(Event.Asked::resource)
                .containsExactly(stack.function() + ":live");
    }

    @Test
    @DisplayName("is all of Lambda that is done here")
    void others() {
        assertThatCode(() -> operator.listFunctions()).doesNotThrowAnyException();
    }

    private static InvokeResponse invoke(LambdaClient client, String named, InvocationType type) {
        return client.invoke(request -> request.functionName(named)
                .qualifier("live")
                .invocationType(type)
                .payload(SdkBytes.fromUtf8String("{\"n\":1}")));
    }
}
