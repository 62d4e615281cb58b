package dev.sluice.guard.graph;

/**
 * One thing's mention of another: {@code aws_sqs_queue.orders.arn}, {@code data.aws_region.current.name}, {@code
 * var.environment}.
 *
 * @param address what is mentioned, as Terraform writes it: with its module before it and its key in brackets behind
 *     it, where it has them ({@code module.intake.aws_sqs_queue.orders["eu"]})
 * @param attribute what of it, with dots between steps; empty for all of it
 */
public record Reference(String address, String attribute) implements Comparable<Reference> {

    /** Whether it yields a text that is not empty: what is there has an ARN and an id, and a document has what it says. */
    public boolean isText() {
        var names = Address.withoutKeys(address).split("\\.", -1);
        return (attribute.equals("arn") || attribute.equals("id") || attribute.equals("json"))
                && names.length > 1
                // A type has its provider's name before it; a variable, a local or a module has not.
                && names[names.length - 2].contains("_");
    }

    @Override
    public int compareTo(Reference other) {
        int byAddress = address.compareTo(other.address);
        return byAddress == 0 ? attribute.compareTo(other.attribute) : byAddress;
    }

    @Override
    public String toString() {
        return attribute.isEmpty() ? address : address + "." + attribute;
    }
}
