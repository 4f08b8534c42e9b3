package dev.ripcord.pattern;

import dev.ripcord.halt.ScopeKind;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.source.SchemaCheck;
import dev.ripcord.source.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was read of one document.
 *
 * @param id where it is given, so that a second use can be found
 */
record DocumentReading(Optional<Document> document, Optional<Located> id, List<Fault> faults) {
    private static final String KIND = "kind";
    private static final String TOOLS = "tools";
    private static final SchemaCheck SCHEMA = SchemaCheck.of("/ripcord/schema/definition.schema.json");

    static DocumentReading of(YamlDocument document) {
        YamlDocument.Parsed parsed = document.parse();
        if (parsed.root().isEmpty()) {
            return new DocumentReading(Optional.empty(), Optional.empty(), parsed.faults());
        }
        Located root = parsed.root().get();
        List<Fault> faults = new ArrayList<>(parsed.faults());
        Optional<Document> read = read(root, document.text(), faults);
        return new DocumentReading(
                faults.isEmpty() ? read : Optional.empty(),
                root.get("id").filter(id -> id.text().isPresent()),
                faults);
    }

    private static Optional<Document> read(Located root, String source, List<Fault> faults) {
        if (!root.has(KIND) && root.has(TOOLS) && !root.has("sequence")) {
            // One line is missing, and by the keys of a pattern all the others would be wrong.
            faults.add(new Fault(
                    root.keyPlace(TOOLS),
                    "tools is no key of a pattern; if the document says what tools are, add the line kind: tools"));
            return Optional.empty();
        }
        if (!root.has(KIND)) {
            return definition(root, source, faults).map(definition -> definition);
        }
        if (root.text(KIND).filter(TOOLS::equals).isPresent()) {
            return Optional.of(ToolProfileReading.read(root, source, faults));
        }
        faults.add(new Fault(
                root.children().get(KIND).place(),
                "kind is '" + root.children().get(KIND).json().asText() + "'; it must be " + TOOLS
                        + ", and a pattern has none: leave it out"));
        return Optional.empty();
    }

    private static Optional<Definition> definition(Located root, String source, List<Fault> faults) {
        faults.addAll(SCHEMA.faults(root));
        return root.json().isObject()
                ? Optional.of(checked(DraftParser.parse(root, source), faults))
                : Optional.empty();
    }

    private static Definition checked(Draft draft, List<Fault> faults) {
        if (draft.definition().scope() != ScopeKind.SESSION) {
            faults.add(new Fault(
                    draft.root().get("scope").orElseThrow().place(),
                    "scope is '" + draft.root().text("scope").orElse("")
                            + "'; only session is detected in this version"));
        }
        boolean wellFormed = faults.isEmpty();
        List<Fault> inStructure = new ArrayList<>();
        ParameterCheck.check(draft, inStructure);
        ReferenceCheck.check(draft, inStructure);
        OverrideCheck.check(draft, inStructure);
        if (wellFormed && inStructure.isEmpty()) {
            // Counts steps, so every number must be one.
            ExtentCheck.check(draft, inStructure);
        }
        SequenceCheck.check(draft, inStructure);
        if (draft.unread().isEmpty()) {
            // Clauses name parameters: one that could not be read would be missing in each of them.
            ClauseCheck.check(draft, inStructure);
        }
        if (wellFormed && inStructure.isEmpty()) {
            OverrideCheck.settings(draft, inStructure);
            EverySessionCheck.check(draft, inStructure);
        }
        faults.addAll(inStructure);
        return draft.definition().withHash(DefinitionHash.of(CanonicalForm.of(draft.definition())));
    }
}
