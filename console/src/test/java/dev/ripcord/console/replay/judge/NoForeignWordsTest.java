package dev.ripcord.console.replay.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All tenants share the topics of halts and signals: what is wrong with a record may be another one's secret. */
class NoForeignWordsTest {
    private static RecordCursor one(String key, String value) {
        Iterator<LogRecord> records = List.of(new LogRecord(new Position(3, 7), 1L, key, value.getBytes(UTF_8)))
                .iterator();
        return () -> records.hasNext() ? records.next() : null;
    }

    @Test
    void aHaltThatIsNotBelievedIsToldByItsPlace() throws Exception {
        var words =
                HaltWords.read(one("session/acme/merger-4", "{\"halt\":\"merger-4\""), HaltReader.trustingTheTopic());
        assertThat(words.remarks())
                .singleElement()
                .asString()
                .contains(new Position(3, 7).toString())
                .doesNotContain("merger-4", "acme");
    }

    @Test
    void aSignalThatCannotBeReadIsToldByItsPlace() throws Exception {
        var signals = RecordedSignals.read(
                one("acme/merger-4", "{\"signal_id\": merger-4"), new SessionKey("default", "invoice-9"));
        assertThat(signals.remarks()).containsExactly("ripcord.signals " + new Position(3, 7) + " is no signal");
    }
}
