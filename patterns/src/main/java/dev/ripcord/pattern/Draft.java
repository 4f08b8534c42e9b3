package dev.ripcord.pattern;

import dev.ripcord.source.Located;
import java.util.List;
import java.util.Map;

/**
 * A definition as it was written, not yet checked. Where the schema found fault, something harmless stands in for what
 * could not be read, so that the rest can be checked too.
 *
 * @param root the document
 * @param definition with an empty hash
 * @param sequence the definition's sequence with its places
 * @param unread names of parameters that are declared in a way that gives no value
 */
record Draft(Located root, Definition definition, List<LocatedElement> sequence, List<String> unread) {

    /** @return the parameter's mapping, by name */
    Map<String, Located> parameters() {
        return root.get("parameters").map(Located::children).orElse(Map.of());
    }
}
