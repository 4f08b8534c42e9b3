package dev.ripcord.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.fact.Step;
import org.apache.flink.cep.pattern.MalformedPatternException;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.junit.jupiter.api.Test;

/** Each of these compiles in flink-cep 2.2.1, and then fails or falls silent on events. */
class ObjectionsTest {
    @Test
    void aRepeatedGroupThatCanMatchNothingWouldBeFollowedForEver() {
        Pattern<Step, Step> group = Pattern.begin(any("a").optional()).oneOrMore();
        assertThat(Objections.to(CompiledPattern.of(group.followedBy("b"))))
                .anySatisfy(objection -> assertThat(objection).contains("element a", "optional"));
    }

    @Test
    void aNegationBeforeAnythingHasMatchedWouldEndTheSearchForGood() {
        Pattern<Step, Step> group = Pattern.begin(any("a").optional());
        assertThat(Objections.to(CompiledPattern.of(
                        group.notFollowedBy("n").where(always()).followedBy("b"))))
                .singleElement()
                .asString()
                .contains("negated");
    }

    @Test
    void anEdgeThatLeadsNowhereIsNoPattern() {
        Pattern<Step, Step> lost = any("a").notFollowedBy("n")
                .where(always())
                .followedBy("b")
                .where(always())
                .oneOrMore()
                .greedy()
                .until(always())
                .optional()
                .followedBy("c");
        assertThatThrownBy(() -> CompiledPattern.of(lost))
                .isInstanceOf(MalformedPatternException.class)
                .hasMessageContaining("element b is greedy, optional and has until");
    }

    @Test
    void aRoundThatTheCompilerFollowsForEverIsNoPattern() {
        Pattern<Step, Step> round = any("c").optional();
        Pattern<Step, Step> endless = any("a").notFollowedBy("n")
                .where(always())
                .followedBy("b")
                .where(always())
                .optional()
                .followedBy(round)
                .oneOrMore();
        assertThatThrownBy(() -> CompiledPattern.of(endless))
                .isInstanceOf(MalformedPatternException.class)
                .hasMessageContaining("leave one of them out");
    }

    @Test
    void nothingIsHeldAgainstWhatWorks() {
        assertThat(Objections.to(CompiledPattern.of(any("a").notFollowedBy("n").followedBy("b"))))
                .isEmpty();
    }

    private static Pattern<Step, Step> any(String name) {
        return Pattern.<Step>begin(name).where(always());
    }

    private static SimpleCondition<Step> always() {
        return SimpleCondition.of(step -> true);
    }
}
