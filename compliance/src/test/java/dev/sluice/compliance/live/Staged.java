package dev.sluice.compliance.live;

import dev.sluice.handlers.aws.Clients;
import dev.sluice.handlers.aws.Emulator;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;

/** A client of the emulator with a test's hand in one of its operations. */
final class Staged {

    /** What a test does with a call. */
    interface Turn {

        /**
         * Answers it.
         *
         * @param real makes the call
         */
        Object take(Object request, UnaryOperator<Object> real);
    }

    private Staged() {}

    /** Clients of the emulator itself. */
    static Clients clients() {
        return new Clients(
                Region.EU_WEST_2,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake-secret-key")),
                Optional.of(Emulator.url()),
                new Clients.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60)));
    }

    /** What is one environment's of a test's own. */
    static Scope scope(String suffix) {
        return new Scope(suffix, Map.of("Project", "sluice", "Environment", suffix));
    }

    /** A client that asks the test before it calls that operation. */
    static <C> C client(Class<C> type, C real, String operation, Turn turn) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (isConvenience(method)) {
                // It ends in an operation of this very client.
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            return method.getName().equals(operation)
                    ? turn.take(arguments[0], request -> called(method, real, request))
                    : arguments == null ? called(method, real) : called(method, real, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static boolean isConvenience(Method method) {
        return method.getName().endsWith("Paginator")
                || (method.getParameterCount() == 1 && method.getParameterTypes()[0] == Consumer.class)
                || (method.getParameterCount() == 0 && method.getName().startsWith("list"));
    }

    private static Object called(Method method, Object real, Object... arguments) {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses, in words that quote what nobody is to read. */
    static Turn refuses() {
        return (request, real) -> {
            throw AwsServiceException.builder()
                    .message("arn:aws:iam::123456789012:role/someone is not authorized")
                    .statusCode(403)
                    .awsErrorDetails(
                            AwsErrorDetails.builder().errorCode("AccessDenied").build())
                    .build();
        };
    }

    /** Lets something happen before the call. */
    static Turn after(Runnable happening) {
        return (request, real) -> {
            happening.run();
            return real.apply(request);
        };
    }
}
