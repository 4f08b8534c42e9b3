package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;

/** A sound pattern file, to be spoilt one piece at a time. */
final class PatternText {
    static final String FILE = "stuck-call.yaml";

    static final String SOUND = """
            id: stuck-call
            version: 3
            title: A call that stays stuck
            why: >
              A retry that changes nothing
              will not end.
            action: halt
            severity: critical
            parameters:
              times:  { default: 4, minimum: 2, maximum: 50, description: equal calls }
              window: { default: 10m, minimum: 10s, maximum: 24h, description: how far apart }
              share:  { default: 0.5, description: of the budget }
            sequence:
              - name: first
                where: event.type == 'tool_invocation'
              - name: stuck
                where: event.type == 'tool_response' && outcome.count >= 2
                times: params.times
            within: params.window
            rearm: 5m
            applies_to:
              agent: invoice-*
            overrides:
              - tenant: acme
                parameters: { times: 9 }
            message: "{event.tool} gave the same result {outcome.count} times"
            """;

    private PatternText() {}

    /** @return the sound file with one piece replaced */
    static String with(String piece, String replacement) {
        assertThat(SOUND).as("the piece to replace").containsOnlyOnce(piece);
        return SOUND.replace(piece, replacement);
    }

    static Definition definition(String yaml) {
        Reading reading = DefinitionReader.read(FILE, yaml);
        assertThat(rendered(reading)).isEmpty();
        assertThat(reading.definitions()).hasSize(1);
        return reading.definitions().get(0);
    }

    static String refusal(String yaml) {
        Reading reading = DefinitionReader.read(FILE, yaml);
        assertThat(reading.definitions()).isEmpty();
        return rendered(reading);
    }

    static String rendered(Reading reading) {
        return reading.problems().stream().map(Problem::render).collect(Collectors.joining("\n"));
    }
}
