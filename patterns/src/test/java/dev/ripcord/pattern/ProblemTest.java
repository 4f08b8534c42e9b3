package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aProblemShowsItsPlaceTheLineAndACaretUnderTheColumn() {
        assertThat(new Problem("loop.yaml", 14, 8, "undeclared name 'tol'", "where: tol == 'search'").render())
                .isEqualTo("""
                        loop.yaml:14:8: error: undeclared name 'tol'
                            where: tol == 'search'
                                   ^""");
    }

    @Test
    void theCaretStandsRightWhereTheLineHasTabs() {
        assertThat(new Problem("loop.yaml", 1, 3, "tabs do not indent YAML", "\t\tid: x").render())
                .isEqualTo("loop.yaml:1:3: error: tabs do not indent YAML\n    \t\tid: x\n    \t\t^");
    }

    @Test
    void aProblemOfTheWholeFileHasNoLineToShow() {
        assertThat(new Problem("loop.yaml", 1, 1, "the file is empty", "").render())
                .isEqualTo("loop.yaml:1:1: error: the file is empty");
    }
}
