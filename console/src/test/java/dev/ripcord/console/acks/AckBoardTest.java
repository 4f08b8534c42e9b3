package dev.ripcord.console.acks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Scope;
import dev.ripcord.json.Json;
import dev.ripcord.topic.SessionKey;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class AckBoardTest {
    @Test
    void ofTheFirstSessionsEachWordIsKeptAndAllAreCounted() {
        AckBoard board = new AckBoard(10, 1_000);
        for (int number = 0; number < 150; number++) {
            say(board, "a", number, Status.RECEIVED, "r".repeat(60_000));
            say(board, "a", number, Status.STOPPED, null);
            say(board, "a", number, Status.STOPPED, null);
        }
        Acknowledged all = board.of("a");
        assertThat(all.received()).isEqualTo(150);
        assertThat(all.stopped()).isEqualTo(150);
        assertThat(all.first()).hasSize(200);
        assertThat(all.first().get(0).reason()).hasSizeLessThan(600);
    }

    @Test
    void alsoOfASessionThatWasToldAfterManyOthersItsLatestWordIsKnown() {
        AckBoard board = new AckBoard(10, 1_000);
        for (int number = 0; number < 150; number++) {
            say(board, "a", number, Status.RECEIVED, null);
            say(board, "a", number, Status.STOPPED, null);
        }
        say(board, "a", 150, Status.RECEIVED, null);
        assertThat(board.of("a", new SessionKey("default", "s149")).map(LatestWord::status))
                .contains(Status.STOPPED);
        assertThat(board.of("a", new SessionKey("default", "s150")).map(LatestWord::status))
                .contains(Status.RECEIVED);
        assertThat(board.of("a", new SessionKey("default", "s151"))).isEmpty();
        assertThat(board.of("b", new SessionKey("default", "s1"))).isEmpty();
    }

    @Test
    void theHaltsThatWereAcknowledgedLongestAgoGiveWayToTheLatest() {
        AckBoard board = new AckBoard(10, 100);
        for (int number = 0; number < 60; number++) {
            say(board, "a", number, Status.STOPPED, null);
        }
        for (int number = 0; number < 60; number++) {
            say(board, "b", number, Status.STOPPED, null);
        }
        assertThat(board.of("a").stopped()).isZero();
        assertThat(board.of("b").stopped()).isEqualTo(60);
        for (int halt = 0; halt < 10; halt++) {
            say(board, "c" + halt, 0, Status.STOPPED, null);
        }
        assertThat(board.of("b")).isEqualTo(Acknowledged.NOTHING);
        assertThat(board.of("c0").stopped()).isEqualTo(1);
    }

    private static void say(AckBoard board, String halt, int session, Status status, String reason) {
        Acknowledgement ack = new Acknowledgement(
                1, halt, Scope.parse("global"), "default", "s" + session, null, status, reason, null, 1L);
        byte[] key = ack.session().key().getBytes(StandardCharsets.UTF_8);
        board.read(new ConsumerRecord<>("ripcord.acks", 0, 0, key, Json.bytes(ack)));
    }
}
