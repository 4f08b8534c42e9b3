package dev.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "1e-9,1",
        "0.5e-9,1",
        "0.499999e-9,0",
        "1.5e-9,2",
        "0.1,100000000",
        "1e6,1000000000000000",
        "0.000000000000000000000000000000001,0",
    })
    void anAmountIsRoundedHalfUpToANanoDollar(BigDecimal dollars, long nanoDollars) {
        assertThat(Money.nanoDollars(dollars)).hasValue(nanoDollars);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1e-9", "-1", "1000000.000000001", "1e7", "1e999999999"})
    void anAmountBelowNothingOrAboveAMillionIsAbsurd(String dollars) {
        assertThat(Money.nanoDollars(new BigDecimal(dollars))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"830000000,0.83", "1,1E-9", "12000000000,12", "100000000000,100", "0,0"})
    void dollarsAreExactAndAsShortAsTheyCanBe(long nanoDollars, String dollars) {
        assertThat(Money.dollars(nanoDollars)).hasToString(dollars);
    }

    @Test
    void everyAmountOfNanoDollarsComesBackFromDollars() {
        for (long nanoDollars = 1; nanoDollars < 1_000_000_000_000_000L; nanoDollars = nanoDollars * 7 + 3) {
            assertThat(Money.nanoDollars(Money.dollars(nanoDollars))).hasValue(nanoDollars);
        }
    }

    @Test
    void sumsSaturate() {
        assertThat(Money.add(1, 2)).isEqualTo(3);
        assertThat(Money.add(Long.MAX_VALUE - 1, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Money.add(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Money.add(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "0,$0.00",
        "830000000,$0.83",
        "12345678900,$12.35",
        "10000000,$0.01",
        "9999999,$0.01",
        "2100000,$0.0021",
        "2000000,$0.002",
        "1250,$0.0000013",
        "1,$0.000000001",
    })
    void peopleSeeCentsAndBelowACentTheTwoDigitsThatMatter(long nanoDollars, String text) {
        assertThat(Money.format(nanoDollars)).isEqualTo(text);
    }
}
