package dev.ripcord.console.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A file that the archive job wrote when its schema was at version 1: every later version must read it. */
class FirstVersionTest {
    private static final Path ARCHIVE = Path.of("src/test/resources/archive/schema-1");

    @Test
    void eachOfItsSessionsIsReadWithTheBytesThatWereArchived() throws Exception {
        try (var archive = new ArchivedRecords(ARCHIVE)) {
            var sessions = archive.sessions(SessionKey.DEFAULT_TENANT);
            assertThat(sessions).hasSize(12);
            for (String session : sessions) {
                var key = new SessionKey(SessionKey.DEFAULT_TENANT, session);
                try (var records = archive.open(Topic.EVENTS, key)) {
                    assertThat(key).isEqualTo(sessionOf(records.next()));
                }
            }
            assertThat(archive.remarks()).isEmpty();
        }
    }

    private static SessionKey sessionOf(LogRecord record) {
        return ((Decoded.Readable) EventDecoder.decode(record.value())).event().session();
    }
}
