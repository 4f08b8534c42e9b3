package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schema refuses: keys and the form of their values. */
class RefusedKeysTest {
    static Stream<Arguments> spoilt() {
        return Stream.of(
                arguments("version: 3", "version: three", """
                        stuck-call.yaml:2:10: error: version is 'three'; it must be a whole number from 1 to 1000000
                            version: three
                                     ^"""),
                arguments("version: 3", "version:", """
                        stuck-call.yaml:2:9: error: version is empty; it must be a whole number from 1 to 1000000
                            version:
                                    ^"""),
                arguments("version: 3\n", "", """
                        stuck-call.yaml:1:1: error: version is missing; it must be a whole number from 1 to 1000000
                            id: stuck-call
                            ^"""),
                arguments("version: 3", "vresion: 3", """
                        stuck-call.yaml:2:1: error: unknown key 'vresion'; did you mean 'version'?
                            vresion: 3
                            ^"""),
                arguments("id: stuck-call", "id: Stuck Call", """
                        stuck-call.yaml:1:5: error: id is 'Stuck Call'; it must be lower-case words joined by hyphens,\
                         such as identical-call, in at most 64 characters
                            id: Stuck Call
                                ^"""),
                arguments("action: halt", "action: kill", """
                        stuck-call.yaml:7:9: error: action is 'kill'; it must be observe, warn, pause or halt
                            action: kill
                                    ^"""),
                arguments("action: halt", "action: hlat", """
                        stuck-call.yaml:7:9: error: action is 'hlat'; it must be observe, warn, pause or halt;\
                         did you mean 'halt'?
                            action: hlat
                                    ^"""),
                arguments("severity: critical", "severity: critical\nescalation: lineage", """
                        stuck-call.yaml:9:13: error: escalation is 'lineage'; it must be none or parent
                            escalation: lineage
                                        ^"""),
                arguments("severity: critical", "severity: critical\nblast_radius: 5", """
                        stuck-call.yaml:9:15: error: blast_radius is 5; it must be capped or exempt
                            blast_radius: 5
                                          ^"""),
                arguments("severity: critical", "severity: [critical]", """
                        stuck-call.yaml:8:11: error: severity is a list; it must be info, warning or critical
                            severity: [critical]
                                      ^"""),
                arguments("severity: critical", "severity: critical\nscope: lineage", """
                        stuck-call.yaml:9:8: error: scope is 'lineage'; only session is detected in this version
                            scope: lineage
                                   ^"""),
                arguments("within: params.window", "within: 10", """
                        stuck-call.yaml:19:9: error: within is 10; it must be a duration such as 500ms, 10m or 1h30m,\
                         or params.NAME
                            within: 10
                                    ^"""),
                arguments("rearm: 5m", "rearm: 5 minutes", """
                        stuck-call.yaml:20:8: error: rearm is '5 minutes'; it must be a duration such as 500ms, 10m or\
                         1h30m, or params.NAME
                            rearm: 5 minutes
                                   ^"""),
                arguments("rearm: 5m", "rearm: 5m\nrearm: 6m", """
                        stuck-call.yaml:21:1: error: key 'rearm' is already given in line 20
                            rearm: 6m
                            ^"""),
                arguments("rearm: 5m", "<<: { rearm: 5m }", """
                        stuck-call.yaml:20:1: error: unknown key '<<'; merge keys are not read: write the keys out
                            <<: { rearm: 5m }
                            ^"""),
                arguments("rearm: 5m", "cooldown: 5m", """
                        stuck-call.yaml:20:1: error: unknown key 'cooldown'; the keys here are action, applies_to,\
                         blast_radius, escalation, id, message, overrides, parameters, rearm, scope, sees, sequence, severity, title, version, why, within
                            cooldown: 5m
                            ^"""),
                arguments("  agent: invoice-*", "  agents: invoice-*", """
                        stuck-call.yaml:22:3: error: unknown key 'agents'; did you mean 'agent'?
                              agents: invoice-*
                              ^"""),
                arguments("tenant: acme", "tenant: [acme, 5]", """
                        stuck-call.yaml:24:20: error: an entry of tenant is 5; it must be a name
                              - tenant: [acme, 5]
                                               ^"""),
                arguments("  - tenant: acme\n    parameters", "  - parameters", """
                        stuck-call.yaml:24:5: error: an entry of overrides is a mapping; it must be a mapping with\
                         parameters and one or more of tenant, agent, tool and role
                              - parameters: { times: 9 }
                                ^"""),
                arguments("  - name: first", "  - nmae: first", """
                        stuck-call.yaml:14:5: error: unknown key 'nmae'; did you mean 'name'?
                              - nmae: first
                                ^"""),
                arguments("    times: params.times", "    times: 0", """
                        stuck-call.yaml:18:12: error: times is 0; it must be N, N..M or N.. (at least N), each from 1 to\
                         1000 or params.NAME
                                times: 0
                                       ^"""),
                arguments("    times: params.times", "    times: 2...5", """
                        stuck-call.yaml:18:12: error: times is '2...5'; it must be N, N..M or N.. (at least N), each\
                         from 1 to 1000 or params.NAME
                                times: 2...5
                                       ^"""),
                arguments("description: of the budget", "min: 3", """
                        stuck-call.yaml:12:11: error: description is missing; it must be a text of at most 400\
                         characters that says what turning it does
                              share:  { default: 0.5, min: 3 }
                                      ^
                        stuck-call.yaml:12:27: error: unknown key 'min'; the keys here are default, description,\
                         maximum, minimum
                              share:  { default: 0.5, min: 3 }
                                                      ^"""),
                arguments("description: equal calls", "description: equal calls, in a row or not", """
                        stuck-call.yaml:10:76: error: unknown key 'in a row or not'; if it belongs to the text before\
                         the comma, put that text in quotes
                              times:  { default: 4, minimum: 2, maximum: 50, description: equal calls, in a row or not }
                                                                                                       ^"""),
                arguments("share:  {", "My Share:  {", """
                        stuck-call.yaml:12:3: error: name 'My Share' must be letters, digits and\
                         underscores, a letter first
                              My Share:  { default: 0.5, description: of the budget }
                              ^"""));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void aPieceThatTheSchemaDoesNotAllowIsRefusedAtItsPlace(String piece, String replacement, String refusal) {
        assertThat(PatternText.refusal(PatternText.with(piece, replacement))).isEqualTo(refusal);
    }
}
