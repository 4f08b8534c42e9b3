package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.submit.FlinkCluster;
import dev.ripcord.deploy.submit.JobJar;
import dev.ripcord.deploy.submit.KafkaCheck;
import dev.ripcord.deploy.submit.Precondition;
import dev.ripcord.deploy.submit.Submission;
import dev.ripcord.deploy.submit.SubmissionRequest;
import dev.ripcord.deploy.submit.SubmittedJob;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord submit}: starts the guard, or the archive, on a Flink cluster that runs already. */
@Command(
        name = "submit",
        description = "Starts a job, the guard unless told otherwise, on a running Flink cluster; prints its id and its"
                + " page.",
        footer = {
            "It begins nothing unless the cluster fits, has free slots, and Kafka has the topics. It warns of topics"
                    + " that are not set as ripcord topics says that they must be.",
            "",
            "Example: ripcord submit --cluster flink:8081 --job archive --setting ripcord.archive.root=s3://bucket/ripcord"
        })
public final class SubmitCommand implements Callable<Integer> {
    private static final String BOOTSTRAP_SERVERS = "ripcord.kafka.bootstrap-servers";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cluster",
            paramLabel = "HOST:PORT",
            required = true,
            converter = ClusterAddress.class,
            description = "REST address of the cluster; where it is behind TLS, https://HOST:PORT.")
    private URI cluster;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:RIPCORD_BOOTSTRAP:-127.0.0.1:9092}",
            description = "Kafka, as seen from here and from the cluster (default: $RIPCORD_BOOTSTRAP, else"
                    + " 127.0.0.1:9092).")
    private String bootstrapServers;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The job jar (default: the one built with this command).")
    private Path jar;

    @Option(
            names = "--job",
            paramLabel = "NAME",
            defaultValue = "guard",
            description = "guard or archive (default: ${DEFAULT-VALUE}).")
    private JobName job;

    @Option(names = "--entry-class", hidden = true, description = "Another job of the jar.")
    private String entryClass;

    @Option(names = "--parallelism", paramLabel = "N", description = "Default: the cluster's.")
    private Integer parallelism;

    @Option(names = "--savepoint", paramLabel = "PATH", description = "Go on from this savepoint or checkpoint.")
    private String savepoint;

    @Option(names = "--setting", paramLabel = "KEY=VALUE", description = "A setting of the job; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Cancel the job if it does not run by then (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var err = spec.commandLine().getErr();
        var request = request();
        print(new Submission(new FlinkCluster(cluster), kafkaOf(request), err::println).submit(request));
        return ExitCode.OK;
    }

    private Precondition kafkaOf(SubmissionRequest request) throws IOException {
        var properties = KafkaClientFile.of(request.settings());
        if (properties.isPresent()) {
            return new KafkaCheck(
                    request.settings().get(BOOTSTRAP_SERVERS),
                    properties.get(),
                    spec.commandLine().getErr()::println);
        }
        spec.commandLine().getErr().println("Kafka is not checked: its client settings are on the cluster only");
        return List::of;
    }

    private SubmissionRequest request() {
        var all = new LinkedHashMap<String, String>();
        all.put(BOOTSTRAP_SERVERS, bootstrapServers);
        all.putAll(settings);
        return new SubmissionRequest(
                jar == null ? JobJar.in(Installation.home()) : jar,
                entryClass == null ? job.entryClass() : entryClass,
                all,
                Optional.ofNullable(parallelism),
                Optional.ofNullable(savepoint),
                Duration.ofSeconds(timeoutSeconds));
    }

    private void print(SubmittedJob job) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(job));
        } else {
            out.println("job  " + job.jobId());
            out.println("page " + job.page());
        }
    }
}
