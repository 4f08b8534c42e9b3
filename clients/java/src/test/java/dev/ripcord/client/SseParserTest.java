package dev.ripcord.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {
    private static final String STREAM = "\uFEFF: hello\nevent: record\r\ndata: {\"a\":\"ü€😀\"}\rid: 7\n\n"
            + "data:one\ndata: two\n\nevent: guard\ndata\n\nid: 9\nretry: 10\nunknown: x\n\nevent: ready\ndata: {}\n\n"
            + "data: never ended";

    private static final List<SseEvent> EVENTS = List.of(
            new SseEvent("record", "{\"a\":\"ü€😀\"}", "7"),
            new SseEvent("message", "one\ntwo", "7"),
            new SseEvent("guard", "", "7"),
            new SseEvent("ready", "{}", "9"));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 10_000})
    void eventsAreTheSameInWhateverPiecesTheyCome(int size) throws IOException {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        var events = new ArrayList<SseEvent>();
        var parser = new SseParser(events::add);
        for (int start = 0; start < bytes.length; start += size) {
            parser.accept(ByteBuffer.wrap(bytes, start, Math.min(size, bytes.length - start)));
        }
        assertThat(events).isEqualTo(EVENTS);
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
        var parser = new SseParser(event -> {});
        var piece = new byte[1024 * 1024];
        Arrays.fill(piece, (byte) 'x');
        assertThatThrownBy(() -> {
                    for (int count = 0; count < 20; count++) {
                        parser.accept(ByteBuffer.wrap(piece));
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a line of more than");
    }
}
