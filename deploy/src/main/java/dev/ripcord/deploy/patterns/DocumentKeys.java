package dev.ripcord.deploy.patterns;

import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.ToolProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The keys under which two documents of one id say different things. */
final class DocumentKeys {
    private static final Map<String, Function<Definition, Object>> OF_PATTERN = ofPattern();
    private static final Map<String, Function<ToolProfile, Object>> OF_TOOLS = ofTools();

    private DocumentKeys() {}

    /** @return {@code kind} alone where one is a pattern and the other says what tools are */
    static List<String> changed(Document live, Document ours) {
        if (live instanceof Definition one && ours instanceof Definition other) {
            return changed(OF_PATTERN, one, other);
        }
        return live instanceof ToolProfile one && ours instanceof ToolProfile other
                ? changed(OF_TOOLS, one, other)
                : List.of("kind");
    }

    private static <T> List<String> changed(Map<String, Function<T, Object>> keys, T live, T ours) {
        return keys.entrySet().stream()
                .filter(key -> !Objects.equals(
                        key.getValue().apply(live), key.getValue().apply(ours)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Function<Definition, Object>> ofPattern() {
        var keys = new LinkedHashMap<String, Function<Definition, Object>>();
        keys.put("version", Definition::version);
        keys.put("title", Definition::title);
        keys.put("why", Definition::why);
        keys.put("scope", Definition::scope);
        keys.put("action", Definition::action);
        keys.put("severity", Definition::severity);
        keys.put("escalation", Definition::escalation);
        keys.put("blast_radius", Definition::blastRadius);
        keys.put("parameters", Definition::parameters);
        keys.put("sees", Definition::sees);
        keys.put("sequence", Definition::sequence);
        keys.put("within", Definition::within);
        keys.put("rearm", Definition::rearm);
        keys.put("applies_to", Definition::appliesTo);
        keys.put("overrides", Definition::overrides);
        keys.put("message", Definition::message);
        return keys;
    }

    private static Map<String, Function<ToolProfile, Object>> ofTools() {
        var keys = new LinkedHashMap<String, Function<ToolProfile, Object>>();
        keys.put("version", ToolProfile::version);
        keys.put("title", ToolProfile::title);
        keys.put("applies_to", ToolProfile::appliesTo);
        keys.put("tools", ToolProfile::rows);
        return keys;
    }
}
