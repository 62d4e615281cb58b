package dev.sluice.integration.sandbox.gateway;

import java.util.Set;

/**
 * The media types whose bodies reach a function in base64 and leave it so (AWS, "Return binary media from a Lambda proxy
 * integration in API Gateway").
 *
 * @param patterns <code>image/png</code>, or <code>*&#47;*</code> for all
 */
record BinaryTypes(Set<String> patterns) {

    /** Whether a media type is one of them. */
    boolean contains(String mediaType) {
        return patterns.contains("*/*") || patterns.contains(mediaType);
    }
}
