package dev.sluice.compliance.aws;

import dev.sluice.handlers.port.Unavailable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** The tags of tables, by ARN. */
record TableTags(DynamoDbClient dynamoDb) implements Tagging {

    static final Set<String> ABSENT = Set.of("ResourceNotFoundException", "TableNotFoundException");

    /** A table has at most 50 tags; a page has 10 or more. */
    private static final int MOST_PAGES = 10;

    @Override
    public Optional<Map<String, String>> tags(String arn) {
        return Calls.find("DynamoDB ListTagsOfResource", ABSENT, () -> all(arn));
    }

    private Map<String, String> all(String arn) {
        var all = new HashMap<String, String>();
        @Nullable String next = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var from = next;
            var answer = dynamoDb.listTagsOfResource(
                    request -> request.resourceArn(arn).nextToken(from));
            answer.tags().forEach(tag -> all.put(tag.key(), tag.value()));
            next = answer.nextToken();
            if (next == null) {
                return all;
            }
        }
        throw new Unavailable("DynamoDB ListTagsOfResource: more than " + MOST_PAGES + " pages");
    }

    @Override
    public void add(String arn, Map<String, String> tags) {
        var added = tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        Calls.make(
                "DynamoDB TagResource",
                () -> dynamoDb.tagResource(request -> request.resourceArn(arn).tags(added)));
    }
}
