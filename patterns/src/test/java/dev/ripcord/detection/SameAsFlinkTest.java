package dev.ripcord.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.condition.Parameters;
import dev.ripcord.pattern.Definition;
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
    void theSameMatchesInTheSameOrderAsFlinkCepForDefinitions() throws Exception {
        int matches = 0;
        int refused = 0;
        for (int number = 0; number < PATTERNS; number++) {
            Random random = new Random(SEED + number);
            Definition definition = RandomDefinition.draw(random);
            Clauses clauses = RandomDefinition.clauses(definition);
            EffectiveParameters parameters = new EffectiveParameters(definition, Parameters.NONE, "default");
            if (PatternCompiler.compile(definition, clauses, parameters) instanceof Compilation.Done done) {
                matches += Comparison.of(
                        PatternCompiler.pattern(definition, clauses, parameters),
                        done.pattern(),
                        RandomSteps.draw(random, STEPS),
                        "seed " + (SEED + number) + ", sequence " + definition.sequence() + " within "
                                + definition.within());
            } else {
                refused++;
            }
        }
        assertThat(refused).as("definitions that flink-cep refuses").isLessThan(PATTERNS / 2);
        assertThat(matches).as("matches").isGreaterThan(5 * PATTERNS);
    }
}
