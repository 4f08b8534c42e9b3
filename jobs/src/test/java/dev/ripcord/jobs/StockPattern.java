package dev.ripcord.jobs;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * Definitions, and what somebody would write instead who has flink-cep alone: by hand, and not by the compiler that is
 * tested with it.
 */
enum StockPattern {
    SEQUENCE("""
            sequence:
              - {name: a, where: event.type == 'a'}
              - {name: b, where: event.type == 'b', contiguity: strict}
              - {name: c, where: event.type == 'c'}
            within: 20s
            """) {
        @Override
        Pattern<StockStep, ?> pattern() {
            return begin("a")
                    .next("b")
                    .where(is("b"))
                    .followedBy("c")
                    .where(is("c"))
                    .within(Duration.ofSeconds(20));
        }
    },
    REPETITIONS("""
            sequence:
              - {name: a, where: event.type == 'a', times: 2, between: strict}
              - {name: b, where: event.type == 'b', times: 1..2}
              - {name: c, where: event.type == 'c', times: 2.., until: event.type == 'd'}
            within: 30s
            """) {
        @Override
        Pattern<StockStep, ?> pattern() {
            return begin("a")
                    .times(2)
                    .consecutive()
                    .followedBy("b")
                    .where(is("b"))
                    .times(1, 2)
                    .followedBy("c")
                    .where(is("c"))
                    .timesOrMore(2)
                    .until(is("d"))
                    .within(Duration.ofSeconds(30));
        }
    },
    GREED("""
            sequence:
              - {name: a, where: event.type == 'a'}
              - {name: b, where: "event.type in ['b', 'c']", times: 1.., greedy: true}
              - {name: c, where: "event.type in ['c', 'd']"}
            within: 30s
            """) {
        @Override
        Pattern<StockStep, ?> pattern() {
            return begin("a")
                    .followedBy("b")
                    .where(is("b", "c"))
                    .timesOrMore(1)
                    .greedy()
                    .followedBy("c")
                    .where(is("c", "d"))
                    .within(Duration.ofSeconds(30));
        }
    },
    ABSENCE("""
            sequence:
              - {name: a, where: event.type == 'a'}
              - {name: x, where: event.type == 'b', not: true}
              - {name: c, where: event.type == 'c'}
              - {name: y, where: event.type == 'd', not: true, contiguity: strict}
              - {name: e, where: event.type == 'a'}
            within: 1m
            """) {
        @Override
        Pattern<StockStep, ?> pattern() {
            return begin("a")
                    .notFollowedBy("x")
                    .where(is("b"))
                    .followedBy("c")
                    .where(is("c"))
                    .notNext("y")
                    .where(is("d"))
                    .followedBy("e")
                    .where(is("a"))
                    .within(Duration.ofMinutes(1));
        }
    },
    OPTION("""
            sequence:
              - {name: a, where: event.type == 'a'}
              - {name: b, where: event.type == 'b', optional: true}
              - {name: c, where: event.type == 'c'}
            within: 15s
            """) {
        @Override
        Pattern<StockStep, ?> pattern() {
            return begin("a")
                    .followedBy("b")
                    .where(is("b"))
                    .optional()
                    .followedBy("c")
                    .where(is("c"))
                    .within(Duration.ofSeconds(15));
        }
    },
    ROUNDS("""
            sequence:
              - name: round
                times: 2
                group:
                  - {name: a, where: event.type == 'a'}
                  - {name: b, where: event.type == 'b'}
              - name: tail
                optional: true
                group: [{name: c, where: event.type == 'c'}, {name: d, where: event.type == 'd'}]
              - {name: e, where: event.type == 'a'}
            within: 1m
            """) {
        @Override
        Pattern<StockStep, ?> pattern() {
            Pattern<StockStep, StockStep> round = begin("a").followedBy("b").where(is("b"));
            Pattern<StockStep, StockStep> tail = begin("c").followedBy("d").where(is("d"));
            return Pattern.begin(round, AfterMatchSkipStrategy.noSkip())
                    .times(2)
                    .followedBy(tail)
                    .optional()
                    .followedBy("e")
                    .where(is("a"))
                    .within(Duration.ofMinutes(1));
        }
    },
    SAMENESS("""
            sequence: [{name: made, times: 4, same: [event.tool], within: 4s}]
            within: 1m
            """) {
        @Override
        Pattern<StockStep, ?> pattern() {
            return Pattern.<StockStep>begin("made", AfterMatchSkipStrategy.noSkip())
                    .where(new SameToolSoon("made", 4_000))
                    .times(4)
                    .within(Duration.ofMinutes(1));
        }
    },
    CHANGE("""
            sequence:
              - {name: a, where: event.type == 'a'}
              - {name: b, where: event.type == 'a' && event.tool != a.event.tool}
              - {name: c, where: event.type == 'a' && event.tool == a.event.tool}
            within: 1m
            """) {
        @Override
        Pattern<StockStep, ?> pattern() {
            return begin("a")
                    .followedBy("b")
                    .where(is("a"))
                    .where(new ToolOf("a", false))
                    .followedBy("c")
                    .where(is("a"))
                    .where(new ToolOf("a", true))
                    .within(Duration.ofMinutes(1));
        }
    };

    private final String structure;

    StockPattern(String structure) {
        this.structure = structure;
    }

    abstract Pattern<StockStep, ?> pattern();

    String id() {
        return "stock-" + name().toLowerCase(Locale.ROOT);
    }

    String yaml() {
        return """
                id: %s
                version: 1
                title: Compared with stock
                why: To compare
                action: observe
                severity: info
                rearm: 0s
                message: found
                %s""".formatted(id(), structure);
    }

    private static Pattern<StockStep, StockStep> begin(String type) {
        return Pattern.<StockStep>begin(type, AfterMatchSkipStrategy.noSkip()).where(is(type));
    }

    private static SimpleCondition<StockStep> is(String... types) {
        List<String> allowed = Arrays.asList(types);
        return SimpleCondition.of(step -> allowed.contains(step.type));
    }

    /** The tool of the step that the match took last, and less than so long after it; anything where it took none. */
    private static final class SameToolSoon extends IterativeCondition<StockStep> {
        private final String element;
        private final long millis;

        private SameToolSoon(String element, long millis) {
            this.element = element;
            this.millis = millis;
        }

        @Override
        public boolean filter(StockStep step, Context<StockStep> context) throws Exception {
            StockStep latest = null;
            for (StockStep taken : context.getEventsForPattern(element)) {
                latest = taken;
            }
            return latest == null || latest.tool.equals(step.tool) && step.time - latest.time < millis;
        }
    }

    /** Whether the step has the tool that the element's step has. */
    private static final class ToolOf extends IterativeCondition<StockStep> {
        private final String element;
        private final boolean same;

        private ToolOf(String element, boolean same) {
            this.element = element;
            this.same = same;
        }

        @Override
        public boolean filter(StockStep step, Context<StockStep> context) throws Exception {
            for (StockStep taken : context.getEventsForPattern(element)) {
                return taken.tool.equals(step.tool) == same;
            }
            return false;
        }
    }
}
