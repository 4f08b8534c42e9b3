package dev.ripcord.deploy.backtest;

import dev.ripcord.pattern.Problem;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.source.Place;
import dev.ripcord.source.SchemaCheck;
import dev.ripcord.source.SourceFile;
import dev.ripcord.source.SourceText;
import dev.ripcord.source.UnreadableSource;
import dev.ripcord.source.YamlDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads what is expected of a backtest: YAML, or JSON, with the keys of {@code expectation.schema.json}. Everything
 * that is wrong is told at once, each at its place.
 *
 * <pre>{@code
 * halts: { at_most: 12 }
 * must_halt: [invoice-9, { session: invoice-12, tenant: acme, by_step: 40 }]
 * must_not_halt: [batch-7]
 * }</pre>
 */
public final class ExpectationFile {
    private static final int MAX_BYTES = 4 << 20;
    private static final SchemaCheck SCHEMA = SchemaCheck.of("/dev/ripcord/deploy/backtest/expectation.schema.json");

    /**
     * What was read.
     *
     * @param expectations null where there are problems
     */
    public record Reading(Expectations expectations, List<Problem> problems) {}

    private ExpectationFile() {}

    /** @param labelled whether there are labels to expect something of */
    public static Reading read(Path file, Candidates candidates, boolean labelled) {
        try {
            return read(SourceFile.read(file, MAX_BYTES), candidates, labelled);
        } catch (UnreadableSource unreadable) {
            return refused(new SourceText(file.toString(), ""), List.of(unreadable.fault()));
        }
    }

    private static Reading read(SourceText source, Candidates candidates, boolean labelled) {
        var faults = new ArrayList<Fault>();
        var expectations = new ArrayList<Expectation>();
        var documents = YamlDocument.split(source.text());
        if (documents.size() == 1) {
            var parsed = documents.get(0).parse();
            faults.addAll(parsed.faults());
            parsed.root()
                    .ifPresent(root -> parse(root, new ExpectationParser(candidates, labelled), faults, expectations));
        } else {
            var place = documents.isEmpty()
                    ? Place.START
                    : new Place(documents.get(1).firstLine(), 1);
            faults.add(
                    new Fault(place, "the file holds " + documents.size() + " documents; it must hold one, a mapping"));
        }
        return faults.isEmpty()
                ? new Reading(new Expectations(source.name(), expectations), List.of())
                : refused(source, faults);
    }

    private static void parse(
            Located root, ExpectationParser parser, List<Fault> faults, List<Expectation> expectations) {
        var invalid = SCHEMA.faults(root);
        faults.addAll(invalid);
        if (invalid.isEmpty()) {
            expectations.addAll(parser.parse(root));
            faults.addAll(parser.faults());
        }
    }

    private static Reading refused(SourceText source, List<Fault> faults) {
        return new Reading(
                null,
                faults.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Fault::place))
                        .map(fault -> problem(source, fault))
                        .toList());
    }

    private static Problem problem(SourceText source, Fault fault) {
        var place = fault.place();
        return new Problem(source.name(), place.line(), place.column(), fault.message(), source.excerpt(place));
    }
}
