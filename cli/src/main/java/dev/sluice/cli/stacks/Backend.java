package dev.sluice.cli.stacks;

/** Where Terraform keeps what it knows of a stack that it deployed. */
public sealed interface Backend {

    /**
     * A file on this machine.
     *
     * @param path as the stack has it: absolute, or as seen from the stack's folder
     */
    record Local(String path) implements Backend {}

    /**
     * An object in S3.
     *
     * @param locked whether a second deploy waits for the first
     */
    record S3(String bucket, String key, boolean locked) implements Backend {}

    /** Another one, by the name that Terraform has for it. */
    record Other(String type) implements Backend {}
}
