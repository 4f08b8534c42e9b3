package dev.ripcord.event;

import static dev.ripcord.event.ValidEvent.read;
import static dev.ripcord.event.ValidEvent.refusal;
import static dev.ripcord.event.ValidEvent.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1767225600                            | 2026-01-01T00:00:00Z",
                "1767225600000                         | 2026-01-01T00:00:00Z",
                "1767225600.125                        | 2026-01-01T00:00:00.125Z",
                "1767225600.1259                       | 2026-01-01T00:00:00.125Z",
                "1767225600125.9                       | 2026-01-01T00:00:00.125Z",
                "1.7672256e9                           | 2026-01-01T00:00:00Z",
                "\"1767225600\"                        | 2026-01-01T00:00:00Z",
                "\" 1767225600000 \"                   | 2026-01-01T00:00:00Z",
                "\"1767225600.5\"                      | 2026-01-01T00:00:00.500Z",
                "\"2026-01-01T00:00:00Z\"              | 2026-01-01T00:00:00Z",
                "\"2026-01-01t00:00:00.125z\"          | 2026-01-01T00:00:00.125Z",
                "\"2026-01-01T00:00:00.123456789Z\"    | 2026-01-01T00:00:00.123Z",
                "\"2026-01-01T00:00\"                  | 2026-01-01T00:00:00Z",
                "\"2026-01-01T00:00:00\"               | 2026-01-01T00:00:00Z",
                "\"2026-01-01T00:00:00.5\"             | 2026-01-01T00:00:00.500Z",
                "\"2026-01-01 00:00:00,500\"           | 2026-01-01T00:00:00.500Z",
                "\"2026-01-01 00:00:00.500+00:00\"     | 2026-01-01T00:00:00.500Z",
                "\"2026-01-01T02:00:00+02:00\"         | 2026-01-01T00:00:00Z",
                "\"2026-01-01T02:00:00.25+0200\"       | 2026-01-01T00:00:00.250Z",
                "\"2025-12-31T16:00:00-08\"            | 2026-01-01T00:00:00Z",
            })
    void aTimeIsReadHoweverItIsWritten(String written, Instant time) {
        assertThat(Instant.ofEpochMilli(read(with("timestamp", written)).timestamp()))
                .isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0                                 | 1970-01-01T00:00:00Z",
                "0.0009                            | 1970-01-01T00:00:00Z",
                "\"1970-01-01T00:00:00Z\"          | 1970-01-01T00:00:00Z",
                "99999999999                       | 5138-11-16T09:46:39Z",
                "100000000000                      | 1973-03-03T09:46:40Z",
                "32503680000                       | 3000-01-01T00:00:00Z",
                "32503680000000                    | 3000-01-01T00:00:00Z",
                "\"3000-01-01T00:00:00Z\"          | 3000-01-01T00:00:00Z",
                "99999999999999                    | 5138-11-16T09:46:39.999Z",
                "\"5138-11-16T09:46:39.999Z\"      | 5138-11-16T09:46:39.999Z",
            })
    void timesFarFromNowAreKept(String written, Instant time) {
        assertThat(Instant.ofEpochMilli(read(with("timestamp", written)).timestamp()))
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-0.001",
                "1767225600000000",
                "1767225600000000000",
                "100000000000000",
                "\"100000000000000\"",
                "\"-1\"",
                "\"\"",
                "\"now\"",
                "\"NaN\"",
                "\"2026-01-01\"",
                "\"2026-13-01T00:00:00Z\"",
                "\"2026-02-30T00:00:00Z\"",
                "\"2026-01-01T00:00:00+19:00\"",
                "\"1969-12-31T23:59:59Z\"",
                "\"5138-11-16T09:46:40Z\"",
                "\"+292278995-01-01T00:00:00Z\"",
                "true",
                "[1767225600]",
                "{\"seconds\":1767225600}",
            })
    void whatIsNoTimeIsRefusedWithWhatWasFound(String written) {
        assertThat(refusal(with("timestamp", written)))
                .isEqualTo("timestamp is " + written + "; it must be " + Timestamps.EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "\"                                                              2026-01-01T00:00:00\""})
    void aMissingTimeAndAnEndlessOneAreRefused(String written) {
        assertThat(refusal(with("timestamp", written))).startsWith("timestamp is ");
    }
}
