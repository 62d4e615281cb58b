package dev.sluice.infra;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.sqs_queue.SqsQueue;

/** Entry point of the synthesis: writes the Terraform of every stack. */
public final class Main {

    private Main() {}

    /**
     * Synthesizes all stacks into CDKTF's output folder.
     *
     * @param args not looked at
     */
    public static void main(String[] args) {
        App app = new App();
        placeholder(app);
        app.synth();
    }

    static TerraformStack placeholder(App app) {
        TerraformStack stack = new TerraformStack(app, "placeholder");
        AwsProvider.Builder.create(stack, "aws").build();
        SqsQueue.Builder.create(stack, "queue").name("sluice-placeholder").build();
        return stack;
    }
}
