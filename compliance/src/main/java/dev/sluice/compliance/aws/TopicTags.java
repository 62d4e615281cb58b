package dev.sluice.compliance.aws;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Tag;

/** The tags of topics, by ARN. */
record TopicTags(SnsClient sns) implements Tagging {

    static final Set<String> ABSENT = Set.of("NotFound", "ResourceNotFound");

    @Override
    public Optional<Map<String, String>> tags(String arn) {
        return Calls.find(
                "SNS ListTagsForResource",
                ABSENT,
                () -> sns.listTagsForResource(request -> request.resourceArn(arn)).tags().stream()
                        .collect(Collectors.toMap(Tag::key, Tag::value)));
    }

    @Override
    public void add(String arn, Map<String, String> tags) {
        var added = tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        Calls.make(
                "SNS TagResource",
                () -> sns.tagResource(request -> request.resourceArn(arn).tags(added)));
    }
}
