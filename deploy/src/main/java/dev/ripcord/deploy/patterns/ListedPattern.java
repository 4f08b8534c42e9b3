package dev.ripcord.deploy.patterns;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.ToolProfile;
import dev.ripcord.signal.PatternStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A published definition, and how it stands.
 *
 * @param kind null, like all that the text says, where this version of Ripcord cannot read it
 * @param action null, like the cost (cheap, moderate or costly), where it is no pattern
 * @param tools of a tool profile: how many names it has by role; null where it is none
 * @param activation the latest of its id, where it names this definition; else null
 * @param status what the guard says: of the activation where there is one, else of the definition; null where it has
 *     said nothing yet
 */
public record ListedPattern(
        String id,
        String hash,
        int version,
        Kind kind,
        String title,
        Action action,
        String cost,
        Map<String, Integer> tools,
        String publishedBy,
        Activation activation,
        PatternStatus status) {

    /** What was published. */
    public enum Kind {
        @JsonProperty("pattern")
        PATTERN,
        @JsonProperty("tools")
        TOOLS
    }

    /** @param statuses by key */
    public static List<ListedPattern> of(PatternLog log, Map<String, PatternStatus> statuses) {
        var listed = new ArrayList<ListedPattern>();
        for (var published : log.definitions()) {
            listed.add(of(published, log, statuses));
        }
        return listed;
    }

    private static ListedPattern of(
            PatternLog.Published published, PatternLog log, Map<String, PatternStatus> statuses) {
        var record = published.definition();
        var document = published.document();
        var definition = document.filter(Definition.class::isInstance).map(Definition.class::cast);
        var activated = log.activation(record.id())
                .filter(latest -> record.hash().equals(latest.activation().hash()));
        return new ListedPattern(
                record.id(),
                record.hash(),
                record.version(),
                document.map(ListedPattern::kind).orElse(null),
                document.map(Document::title).orElse(null),
                definition.map(Definition::action).orElse(null),
                definition.map(CheckedDefinition::cost).orElse(null),
                document.filter(ToolProfile.class::isInstance)
                        .map(ToolProfile.class::cast)
                        .map(ToolWords::counts)
                        .orElse(null),
                record.actor(),
                activated.map(PatternLog.Activated::activation).orElse(null),
                activated.isPresent()
                        ? said(statuses, record.id(), activated.get().offset())
                        : said(statuses, record.key(), published.offset()));
    }

    /** An answer to an earlier record of the key is none to this one. */
    private static PatternStatus said(Map<String, PatternStatus> statuses, String key, long offset) {
        var status = statuses.get(key);
        return status != null && status.offset() == offset ? status : null;
    }

    private static Kind kind(Document document) {
        return document instanceof Definition ? Kind.PATTERN : Kind.TOOLS;
    }
}
