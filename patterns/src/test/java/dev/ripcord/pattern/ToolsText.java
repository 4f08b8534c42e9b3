package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A sound file that says what tools are, to be spoilt one piece at a time. */
final class ToolsText {
    static final String FILE = "billing-tools.yaml";

    static final String SOUND = """
            kind: tools
            id: billing-tools
            version: 2
            title: The tools of the billing agents
            applies_to:
              tenant: acme
              agent: invoice-*
            tools:
              - tool: [check_job, "poll_*"]
                role: waits
                why: They ask how a job is getting on.
              - tool: heartbeat
                role: exempt
                why: It tells the scheduler that the agent lives.
              - tool: search
                volatile: [session_token, page_token]
                why: A token of each request.
            """;

    private ToolsText() {}

    /** @return the sound file with one piece replaced */
    static String with(String piece, String replacement) {
        assertThat(SOUND).as("the piece to replace").containsOnlyOnce(piece);
        return SOUND.replace(piece, replacement);
    }

    static ToolProfile profile(String yaml) {
        Reading reading = DefinitionReader.read(FILE, yaml);
        assertThat(PatternText.rendered(reading)).isEmpty();
        return (ToolProfile) reading.documents().get(0);
    }
}
