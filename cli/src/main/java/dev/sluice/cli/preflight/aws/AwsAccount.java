package dev.sluice.cli.preflight.aws;

import dev.sluice.cli.preflight.Account;
import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Caller;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** The account, asked through its public interfaces; nothing but reads. */
final class AwsAccount implements Account {

    /** An account has one recorder of its own and a few of its services'; a table and a log group at most 50 tags. */
    private static final int PAGE = 50;

    private final Clients clients;

    AwsAccount(Clients clients) {
        this.clients = clients;
    }

    @Override
    public Answer<Caller> caller() {
        try {
            clients.credentials().resolveCredentials();
        } catch (SdkException e) {
            return Refusals.noCredentials();
        }
        return ask("sts:GetCallerIdentity", () -> {
            try (var sts = clients.sts()) {
                var identity = sts.getCallerIdentity();
                return Caller.of(identity.account(), identity.arn());
            }
        });
    }

    @Override
    public Answer<Concurrency> concurrency() {
        return ask("lambda:GetAccountSettings", () -> {
            try (var lambda = clients.lambda()) {
                var limit = lambda.getAccountSettings().accountLimit();
                return new Concurrency(limit.concurrentExecutions(), limit.unreservedConcurrentExecutions());
            }
        });
    }

    @Override
    public Answer<Long> reservedFor(String function) {
        return ask("lambda:GetFunctionConcurrency", () -> {
            try (var lambda = clients.lambda()) {
                return Optional.ofNullable(lambda.getFunctionConcurrency(ask -> ask.functionName(function))
                                .reservedConcurrentExecutions())
                        .map(Integer::longValue)
                        .orElse(0L);
            } catch (ResourceNotFoundException e) {
                return 0L;
            }
        });
    }

    @Override
    public Answer<Optional<String>> gatewayLogRole() {
        return ask("apigateway:GET on /account", () -> {
            try (var gateway = clients.apiGateway()) {
                return Optional.ofNullable(gateway.getAccount().cloudwatchRoleArn())
                        .filter(arn -> !arn.isBlank())
                        .map(arn -> arn.substring(arn.lastIndexOf('/') + 1));
            }
        });
    }

    @Override
    public Answer<Optional<Map<String, String>>> logGroup(String name) {
        return tagged(
                ask("logs:DescribeLogGroups", () -> arnOfLogGroup(name)),
                "logs:ListTagsForResource",
                this::tagsOfLogGroup);
    }

    /** The name itself comes first of all that begin with it. */
    private Optional<String> arnOfLogGroup(String name) {
        try (var logs = clients.logs()) {
            return logs.describeLogGroups(ask -> ask.logGroupNamePrefix(name).limit(PAGE)).logGroups().stream()
                    .filter(group -> name.equals(group.logGroupName()))
                    .findFirst()
                    .map(LogGroup::arn)
                    // Its own ARN ends with what stands for all streams in it; tags want the ARN without.
                    .map(arn -> arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn);
        }
    }

    private Map<String, String> tagsOfLogGroup(String arn) {
        try (var logs = clients.logs()) {
            return logs.listTagsForResource(ask -> ask.resourceArn(arn)).tags();
        }
    }

    @Override
    public Answer<Optional<Map<String, String>>> table(String name) {
        return tagged(
                ask("dynamodb:DescribeTable", () -> arnOfTable(name)),
                "dynamodb:ListTagsOfResource",
                this::tagsOfTable);
    }

    private Optional<String> arnOfTable(String name) {
        try (var dynamoDb = clients.dynamoDb()) {
            return Optional.of(
                    dynamoDb.describeTable(ask -> ask.tableName(name)).table().tableArn());
        } catch (software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    private Map<String, String> tagsOfTable(String arn) {
        try (var dynamoDb = clients.dynamoDb()) {
            var tags = new LinkedHashMap<String, String>();
            for (Tag tag :
                    dynamoDb.listTagsOfResource(ask -> ask.resourceArn(arn)).tags()) {
                tags.put(tag.key(), tag.value());
            }
            return tags;
        }
    }

    @Override
    public Answer<List<Recorder>> recorders() {
        return switch (ask("config:DescribeConfigurationRecorders", this::namesOfRecorders)) {
            case Answer.Unknown<List<String>> unknown -> unknown.to();
            case Answer.Known<List<String>>(var names) ->
                ask("config:DescribeConfigurationRecorderStatus", () -> recorders(names));
        };
    }

    private List<String> namesOfRecorders() {
        try (var config = clients.config()) {
            return config.describeConfigurationRecorders().configurationRecorders().stream()
                    .map(ConfigurationRecorder::name)
                    .toList();
        }
    }

    private List<Recorder> recorders(List<String> names) {
        try (var config = clients.config()) {
            var recording = new HashSet<String>();
            for (ConfigurationRecorderStatus status :
                    config.describeConfigurationRecorderStatus().configurationRecordersStatus()) {
                if (Boolean.TRUE.equals(status.recording())) {
                    recording.add(status.name());
                }
            }
            return names.stream()
                    .map(name -> new Recorder(name, recording.contains(name)))
                    .toList();
        }
    }

    private static Answer<Optional<Map<String, String>>> tagged(
            Answer<Optional<String>> arn, String action, Function<String, Map<String, String>> tags) {
        return switch (arn) {
            case Answer.Unknown<Optional<String>> unknown -> unknown.to();
            case Answer.Known<Optional<String>>(var found) ->
                found.map(it -> ask(action, () -> Optional.of(tags.apply(it))))
                        .orElseGet(() -> new Answer.Known<>(Optional.empty()));
        };
    }

    private static <T> Answer<T> ask(String action, Supplier<T> question) {
        try {
            return new Answer.Known<>(question.get());
        } catch (SdkException e) {
            return Refusals.of(action, e);
        }
    }
}
