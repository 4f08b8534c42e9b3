package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.Acknowledgements;
import dev.ripcord.deploy.halts.HaltChange;
import dev.ripcord.deploy.halts.HaltFilter;
import dev.ripcord.deploy.halts.HaltLines;
import dev.ripcord.deploy.halts.HaltLog;
import dev.ripcord.deploy.halts.HaltSummary;
import dev.ripcord.deploy.halts.HaltTrust;
import dev.ripcord.deploy.halts.ListedHalt;
import dev.ripcord.deploy.halts.PanicProgress;
import dev.ripcord.deploy.halts.TimedAnswer;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord halts}: who is stopped, since when, by whom and why, and what the agents say. */
@Command(
        name = "halts",
        description = "Lists the halts in force, the newest last and those of one cause together, and what is muted.",
        footer = {"", "Example: ripcord halts --tenant acme --since 1h --follow"})
public final class HaltsCommand implements Callable<Integer> {
    private static final String NOTHING = "no halts were read";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private TrustedKeysOption trust;

    @Mixin
    private HaltFilterOptions asked;

    @Mixin
    private ListLength length;

    @Option(names = "--all", description = "Also those that are over, and releases.")
    private boolean all;

    @Option(names = "--follow", description = "Go on with what changes and what agents answer, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "Print a JSON array of halts and mutes; then, a line each, what changes.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "30s",
            converter = DurationText.class,
            description = "How long reading what stands may take (default: ${DEFAULT-VALUE}).")
    private Duration patience;

    @Override
    public Integer call() throws Exception {
        var filter = asked.filter();
        var keys = new HaltTrust(trust.read(NOTHING), Optional.empty());
        var address = kafka.address();
        address.require(NOTHING, Topic.HALTS, Topic.ACKS);
        try (var log = HaltLog.read(address, keys, patience, spec.commandLine().getErr()::println);
                var answers = Acknowledgements.toThoseInForce(log, address, patience)) {
            asked.requireKnown(filter, log, address, follow, NOTHING);
            list(log, answers, filter);
            while (follow && !out().checkError()) {
                log.next(record -> print(record, log, filter));
                answers.next(answer -> print(answer, log, filter));
            }
        } catch (InterruptException ended) {
            // How a follower ends.
        }
        return ExitCode.OK;
    }

    private void list(HaltLog log, Acknowledgements answers, HaltFilter filter)
            throws IOException, InterruptedException {
        long now = WallClock.SYSTEM.millis();
        var halts = (all ? ListedHalt.all(log, answers, now) : ListedHalt.inForce(log, answers, now))
                .stream().filter(halt -> filter.shows(halt, log)).toList();
        var muted = ListedHalt.muted(log, now).stream()
                .filter(mute -> filter.shows(mute, log))
                .toList();
        int most = length.of(halts.size(), json);
        if (json) {
            var newest = halts.subList(halts.size() - most, halts.size());
            out().println(Json.text(
                    Stream.concat(newest.stream(), muted.stream()).toList()));
        } else {
            var progress = new PanicProgress(log, answers, now).of(halts, filter.tenant(), kafka.address());
            print(halts, most, progress, filter);
            HaltLines.of(muted).forEach(out()::println);
        }
        length.tellOlder(halts.size() - most);
        out().flush();
    }

    private void print(List<ListedHalt> halts, int most, Optional<String> progress, HaltFilter filter) {
        if (halts.isEmpty()) {
            var nobody = all ? "nobody was ever halted" : "nobody is halted";
            err().println(filter.asksNothing() ? nobody : "no halt is like that");
            return;
        }
        out().println(HaltSummary.of(halts));
        progress.ifPresent(out()::println);
        HaltLines.of(halts, most).forEach(out()::println);
        if (!all) {
            err().println("release with: ripcord release SCOPE --reason TEXT" + kafka.again());
        }
    }

    private void print(HaltRecord record, HaltLog log, HaltFilter filter) {
        if (filter.shows(record, log)) {
            print(record, HaltChange.of(record, log.since(record)));
        }
    }

    private void print(TimedAnswer answer, HaltLog log, HaltFilter filter) {
        var said = answer.acknowledgement();
        if (filter.shows(said, log)) {
            print(said, HaltChange.of(answer, log.since(said.haltId())));
        }
    }

    private void print(Object record, String words) {
        out().println(json ? Json.text(record) : words);
        out().flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
