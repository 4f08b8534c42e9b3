package dev.ripcord.deploy.patterns;

import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.signal.PatternStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A published definition, and how it stands.
 *
 * @param title null, like the action and the cost (cheap, moderate or costly), where this version of Ripcord cannot read the definition
 * @param activation the latest of its id, where it names this definition; else null
 * @param status what the guard says: of the activation where there is one, else of the definition; null where it has
 *     said nothing yet
 */
public record ListedPattern(
        String id,
        String hash,
        int version,
        String title,
        Action action,
        String cost,
        String publishedBy,
        Activation activation,
        PatternStatus status) {

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
        var definition = read(published);
        var activated = log.activation(record.id())
                .filter(latest -> record.hash().equals(latest.activation().hash()));
        return new ListedPattern(
                record.id(),
                record.hash(),
                record.version(),
                definition.map(Definition::title).orElse(null),
                definition.map(Definition::action).orElse(null),
                definition.map(CheckedDefinition::cost).orElse(null),
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

    private static Optional<Definition> read(PatternLog.Published published) {
        var reading = DefinitionReader.read(
                published.definition().key(), published.definition().yaml());
        return reading.definitions().stream().findFirst();
    }
}
