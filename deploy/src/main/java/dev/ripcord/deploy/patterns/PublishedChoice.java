package dev.ripcord.deploy.patterns;

import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import java.util.List;
import java.util.stream.Collectors;

/** The published definition that somebody names. */
final class PublishedChoice {
    private PublishedChoice() {}

    /** @param name {@code id} for the latest version, or {@code id@} and the beginning of a hash */
    static Document of(String name, PatternLog log) {
        int at = name.indexOf('@');
        var id = at < 0 ? name : name.substring(0, at);
        var hash = at < 0 ? "" : name.substring(at + 1);
        var all = log.definitions(id);
        if (all.isEmpty()) {
            throw ActivationRequest.refused(List.of(log.unpublished(id)));
        }
        var chosen = all.stream()
                .filter(published -> published.definition().hash().startsWith(hash))
                .toList();
        if (chosen.isEmpty() || at >= 0 && chosen.size() > 1) {
            var which = chosen.isEmpty() ? "no published definition is " : "several published definitions are ";
            throw ActivationRequest.refused(List.of(which + name + "; there are " + keys(all)));
        }
        return read(chosen.get(0));
    }

    private static Document read(PatternLog.Published published) {
        var key = published.definition().key();
        var reading = DefinitionReader.read(key, published.definition().yaml());
        if (reading.documents().size() != 1) {
            throw ActivationRequest.refused(
                    reading.problems().stream().map(problem -> problem.render()).toList());
        }
        return reading.documents().get(0);
    }

    private static String keys(List<PatternLog.Published> published) {
        return published.stream().map(one -> one.definition().key()).collect(Collectors.joining(", "));
    }
}
