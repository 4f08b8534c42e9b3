package dev.ripcord.console.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.console.replay.judge.PatternsInTime;
import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.console.replay.source.Relative;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LongSessionTest {
    private static final int EVENTS = 50_000;
    private static final SessionKey LONG = new SessionKey(SessionKey.DEFAULT_TENANT, "long");

    /** 500 MB of payloads, each made when it is asked for. */
    @Test
    void nothingOfItsPayloadsIsHeldOnceTheyWereHandedOver() throws Exception {
        List<WeakReference<Entry>> handedOver = new ArrayList<>();
        var replay = SessionReplay.of(
                new MadeUp(), LONG, Optional.of(PatternsInTime.enforced(List.of())), HaltReader.trustingTheTopic());
        replay.forEach(entry -> {
            if (entry.step() % 1000 == 0) {
                handedOver.add(new WeakReference<>(entry));
            }
            return true;
        });

        assertThat(replay.report().events()).isEqualTo(EVENTS);
        await().until(() -> {
            System.gc();
            return handedOver.stream().allMatch(entry -> entry.get() == null);
        });
    }

    private record MadeUp() implements RecordSource {
        @Override
        public RecordCursor open(Topic topic, SessionKey session) {
            int[] made = {0};
            return () -> topic == Topic.EVENTS && made[0] < EVENTS ? event(made[0]++) : null;
        }

        private static LogRecord event(int number) {
            String type = number % 2 == 0 ? "tool_invocation" : "tool_response";
            String content = Integer.toString(number)
                    .repeat(10_000 / Integer.toString(number).length());
            String json = "{\"event_type\":\"" + type + "\",\"session_id\":\"long\",\"agent_id\":\"a\",\"timestamp\":"
                    + (1_767_225_600_000L + number) + ",\"payload\":{\"tool_name\":\"t\",\"tool_args\":{\"a\":\""
                    + content
                    + "\"}}}";
            return new LogRecord(
                    new Position(0, number),
                    1_767_225_600_000L + number,
                    "long",
                    json.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public List<Relative> relatives(SessionKey session) {
            return List.of();
        }

        @Override
        public List<String> sessions(String tenant) {
            return List.of();
        }

        @Override
        public List<String> remarks() {
            return List.of();
        }
    }
}
