package dev.ripcord.deploy.feedback;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.signals.SignalFeed;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The signals that somebody names: by their ids, or by so much of them as is unique. */
public final class SignalChoice {
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{4,32}");
    private static final String CONSEQUENCE = "nothing was written";

    private final Map<String, List<Signal>> found = new LinkedHashMap<>();

    private SignalChoice(List<String> names) {
        names.forEach(name -> found.put(name, new ArrayList<>()));
    }

    /** @throws Refusal where a name is none, or stands for no signal or for several: all of them at once */
    public static List<Signal> of(List<String> names, KafkaAddress kafka) {
        refuse(names.stream()
                .filter(name -> !BEGINNING.matcher(name).matches())
                .map(name -> "'" + name + "' is no id of a signal; it must be 4 to 32 hexadecimal digits, as ripcord"
                        + " signals shows them")
                .toList());
        var choice = new SignalChoice(names);
        try (var log = TopicLog.fromBeginning(kafka, Topic.SIGNALS)) {
            new SignalFeed(log, noSignal -> {}).toEnd(record -> choice.add(record.signal()));
        }
        refuse(choice.found.entrySet().stream()
                .filter(entry -> entry.getValue().size() != 1)
                .map(entry -> problem(entry.getKey(), entry.getValue()))
                .toList());
        return choice.found.values().stream().map(signals -> signals.get(0)).toList();
    }

    private void add(Signal signal) {
        found.forEach((name, signals) -> {
            if (signal.signalId().startsWith(name)) {
                signals.add(signal);
            }
        });
    }

    private static String problem(String name, List<Signal> signals) {
        return signals.isEmpty()
                ? "no signal begins with " + name + "; signals leave ripcord.signals in time"
                : signals.size() + " signals begin with " + name + "; give more of the id, such as "
                        + signals.get(0).signalId();
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(problems, CONSEQUENCE, ExitCode.INVALID);
        }
    }
}
