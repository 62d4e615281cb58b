import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.sqs_queue.SqsQueue;

/** The least that a synthesis can be: the provider and one queue. What it takes is the libraries' (benchmarks/run synth). */
final class BareSynthesis {

    private BareSynthesis() {}

    public static void main(String[] arguments) {
        var app = new App();
        var stack = new TerraformStack(app, "bare");
        AwsProvider.Builder.create(stack, "aws").region("eu-central-1").build();
        SqsQueue.Builder.create(stack, "queue").name("bare").build();
        app.synth();
    }
}
