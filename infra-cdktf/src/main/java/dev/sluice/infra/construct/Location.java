package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.data_aws_caller_identity.DataAwsCallerIdentity;
import com.hashicorp.cdktf.providers.aws.data_aws_partition.DataAwsPartition;
import com.hashicorp.cdktf.providers.aws.data_aws_region.DataAwsRegion;
import software.constructs.Construct;

/** Where a stack lands, as Terraform finds out: no region, account or partition is written down. */
public final class Location extends Construct {

    private final String partition;
    private final String region;
    private final String account;
    private final String dnsSuffix;

    public Location(Construct scope, String id) {
        super(scope, id);
        var there = Address.keep(
                "current", DataAwsPartition.Builder.create(this, "partition").build());
        partition = there.getPartition();
        dnsSuffix = there.getDnsSuffix();
        region = Address.keep(
                        "current", DataAwsRegion.Builder.create(this, "region").build())
                .getName();
        account = Address.keep(
                        "current",
                        DataAwsCallerIdentity.Builder.create(this, "account").build())
                .getAccountId();
    }

    public String region() {
        return region;
    }

    public String account() {
        return account;
    }

    /** The ARN of something in this account and region, such as {@code arn("sqs", "name")}. */
    public String arn(String service, String resource) {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }

    /** The same of what has an account and no region, such as {@code arnInAccount("iam", "role/name")}. */
    public String arnInAccount(String service, String resource) {
        return "arn:" + partition + ":" + service + "::" + account + ":" + resource;
    }

    /** The same of what has a region and no account, such as {@code arnInRegion("apigateway", "/restapis")}. */
    public String arnInRegion(String service, String resource) {
        return "arn:" + partition + ":" + service + ":" + region + "::" + resource;
    }

    /** The same of what has neither, such as {@code arnInPartition("s3", "name")}. */
    public String arnInPartition(String service, String resource) {
        return "arn:" + partition + ":" + service + ":::" + resource;
    }

    /** The account itself, as policies name it. */
    public String accountRoot() {
        return arnInAccount("iam", "root");
    }

    /** The host of a service here, such as {@code sqs.eu-west-2.amazonaws.com}. */
    public String host(String service) {
        return service + "." + region + "." + dnsSuffix;
    }
}
