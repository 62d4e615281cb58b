package dev.sluice.compliance.live;

import software.amazon.awssdk.regions.Region;

/** The ARNs of API Gateway, which it does not tell itself: they have no account in them. */
record GatewayArns(Region region) {

    /** The ARN of something, such as {@code /usageplans/a1b2c3}. */
    String of(String path) {
        return String.join(":", "arn", region.metadata().partition().id(), "apigateway", region.id(), "", path);
    }
}
