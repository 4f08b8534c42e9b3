package dev.ripcord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One document of a YAML text.
 *
 * @param text as it was written, without the {@code ---} above it
 * @param firstLine of the document in the whole text, from 1
 */
public record YamlDocument(String text, int firstLine) {

    /**
     * What was read of a document.
     *
     * @param root empty where the text is no YAML
     */
    public record Parsed(Optional<Located> root, List<Fault> faults) {}

    /** @return the documents of the text, the empty ones left out; what is wrong in one hides nothing of the others */
    public static List<YamlDocument> split(String text) {
        return YamlDocuments.split(text);
    }

    public Parsed parse() {
        OptionalInt unprintable = firstUnprintable();
        if (unprintable.isPresent()) {
            return refused(
                    SourceText.place(text, unprintable.getAsInt()),
                    String.format(
                            "character U+%04X cannot stand in YAML; remove it",
                            text.codePointAt(unprintable.getAsInt())));
        }
        try {
            var faults = new ArrayList<Fault>();
            Located root = new YamlTree(this, faults).located(compose());
            return new Parsed(Optional.of(root), faults);
        } catch (MarkedYAMLException notYaml) {
            Mark mark = notYaml.getProblemMark() != null ? notYaml.getProblemMark() : notYaml.getContextMark();
            return new Parsed(Optional.empty(), List.of(new Fault(place(mark), YamlSyntax.message(notYaml))));
        } catch (YAMLException beyondLimits) {
            return refused(Place.START, "not YAML that is read here: " + beyondLimits.getMessage());
        }
    }

    private Node compose() {
        var limits = new LoaderOptions();
        limits.setNestingDepthLimit(YamlTree.MAX_DEPTH);
        limits.setCodePointLimit(Integer.MAX_VALUE);
        // Counted by what the aliases expand to, in YamlTree: a hundred small ones do no harm, ten nested ones may.
        limits.setMaxAliasesForCollections(Integer.MAX_VALUE);
        var parser = new ParserImpl(new StreamReader(text), limits);
        return new Composer(parser, new CoreSchema(), limits).getSingleNode();
    }

    /** @return the place in the whole text */
    Place place(Mark mark) {
        return new Place(mark.getLine() + firstLine, mark.getColumn() + 1);
    }

    private Parsed refused(Place within, String message) {
        Place place = new Place(within.line() + firstLine - 1, within.column());
        return new Parsed(Optional.empty(), List.of(new Fault(place, message)));
    }

    private OptionalInt firstUnprintable() {
        for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
            if (!StreamReader.isPrintable(text.codePointAt(index))) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }
}
