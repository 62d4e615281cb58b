package dev.sluice.compliance.live;

import java.util.List;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;

/** Asks the Resource Groups Tagging API what bears an environment's tags. */
final class TaggedReader {

    private static final Service TAGGING = new Service("tag");

    /** The most there are to a page. */
    private static final int PAGE = 100;

    private final ResourceGroupsTaggingApiClient tagging;

    TaggedReader(ResourceGroupsTaggingApiClient tagging) {
        this.tagging = tagging;
    }

    /**
     * What bears all of them.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it cannot be told
     */
    Tagged read(Scope scope) {
        var filters = scope.tags().entrySet().stream()
                .map(tag -> TagFilter.builder()
                        .key(tag.getKey())
                        .values(tag.getValue())
                        .build())
                .toList();
        List<ResourceTagMapping> bearing = TAGGING.list(
                "GetResources",
                () -> tagging.getResourcesPaginator(
                                request -> request.tagFilters(filters).resourcesPerPage(PAGE))
                        .resourceTagMappingList());
        return new Tagged(
                bearing.stream().map(ResourceTagMapping::resourceARN).sorted().toList());
    }
}
