package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters that do not fit their bounds, their use or their overrides. */
class RefusedParametersTest {
    static Stream<Arguments> spoilt() {
        return Stream.of(
                arguments("times:  { default: 4,", "times:  { default: 1,", """
                        stuck-call.yaml:10:22: error: parameter times is 1; it must be at least 2 (minimum)
                              times:  { default: 1, minimum: 2, maximum: 50, description: equal calls }
                                                 ^"""),
                arguments("window: { default: 10m,", "window: { default: 25h,", """
                        stuck-call.yaml:11:22: error: parameter window is 1d1h; it must be at most 1d (maximum)
                              window: { default: 25h, minimum: 10s, maximum: 24h, description: how far apart }
                                                 ^"""),
                arguments("minimum: 10s, maximum: 24h", "minimum: 10m, maximum: 10s", """
                        stuck-call.yaml:11:22: error: parameter window is 10m; it must be at most 10s (maximum)
                              window: { default: 10m, minimum: 10m, maximum: 10s, description: how far apart }
                                                 ^
                        stuck-call.yaml:11:36: error: minimum is 10m; it must not be above maximum 10s
                              window: { default: 10m, minimum: 10m, maximum: 10s, description: how far apart }
                                                               ^"""),
                arguments("minimum: 10s,", "minimum: 10,", """
                        stuck-call.yaml:11:36: error: minimum is 10; it must be a duration such as 10m, at most 366d,\
                         as the default is
                              window: { default: 10m, minimum: 10, maximum: 24h, description: how far apart }
                                                               ^"""),
                arguments("{ default: 0.5,", "{ default: none, minimum: 1,", """
                        stuck-call.yaml:12:28: error: minimum has no meaning where the default is a text; remove it
                              share:  { default: none, minimum: 1, description: of the budget }
                                                       ^"""),
                arguments("minimum: 2, maximum: 50,", "", """
                        stuck-call.yaml:25:26: error: parameter times is 2000; it must be from 1 to 1000 (used in times)
                                parameters: { times: 2000 }
                                                     ^"""),
                arguments("share:  {", "in:  {", """
                        stuck-call.yaml:12:3: error: 'in' is a reserved word in conditions; choose another name
                              in:  { default: 0.5, description: of the budget }
                              ^"""),
                arguments("within: params.window", "within: params.windw", """
                        stuck-call.yaml:19:9: error: parameter 'windw' is not declared; did you mean 'window'?
                            within: params.windw
                                    ^"""),
                arguments("within: params.window", "within: params.times", """
                        stuck-call.yaml:19:9: error: parameter times is 4; here it must be a duration such as 10m,\
                         at most 366d
                            within: params.times
                                    ^"""),
                arguments("    times: params.times", "    times: 2..params.share", """
                        stuck-call.yaml:18:15: error: parameter share is 0.5; here it must be a whole number
                                times: 2..params.share
                                          ^"""),
                arguments("tenant: acme", "tool: ci.status", """
                        stuck-call.yaml:25:19: error: parameter times shapes the sequence (times), and agent, tool and role\
                         change from step to step; override it by tenant only
                                parameters: { times: 9 }
                                              ^"""),
                arguments("tenant: acme", "tenant: acme\n    agent: billing", """
                        stuck-call.yaml:26:19: error: parameter times shapes the sequence (times), and agent, tool and role\
                         change from step to step; override it by tenant only
                                parameters: { times: 9 }
                                              ^"""),
                arguments("parameters: { times: 9 }", "parameters: { times: 99, windw: 5m, window: soon }", """
                        stuck-call.yaml:25:26: error: parameter times is 99; it must be at most 50 (maximum)
                                parameters: { times: 99, windw: 5m, window: soon }
                                                     ^
                        stuck-call.yaml:25:30: error: parameter 'windw' is not declared; did you mean 'window'?
                                parameters: { times: 99, windw: 5m, window: soon }
                                                         ^
                        stuck-call.yaml:25:49: error: parameter window is 'soon'; it must be a duration such as 10m,\
                         at most 366d
                                parameters: { times: 99, windw: 5m, window: soon }
                                                                            ^"""),
                arguments("    times: params.times", "    times: params.times..8", """
                        stuck-call.yaml:25:5: error: for tenant acme, element stuck: times is 9..8;\
                         the first number must not be above the second
                                parameters: { times: 9 }
                                ^"""));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void aParameterThatDoesNotFitIsRefusedAtItsPlace(String piece, String replacement, String refusal) {
        String spoilt = PatternText.with(piece, replacement);
        // Without bounds of its own, a parameter is held to those of its use.
        String yaml = replacement.isEmpty() ? spoilt.replace("times: 9", "times: 2000") : spoilt;

        assertThat(PatternText.refusal(yaml)).isEqualTo(refusal);
    }
}
