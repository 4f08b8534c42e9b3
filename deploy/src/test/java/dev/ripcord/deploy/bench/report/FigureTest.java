package dev.ripcord.deploy.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void hasThreeDigitsOrAllBeforeThePoint() {
        assertThat(Figure.rounded(1.23456)).isEqualTo(1.23);
        assertThat(Figure.rounded(0.0123456)).isEqualTo(0.0123);
        assertThat(Figure.rounded(99.96)).isEqualTo(100);
        assertThat(Figure.rounded(123_456.7)).isEqualTo(123_457);
    }

    @Test
    void isWrittenForPeople() {
        assertThat(Figure.text(677_000)).isEqualTo("677,000");
        assertThat(Figure.text(0.5)).isEqualTo("0.5");
        assertThat(Figure.text(4)).isEqualTo("4");
        assertThat(Figure.text(0)).isEqualTo("0");
    }
}
