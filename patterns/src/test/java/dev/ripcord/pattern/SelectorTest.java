package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelectorTest {
    @Test
    void anEmptySelectorSelectsAll() {
        assertThat(Selector.ALL.selects("acme", "validator", "search")).isTrue();
        assertThat(Selector.ALL.selects("acme", "validator", null)).isTrue();
    }

    @Test
    void anyOneOfTheNamesIsEnough() {
        Selector tools = new Selector(List.of(), List.of(), List.of("ci.status", "jobs.poll"));

        assertThat(tools.selects("acme", "validator", "jobs.poll")).isTrue();
        assertThat(tools.selects("acme", "validator", "jobs.polls")).isFalse();
        assertThat(tools.selects("acme", "validator", "JOBS.POLL")).isFalse();
        assertThat(tools.selects("acme", "validator", null)).isFalse();
    }

    @Test
    void aStarAtTheEndStandsForAnyRest() {
        Selector tools = new Selector(List.of(), List.of(), List.of("ci.*"));

        assertThat(tools.selects("acme", "validator", "ci.status")).isTrue();
        assertThat(tools.selects("acme", "validator", "ci.")).isTrue();
        assertThat(tools.selects("acme", "validator", "ci")).isFalse();
        assertThat(new Selector(List.of(), List.of(), List.of("*")).selects("acme", "validator", null))
                .isFalse();
        assertThat(new Selector(List.of(), List.of(), List.of("a*b")).selects("acme", "validator", "acb"))
                .isFalse();
    }

    @Test
    void whereSeveralAreGivenAllMustHold() {
        Selector selector = new Selector(List.of("acme"), List.of("val*"), List.of("search"));

        assertThat(selector.selects("acme", "validator", "search")).isTrue();
        assertThat(selector.selects("other", "validator", "search")).isFalse();
        assertThat(selector.selects("acme", "planner", "search")).isFalse();
        assertThat(selector.selects("acme", "validator", "fetch")).isFalse();
    }
}
