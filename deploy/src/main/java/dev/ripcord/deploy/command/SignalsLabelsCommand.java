package dev.ripcord.deploy.command;

import dev.ripcord.deploy.feedback.FeedbackLog;
import dev.ripcord.deploy.feedback.LabelLines;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.topic.Topic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord signals labels}: feedback as the label file that evaluate, tune and backtest read. */
@Command(
        name = "labels",
        description = "Prints a label line for each session on whose signals somebody has said something.",
        footer = {
            "",
            "A session is to be stopped where any of its signals was said to be right; else it is healthy. Only sessions"
                    + " with a signal are here: what no pattern has found yet must be labelled by hand.",
            "Example: ripcord signals labels --pattern identical-call > labels.jsonl"
        })
final class SignalsLabelsCommand implements Callable<Integer> {
    private static final String NOTHING = "no labels were read";

    /** The guard signals under such names itself; nobody publishes them. */
    private static final String OWN = "ripcord-";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--pattern",
            paramLabel = "ID",
            converter = PatternIdText.class,
            description = "Only what was said of this pattern's signals: ID, or pattern/ID.")
    private String pattern;

    @Option(
            names = "--label",
            paramLabel = "KEY",
            defaultValue = "looping",
            description = "The key that says whether a session should be stopped (default: ${DEFAULT-VALUE}).")
    private String label;

    @Override
    public Integer call() throws Exception {
        var address = kafka.address();
        address.require(NOTHING, Topic.FEEDBACK);
        var log = FeedbackLog.read(address);
        log.unreadable().forEach(spec.commandLine().getErr()::println);
        var wanted = log.all().stream()
                .filter(feedback -> pattern == null || feedback.pattern().id().equals(pattern))
                .toList();
        if (wanted.isEmpty() && pattern != null && !pattern.startsWith(OWN)) {
            requirePublished(address);
        }
        LabelLines.of(wanted, label).forEach(spec.commandLine().getOut()::println);
        if (wanted.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("nobody has said anything " + (pattern == null ? "" : "of its signals ")
                            + "yet; say it with: ripcord signals feedback ID --fine|--right");
        }
        return ExitCode.OK;
    }

    /** A slip in the id would give no labels, as if nobody had said anything of the pattern. */
    private void requirePublished(KafkaAddress address) throws InterruptedException {
        PatternLog.readIfPossible(address, NOTHING, spec.commandLine().getErr()::println)
                .ifPresent(published -> published.requirePublished(pattern, NOTHING));
    }
}
