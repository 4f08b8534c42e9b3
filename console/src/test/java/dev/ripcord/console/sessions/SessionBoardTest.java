package dev.ripcord.console.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.json.Json;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class SessionBoardTest {
    private final SessionBoard board = new SessionBoard(3, 1 << 20);
    private long offset;

    @Test
    void ofMoreSessionsThanItKeepsItKnowsThoseThatChangedLastAndSaysSo() {
        board.begins(Map.of(new TopicPartition("ripcord.sessions", 0), 0L));
        read("a", 1, "1");
        read("b", 1, "1");
        read("c", 1, "1");
        assertThat(board.gap()).isEmpty();
        read("a", 2, "2");
        read("d", 1, "1");
        assertThat(ids(board.where(any -> true))).containsExactlyInAnyOrder("c", "a", "d");
        assertThat(board.gap()).hasValueSatisfying(gap -> assertThat(gap).contains("only the 3 that changed last"));
    }

    @Test
    void itKeepsNoMoreBytesThanItMay() {
        SessionBoard small = new SessionBoard(1_000, 1);
        small.read(record("a", 1, "1"));
        small.read(record("b", 1, "1"));
        assertThat(ids(small.where(any -> true))).containsExactly("b");
    }

    @Test
    void whatIsRemovedIsForgottenAndWhatCannotBeReadIsPassedOver() {
        read("a", 1, "1");
        read("b", 1, "1");
        board.read(new ConsumerRecord<>("ripcord.sessions", 0, offset++, bytes("default/a"), null));
        board.read(new ConsumerRecord<>("ripcord.sessions", 0, offset++, bytes("default/x"), bytes("{")));
        assertThat(ids(board.where(any -> true))).containsExactly("b");
    }

    @Test
    void eachOrderHasItsOwnFirstAndPagesFollowOnEachOther() {
        read("cheap", 900, "0.01");
        read("dear", 3, "12.5");
        read("blind", 5, null);
        assertThat(pages(SessionOrder.COST)).containsExactly("dear", "cheap", "blind");
        assertThat(pages(SessionOrder.STEPS)).containsExactly("cheap", "blind", "dear");
        assertThat(pages(SessionOrder.LATEST)).containsExactly("blind", "dear", "cheap");
        assertThat(pages(SessionOrder.RISK)).startsWith("dear");
    }

    /** One session a page; of them {@code dear} is halted. */
    private List<String> pages(SessionOrder order) {
        List<String> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            SessionList page = SessionList.page(
                            board.where(any -> true),
                            order,
                            known -> known.key().session().equals("dear") ? 1 : 0,
                            cursor,
                            1)
                    .orElseThrow();
            all.addAll(ids(page.sessions()));
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }

    private static List<String> ids(List<KnownSession> sessions) {
        return sessions.stream().map(known -> known.key().session()).toList();
    }

    private void read(String id, long steps, String dollars) {
        board.read(record(id, steps, dollars));
    }

    private ConsumerRecord<byte[], byte[]> record(String id, long steps, String dollars) {
        SessionSummary summary = new SessionSummary(
                SessionSummary.SCHEMA_VERSION,
                SessionKey.DEFAULT_TENANT,
                id,
                null,
                null,
                "agent",
                SessionSummary.State.ACTIVE,
                0,
                0,
                new Position(0, offset),
                steps,
                0,
                dollars == null ? null : new BigDecimal(dollars),
                null,
                null,
                null,
                new SessionSummary.Coverage("full", List.of(), 0, 0, 0, 0));
        return new ConsumerRecord<>(
                "ripcord.sessions",
                0,
                offset,
                offset++,
                TimestampType.LOG_APPEND_TIME,
                -1,
                -1,
                bytes("default/" + id),
                Json.bytes(summary),
                new RecordHeaders(),
                Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
