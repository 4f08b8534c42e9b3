package dev.ripcord.pattern;

import dev.ripcord.source.Fault;
import dev.ripcord.source.SchemaCheck;
import dev.ripcord.source.YamlDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * What the reader makes of a text, but for its clauses: those take longer to compile than all the rest, which matters
 * where thousands are read.
 *
 * @param definition sound where there are no faults
 */
public record StructureReading(Definition definition, List<Fault> faults) {
    private static final SchemaCheck SCHEMA = SchemaCheck.of("/ripcord/schema/definition.schema.json");

    public static StructureReading of(String text) {
        YamlDocument document = YamlDocument.split(text).get(0);
        YamlDocument.Parsed parsed = document.parse();
        Draft draft = DraftParser.parse(parsed.root().orElseThrow(), text);
        List<Fault> faults = new ArrayList<>(parsed.faults());
        faults.addAll(SCHEMA.faults(draft.root()));
        ParameterCheck.check(draft, faults);
        ReferenceCheck.check(draft, faults);
        if (faults.isEmpty()) {
            ExtentCheck.check(draft, faults);
        }
        SequenceCheck.check(draft, faults);
        return new StructureReading(
                draft.definition().withHash(DefinitionHash.of(CanonicalForm.of(draft.definition()))), faults);
    }
}
