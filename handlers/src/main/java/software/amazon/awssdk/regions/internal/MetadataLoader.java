package software.amazon.awssdk.regions.internal;

import software.amazon.awssdk.regions.GeneratedPartitionMetadataProvider;
import software.amazon.awssdk.regions.GeneratedRegionMetadataProvider;
import software.amazon.awssdk.regions.GeneratedServiceMetadataProvider;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.PartitionMetadataProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.regions.RegionMetadataProvider;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.ServiceMetadataProvider;
import software.amazon.awssdk.regions.servicemetadata.DynamodbServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.SecretsmanagerServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.SnsServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.SqsServiceMetadata;

/**
 * Stands in the place of the SDK's class of this name, which makes the tables of all 300 services and of all regions
 * for whoever asks for one. It answers the same from the same tables, and makes a table when it is asked for.
 */
public final class MetadataLoader {

    private MetadataLoader() {}

    public static PartitionMetadata partitionMetadata(Region region) {
        return Partitions.ALL.partitionMetadata(region);
    }

    public static PartitionMetadata partitionMetadata(String partition) {
        return Partitions.ALL.partitionMetadata(partition);
    }

    public static RegionMetadata regionMetadata(Region region) {
        return Regions.ALL.regionMetadata(region);
    }

    public static ServiceMetadata serviceMetadata(String service) {
        return switch (service) {
            case "dynamodb" -> new DynamodbServiceMetadata();
            case "secretsmanager" -> new SecretsmanagerServiceMetadata();
            case "sns" -> new SnsServiceMetadata();
            case "sqs" -> new SqsServiceMetadata();
            default -> Services.ALL.serviceMetadata(service);
        };
    }

    private static final class Partitions {
        static final PartitionMetadataProvider ALL = new GeneratedPartitionMetadataProvider();
    }

    private static final class Regions {
        static final RegionMetadataProvider ALL = new GeneratedRegionMetadataProvider();
    }

    private static final class Services {
        static final ServiceMetadataProvider ALL = new GeneratedServiceMetadataProvider();
    }
}
