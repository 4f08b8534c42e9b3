package dev.ripcord.deploy.command;

import dev.ripcord.deploy.feedback.FeedbackWriter;
import dev.ripcord.deploy.feedback.SignalChoice;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.halt.Actor;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Feedback;
import dev.ripcord.signal.Feedback.Verdict;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord signals feedback}: somebody's word on signals. */
@Command(
        name = "feedback",
        description = "Keeps a word on signals: was it right to find them, or are their sessions fine? The latest word"
                + " on a signal counts. Nobody is halted or released by it: it becomes labels to tune by.",
        footer = {"", "Example: ripcord signals feedback 37e65e7e --fine --note 'it waits for a person'"})
final class SignalsFeedbackCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was written";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Parameters(
            paramLabel = "ID",
            arity = "1..*",
            description = "Ids of signals, as short as they are unique: ripcord signals shows them.")
    private List<String> ids;

    @ArgGroup(multiplicity = "1")
    private Word word;

    private static final class Word {
        @Option(names = "--fine", required = true, description = "The session is fine: to stop it would be wrong.")
        private boolean fine;

        @Option(names = "--right", required = true, description = "The signal is right: the session should be stopped.")
        private boolean right;

        Verdict verdict() {
            return right ? Verdict.RIGHT : Verdict.FINE;
        }
    }

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, for whoever tunes.")
    private String note;

    @Mixin
    private ActorOption actor;

    @Option(names = "--json", description = "Print a JSON array of what was written.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var address = kafka.address();
        address.require(NOTHING, Topic.SIGNALS, Topic.FEEDBACK);
        var signals = SignalChoice.of(ids, address);
        var by = new Actor(Actor.Kind.PERSON, actor.name());
        var written = new ArrayList<Feedback>();
        try (var writer = new FeedbackWriter(address)) {
            for (var signal : signals) {
                var feedback = Feedback.on(signal, word.verdict(), note, by, WallClock.SYSTEM.millis());
                writer.write(feedback);
                written.add(feedback);
            }
        }
        print(written);
        return ExitCode.OK;
    }

    private void print(List<Feedback> written) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(written));
        } else {
            written.forEach(feedback -> out.println(Printable.line(feedback.signalId() + "  "
                    + feedback.pattern().id() + "  " + feedback.session() + "  "
                    + feedback.verdict().name().toLowerCase(Locale.ROOT))));
        }
    }
}
