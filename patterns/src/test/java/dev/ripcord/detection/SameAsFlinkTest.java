package dev.ripcord.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.StructureReading;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What a definition means is what stock flink-cep would match: here both are asked, thousands of times. Another seed or
 * more patterns: {@code -Dtest.jvm.flags="-Dseed=7 -Dpatterns=40000 -Dsteps=40"}.
 */
class SameAsFlinkTest {
    private static final long SEED = Long.getLong("seed", 20_260_101L);
    private static final int PATTERNS = Integer.getInteger("patterns", 3_000);
    private static final int STEPS = Integer.getInteger("steps", 30);

    private static final String[] CONSTRUCTS = {
        "next(",
        "followedBy(",
        "followedByAny(",
        "notNext(",
        "notFollowedBy(",
        "times(",
        "times(0",
        "oneOrMore(",
        "timesOrMore(",
        "consecutive(",
        "allowCombinations(",
        "greedy(",
        "optional(",
        "until(",
        "begin(begin",
        "By(begin",
        "within(",
        "previous)",
        "each in",
        "count(e",
        "tool != e"
    };

    @Test
    void theSameMatchesInTheSameOrderAsFlinkCepForPatternsOfAllConstructs() throws Exception {
        Map<String, Integer> matched = new TreeMap<>();
        for (int number = 0; number < PATTERNS; number++) {
            Random random = new Random(SEED + number);
            RandomPattern.Drawn drawn = RandomPattern.draw(random);
            String about = "seed " + (SEED + number) + ", pattern " + drawn.text();
            int matches = Comparison.of(drawn.pattern(), drawn.compiled(), RandomSteps.draw(random, STEPS), about);
            for (String construct : CONSTRUCTS) {
                matched.merge(construct, drawn.text().contains(construct) ? matches : 0, Integer::sum);
            }
        }
        assertThat(matched)
                .as("matches by construct")
                .allSatisfy((construct, matches) ->
                        assertThat(matches).as(construct).isGreaterThan(PATTERNS / 2));
    }

    @Test
    void theSameMatchesInTheSameOrderAsFlinkCepForDefinitionsOfAllConstructsAloneAndTogether() throws Exception {
        ConstructLedger ledger = new ConstructLedger();
        int accepted = 0;
        int matches = 0;
        for (int number = 0; number < PATTERNS; number++) {
            Random random = new Random(SEED + number);
            StructureReading read = StructureReading.of(RandomDefinition.text(random));
            if (read.faults().isEmpty()) {
                Definition definition = read.definition();
                int found = compare(definition, DrawnClauses.of(definition), random, "seed " + (SEED + number));
                ledger.add(definition, found);
                accepted++;
                matches += found;
            }
        }
        assertThat(accepted).as("definitions that the reader accepts").isGreaterThan(PATTERNS * 3 / 4);
        assertThat(matches).as("matches").isGreaterThan(5 * PATTERNS);
        assertThat(ledger.missing()).as("what found no match").isEqualTo(ConstructLedger.refused());
    }

    /** The compiler for CEL is slow beside all the rest: fewer are drawn. */
    @Test
    void theSameMatchesInTheSameOrderAsFlinkCepForDefinitionsWithTheirClauses() throws Exception {
        int matches = 0;
        for (int number = 0; number < PATTERNS / 20; number++) {
            Random random = new Random(SEED - number);
            for (Definition definition : DefinitionReader.read("drawn", RandomDefinition.text(random))
                    .definitions()) {
                matches += compare(definition, Clauses.of(definition), random, "seed " + (SEED - number));
            }
        }
        assertThat(matches).as("matches").isGreaterThan(PATTERNS / 4);
    }

    private static int compare(Definition definition, Clauses clauses, Random random, String seed) throws Exception {
        EffectiveParameters parameters =
                new EffectiveParameters(definition, definition.parameters(Map.of()), "default");
        String about = seed + ", sequence " + definition.sequence() + " within " + definition.within();
        Compilation compilation = PatternCompiler.compile(definition, clauses, parameters);
        assertThat(compilation).as(about).isInstanceOf(Compilation.Done.class);
        return Comparison.of(
                PatternCompiler.pattern(definition, clauses, parameters),
                ((Compilation.Done) compilation).pattern(),
                RandomSteps.draw(random, STEPS),
                about);
    }
}
