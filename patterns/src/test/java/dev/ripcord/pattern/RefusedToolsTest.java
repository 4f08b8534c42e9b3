package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be said of tools. */
class RefusedToolsTest {
    static Stream<Arguments> spoilt() {
        return Stream.of(
                arguments("kind: tools", "kind: tool", """
                        billing-tools.yaml:1:7: error: kind is 'tool'; it must be tools, and a pattern has none:\
                         leave it out
                            kind: tool
                                  ^"""),
                arguments("kind: tools", "kind: pattern", """
                        billing-tools.yaml:1:7: error: kind is 'pattern'; it must be tools, and a pattern has none:\
                         leave it out
                            kind: pattern
                                  ^"""),
                arguments("kind: tools\n", "", """
                        billing-tools.yaml:7:1: error: tools is no key of a pattern; if the document says what tools\
                         are, add the line kind: tools
                            tools:
                            ^"""),
                arguments("version: 2\n", "", """
                        billing-tools.yaml:1:1: error: version is missing; it must be a whole number from 1 to 1000000
                            kind: tools
                            ^"""),
                arguments("title: The", "titel: The", """
                        billing-tools.yaml:4:1: error: unknown key 'titel'; did you mean 'title'?
                            titel: The tools of the billing agents
                            ^"""),
                arguments("  agent: invoice-*", "  tool: check_job", """
                        billing-tools.yaml:7:3: error: unknown key 'tool'; the keys here are agent, tenant
                              tool: check_job
                              ^"""),
                arguments("role: waits", "role: wait", """
                        billing-tools.yaml:10:11: error: role is 'wait'; it must be acts, waits, polls or exempt;\
                         did you mean 'waits'?
                                role: wait
                                      ^"""),
                arguments("    volatile: [session_token, page_token]\n", "", """
                        billing-tools.yaml:15:5: error: the row says nothing of its tools; give it a role, volatile,\
                         or both
                              - tool: search
                                ^"""),
                arguments("    why: A token of each request.\n", "", """
                        billing-tools.yaml:15:5: error: why is missing; it must be a text of at most 400 characters\
                         that says why this is so
                              - tool: search
                                ^"""),
                arguments("tool: search", "tool: []", """
                        billing-tools.yaml:15:11: error: tool is empty; it must be a name or a list of different\
                         names; * stands only at the end, for any ending
                              - tool: []
                                      ^"""),
                arguments("tool: search", "tool: sea*ch", """
                        billing-tools.yaml:15:11: error: tool is 'sea*ch'; it must be a name or a list of different\
                         names; * stands only at the end, for any ending
                              - tool: sea*ch
                                      ^"""),
                arguments("tool: search", "tool: [\"*search\"]", """
                        billing-tools.yaml:15:12: error: an entry of tool is '*search'; it must be a name; * stands\
                         only at its end, for any ending
                              - tool: ["*search"]
                                       ^"""),
                arguments("tool: search", "tool: [search, poll_*]", """
                        billing-tools.yaml:15:20: error: tool 'poll_*' is already there in line 9; say all of it in\
                         one row
                              - tool: [search, poll_*]
                                               ^"""),
                arguments("tool: heartbeat", "tool: \"*\"", """
                        billing-tools.yaml:12:11: error: no call would count at all; name the tools that are exempt
                              - tool: "*"
                                      ^"""));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void whatIsWrongIsToldWithItsPlace(String piece, String replacement, String expected) {
        Reading reading = DefinitionReader.read(ToolsText.FILE, ToolsText.with(piece, replacement));

        assertThat(reading.documents()).isEmpty();
        assertThat(PatternText.rendered(reading)).isEqualTo(expected);
    }

    @Test
    void everythingIsToldAtOnce() {
        String spoilt = ToolsText.with("role: waits", "role: poll")
                .replace("tool: heartbeat", "tool: check_job")
                .replace("id: billing-tools\n", "");

        assertThat(DefinitionReader.read(ToolsText.FILE, spoilt).problems())
                .extracting(Problem::line)
                .containsExactly(1, 9, 11);
    }

    @Test
    void aPatternAndAProfileCannotHaveOneId() {
        String both = PatternText.SOUND + "---\n" + ToolsText.with("id: billing-tools", "id: stuck-call");

        assertThat(PatternText.rendered(DefinitionReader.read("both.yaml", both)))
                .contains("id 'stuck-call' is already used in both.yaml:1");
    }

    @Test
    void anActivationInShadowOrWithParametersIsRefused() {
        ToolProfile profile = ToolsText.profile(ToolsText.SOUND);

        assertThat(ActivationReader.problems(profile, activation(profile, Mode.SHADOW)))
                .containsExactly(
                        "billing-tools says what tools are, for every pattern alike: it is in force or it is not, and"
                                + " has no shadow",
                        "unknown parameter 'times'; billing-tools has none");
        assertThat(ActivationReader.problems(profile, activation(profile, Mode.ENFORCE)))
                .containsExactly("unknown parameter 'times'; billing-tools has none");
    }

    private static Activation activation(ToolProfile profile, Mode mode) {
        return new Activation(1, profile.id(), profile.hash(), mode, Map.of("times", 4), null, "tester", null);
    }
}
