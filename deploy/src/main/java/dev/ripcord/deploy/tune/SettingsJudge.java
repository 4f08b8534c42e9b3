package dev.ripcord.deploy.tune;

import dev.ripcord.deploy.evaluation.SessionJudge;
import dev.ripcord.deploy.evaluation.ToolUse;
import dev.ripcord.deploy.evaluation.UnusedTools;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.detection.Releases;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.event.Envelope;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.pattern.ToolProfile;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.topic.SessionKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Judges by one definition with many settings at once. Of an id one activation is in force, so each setting goes under
 * an id of its own, in one book: the facts of a session are then folded once, however many settings there are.
 */
final class SettingsJudge implements SessionJudge {
    private static final String ACTOR = "tune";
    private static final Verdict REPEAT = new Verdict(true, List.of());
    private static final Verdict QUIET = new Verdict(false, List.of());

    private final List<String> names;
    private final PatternBook book = new PatternBook();
    private final DetectionLimits limits = DetectionLimits.DEFAULT;
    private final SessionDetector detector = new SessionDetector(limits);
    private final Map<SessionKey, SessionState> sessions = new HashMap<>();
    private final ToolUse toolUse;
    private long offset;

    /** @param tools what is said of them, whatever the setting */
    SettingsJudge(Definition definition, List<Setting> settings, List<ToolProfile> tools) {
        names = IntStream.range(0, settings.size())
                .mapToObj(SettingsJudge::name)
                .toList();
        toolUse = new ToolUse(tools);
        tools.forEach(profile -> enforce(profile, Map.of()));
        for (int number = 0; number < settings.size(); number++) {
            enforce(
                    VariantText.named(definition, name(number)),
                    settings.get(number).written());
        }
    }

    /** @return what the setting of that number is called in verdicts */
    static String name(int number) {
        return "setting-" + number;
    }

    private void enforce(Document variant, Map<String, Object> parameters) {
        var activation = new Activation(
                Activation.SCHEMA_VERSION,
                variant.id(),
                variant.hash(),
                Mode.ENFORCE,
                parameters,
                Long.MIN_VALUE,
                ACTOR,
                null);
        apply(variant.key(), PublishedDefinition.of(variant, ACTOR));
        apply(variant.id(), activation);
    }

    private void apply(String key, Object value) {
        for (PatternStatus status : book.apply(new PatternRecord(key, Json.bytes(value), 0, offset++))) {
            if (status.status() == PatternStatus.Status.REFUSED) {
                throw new IllegalStateException(key + " was checked before, and now refused: " + status.problems());
            }
        }
    }

    @Override
    public Verdict judge(Envelope event) {
        var key = event.event().session();
        var digested = DigestedEvent.of(event, limits.fold().volatileFields());
        toolUse.saw(key.tenant(), digested.agent(), digested.tool());
        var session = sessions.computeIfAbsent(key, unseen -> new SessionState(unseen, limits));
        var judgement = detector.judge(session, digested, book.at(key.tenant(), event.kafkaTime()), Releases.NONE);
        if (judgement.duplicate()) {
            return REPEAT;
        }
        return judgement.signals().isEmpty()
                ? QUIET
                : new Verdict(
                        false,
                        judgement.signals().stream()
                                .map(signal -> signal.pattern().id())
                                .toList());
    }

    /** @return tools of the profiles that no judged event has */
    List<UnusedTools> unusedTools() {
        return toolUse.unused();
    }

    @Override
    public Collection<String> definitions() {
        return names;
    }
}
