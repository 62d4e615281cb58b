package dev.sluice.integration.sandbox.authorize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The streams of DynamoDB's tables (AWS, "Actions, resources, and condition keys for Amazon DynamoDB"). */
final class StreamAsks implements Asks {

    private static final String UNKNOWN = "the stream of a shard iterator that nobody was given";

    private final Places places;
    private final KeyUse keys;
    private final ShardIterators iterators;

    StreamAsks(Places places, KeyUse keys, ShardIterators iterators) {
        this.places = places;
        this.keys = keys;
        this.iterators = iterators;
    }

    @Override
    public Optional<List<Needed>> of(Operation operation) {
        var asked = operation.request().json();
        return switch (operation.name()) {
            case "DescribeStream", "GetShardIterator" ->
                Optional.of(List.of(
                        Needed.of(operation.action(), asked.path("StreamArn").asText())));
            case "GetRecords" ->
                Optional.of(records(
                        iterators.stream(asked.path("ShardIterator").asText()).orElse(UNKNOWN)));
            case "ListStreams" ->
                Optional.of(List.of(Needed.of(
                        operation.action(), listed(asked.path("TableName").asText("")))));
            default -> Optional.empty();
        };
    }

    private String listed(String table) {
        return table.isEmpty() ? "*" : places.streamOf(table);
    }

    private List<Needed> records(String stream) {
        var needs = new ArrayList<Needed>();
        needs.add(Needed.of("dynamodb:GetRecords", stream));
        needs.addAll(TableAsks.decrypting(keys, places, stream));
        return needs;
    }
}
