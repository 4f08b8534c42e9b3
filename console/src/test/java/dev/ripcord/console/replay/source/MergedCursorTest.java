package dev.ripcord.console.replay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedCursorTest {
    private final List<String> closed = new ArrayList<>();

    private RecordCursor cursor(String name, IOException refusal) {
        return new RecordCursor() {
            @Override
            public LogRecord next() {
                return null;
            }

            @Override
            public void close() throws IOException {
                closed.add(name);
                if (refusal != null) {
                    throw refusal;
                }
            }
        };
    }

    @Test
    void oneThatRefusesToCloseKeepsNoOtherOpen() {
        var first = new IOException("first");
        var second = new IOException("second");
        var merged = new MergedCursor(List.of(cursor("a", first), cursor("b", second), cursor("c", null)));

        assertThatThrownBy(merged::close).isSameAs(first).hasSuppressedException(second);
        assertThat(closed).containsExactly("a", "b", "c");
    }
}
