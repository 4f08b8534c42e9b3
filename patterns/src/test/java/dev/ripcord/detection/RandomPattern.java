package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.cep.pattern.MalformedPatternException;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.Quantifier;
import org.apache.flink.cep.pattern.WithinType;

/** Draws flink-cep patterns of all constructs that end in compiled states, also those that no definition offers. */
final class RandomPattern {
    private final Random random;
    private final List<String> elements = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int names;

    /** @param text the pattern as code, to be read where a test fails */
    record Drawn(Pattern<Step, ?> pattern, CompiledPattern compiled, String text) {}

    private RandomPattern(Random random) {
        this.random = random;
    }

    /** @return the next pattern that flink-cep accepts and that {@link Objections} has nothing against */
    static Drawn draw(Random random) {
        while (true) {
            RandomPattern drawing = new RandomPattern(random);
            try {
                Pattern<Step, ?> pattern = drawing.windowed(drawing.sequence(0));
                CompiledPattern compiled = CompiledPattern.of(pattern);
                if (Objections.to(compiled).isEmpty()) {
                    return new Drawn(pattern, compiled, drawing.text.toString());
                }
            } catch (MalformedPatternException | UnsupportedOperationException refusedByFlink) {
                // Not all combinations have a meaning: draw again.
            }
        }
    }

    private Pattern<Step, ?> windowed(Pattern<Step, ?> pattern) {
        if (random.nextInt(2) == 0) {
            return pattern;
        }
        int window = 1 + random.nextInt(15);
        text.append(".within(").append(window).append(")");
        return pattern.within(Duration.ofMillis(window));
    }

    private Pattern<Step, Step> sequence(int depth) {
        Pattern<Step, Step> pattern = null;
        int length = 1 + random.nextInt(depth == 0 ? 4 : 3);
        for (int number = 0; number < length; number++) {
            pattern = random.nextInt(5) == 0 && depth < 2 ? group(pattern, depth) : element(pattern);
        }
        return pattern;
    }

    private Pattern<Step, Step> group(Pattern<Step, Step> before, int depth) {
        int kind = random.nextInt(3);
        text.append(before == null ? "begin(" : new String[] {".next(", ".followedBy(", ".followedByAny("}[kind]);
        Pattern<Step, Step> inner = sequence(depth + 1);
        text.append(")");
        return waiting(quantified(before == null ? Pattern.begin(inner) : append(before, inner, kind)));
    }

    private static Pattern<Step, Step> append(Pattern<Step, Step> before, Pattern<Step, Step> group, int kind) {
        return switch (kind) {
            case 0 -> before.next(group);
            case 1 -> before.followedBy(group);
            default -> before.followedByAny(group);
        };
    }

    private Pattern<Step, Step> element(Pattern<Step, Step> before) {
        String name = "e" + names++;
        int kind = before == null ? 0 : random.nextInt(7);
        Pattern<Step, Step> pattern = before == null ? begin(name) : append(before, name, kind);
        if (random.nextInt(8) > 0) {
            RandomCondition condition = RandomCondition.draw(random, elements);
            text.append(".where(").append(condition).append(")");
            pattern = pattern.where(condition);
        }
        boolean negated = kind >= 5;
        if (!negated) {
            elements.add(name);
        }
        return waiting(negated ? pattern : quantified(pattern));
    }

    /** The window after the previous step, wherever flink-cep takes one, whether it heeds it there or not. */
    private Pattern<Step, Step> waiting(Pattern<Step, Step> pattern) {
        if (!chance(15)) {
            return pattern;
        }
        int window = 1 + random.nextInt(6);
        return said(
                "within(" + window + ", previous)",
                pattern.within(Duration.ofMillis(window), WithinType.PREVIOUS_AND_CURRENT));
    }

    private Pattern<Step, Step> begin(String name) {
        text.append("begin(").append(name).append(")");
        return Pattern.begin(name);
    }

    private Pattern<Step, Step> append(Pattern<Step, Step> before, String name, int kind) {
        String[] methods = {
            "next", "followedBy", "followedBy", "followedBy", "followedByAny", "notNext", "notFollowedBy"
        };
        text.append(".").append(methods[kind]).append("(").append(name).append(")");
        return switch (methods[kind]) {
            case "next" -> before.next(name);
            case "followedBy" -> before.followedBy(name);
            case "followedByAny" -> before.followedByAny(name);
            case "notNext" -> before.notNext(name);
            default -> before.notFollowedBy(name);
        };
    }

    private Pattern<Step, Step> quantified(Pattern<Step, Step> once) {
        Pattern<Step, Step> pattern = repeated(once);
        boolean repeats = !pattern.getQuantifier().hasProperty(Quantifier.QuantifierProperty.SINGLE);
        boolean loops = pattern.getQuantifier().hasProperty(Quantifier.QuantifierProperty.LOOPING);
        if (repeats && chance(30)) {
            pattern = said("consecutive()", pattern.consecutive());
        } else if (repeats && chance(15)) {
            pattern = said("allowCombinations()", pattern.allowCombinations());
        }
        if (repeats && chance(25)) {
            pattern = said("greedy()", pattern.greedy());
        }
        if (loops && chance(35)) {
            RandomCondition until = RandomCondition.draw(random, elements);
            pattern = said("until(" + until + ")", pattern.until(until));
        }
        return chance(20) && !pattern.getQuantifier().hasProperty(Quantifier.QuantifierProperty.OPTIONAL)
                ? said("optional()", pattern.optional())
                : pattern;
    }

    private Pattern<Step, Step> repeated(Pattern<Step, Step> once) {
        int from = 1 + random.nextInt(3);
        int to = from + random.nextInt(3);
        Duration each = chance(25) ? Duration.ofMillis(1 + random.nextInt(6)) : null;
        String window = each == null ? "" : ", each in " + each.toMillis();
        return switch (random.nextInt(10)) {
            case 0, 1 -> said("times(" + from + window + ")", once.times(from, each));
            case 2 -> said("times(" + from + ", " + to + window + ")", once.times(from, to, each));
            case 3 -> said("times(0, " + to + window + ")", once.times(0, to, each));
            case 4 -> said("oneOrMore(" + window + ")", once.oneOrMore(each));
            case 5 -> said("timesOrMore(" + from + window + ")", once.timesOrMore(from, each));
            default -> once;
        };
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Pattern<Step, Step> said(String call, Pattern<Step, Step> pattern) {
        text.append(".").append(call);
        return pattern;
    }
}
