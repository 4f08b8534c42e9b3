package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.submit.FlinkCluster;
import dev.ripcord.deploy.submit.JobJar;
import dev.ripcord.deploy.submit.Submission;
import dev.ripcord.deploy.submit.SubmissionRequest;
import dev.ripcord.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of {@code ripcord backtest} that have an archive judged by a job on a Flink cluster, and that job's run. */
final class ClusterBacktest {
    private static final String JOB = "dev.ripcord.jobs.BacktestJob";
    private static final String ARCHIVE = "archive:";

    @Option(
            names = "--on-cluster",
            paramLabel = "HOST:PORT",
            converter = ClusterAddress.class,
            description =
                    "Have a Flink cluster judge --from archive:ROOT by what was in force then, and write the signals"
                            + " --to a directory. No --patterns, --against, --labels or --expect.")
    private URI cluster;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "With --on-cluster: where the signals go, one JSON object a line; as the cluster sees it.")
    private String output;

    @Option(
            names = "--setting",
            paramLabel = "KEY=VALUE",
            description = "With --on-cluster: a setting of the job, such as the guard's idle limit; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--jar", paramLabel = "FILE", description = "With --on-cluster: the job jar.")
    private Path jar;

    @Option(names = "--parallelism", paramLabel = "N", description = "With --on-cluster. Default: the cluster's.")
    private Integer parallelism;

    boolean isWanted() {
        return cluster != null;
    }

    /**
     * @param from as it was given
     * @param isCompared whether anything was asked for that only a backtest here does
     */
    int run(String from, boolean isCompared, boolean json, CommandLine command) throws Exception {
        refuse(from, isCompared);
        var submission = new Submission(new FlinkCluster(cluster), List::of, command.getErr()::println);
        var job = submission.finish(request(from.substring(ARCHIVE.length())));
        if (json) {
            command.getOut().println(Json.text(job));
        } else {
            command.getOut().println("job     " + job.jobId());
            command.getOut().println("signals " + output);
        }
        return ExitCode.OK;
    }

    private void refuse(String from, boolean isCompared) {
        var reasons = new ArrayList<String>();
        if (!from.startsWith(ARCHIVE)) {
            reasons.add("--from is " + from + "; a cluster reads archive:ROOT, a directory or a URI that it sees");
        }
        if (output == null) {
            reasons.add("--to is missing; it must be a directory or a URI that the cluster sees");
        }
        if (isCompared) {
            reasons.add(
                    "--patterns, --against, --labels and --expect are for a backtest on this machine; a cluster judges"
                            + " by what was in force then");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons, "nothing was judged", ExitCode.INVALID);
        }
    }

    private SubmissionRequest request(String root) {
        var all = new LinkedHashMap<String, String>();
        all.put("ripcord.archive.root", root);
        all.put("ripcord.backtest.output", output);
        all.putAll(settings);
        return new SubmissionRequest(
                jar == null ? JobJar.in(Installation.home()) : jar,
                JOB,
                all,
                Optional.ofNullable(parallelism),
                Optional.empty(),
                Duration.ZERO);
    }
}
