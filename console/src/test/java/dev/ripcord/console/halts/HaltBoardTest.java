package dev.ripcord.console.halts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.console.Topics;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Subject;
import dev.ripcord.halt.Writer;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class HaltBoardTest {
    private static final int KEPT = 3;
    private static final Actor MARIA = new Actor(Actor.Kind.PERSON, "maria");
    private static final HaltView ALL = new HaltView.OfAll();

    private final HaltBoard board = new HaltBoard(HaltReader.trustingTheTopic(), false, KEPT);
    private long offset;

    HaltBoardTest() {
        board.begins(Map.of(new TopicPartition("ripcord.halts", 0), 0L));
    }

    @Test
    void whoBeginsIsToldOfWhatStandsInTheOrderOfTheTopic() {
        put(Topics.guardHalt(session("a"), 5));
        put(Topics.guardHalt(session("b"), 6));
        put(release(session("a"), 7));
        assertThat(keys(beginning(null, ALL)))
                .containsExactly("session/default/a/guard", "session/default/b/guard", "session/default/a/operator");
    }

    @Test
    void whoResumesIsToldOfWhatCameAfter() {
        long seen = put(Topics.guardHalt(session("a"), 5));
        put(Topics.guardHalt(session("b"), 6));
        remove("session/default/a/guard");
        var beginning = beginning(seen, ALL);
        assertThat(beginning.resumed()).isTrue();
        assertThat(keys(beginning)).containsExactly("session/default/b/guard", "session/default/a/guard");
        assertThat(beginning.changes()).last().matches(HaltChange::isRemoval);
    }

    @Test
    void anOldHaltThatSomebodyWritesAgainIsToldToNobody() {
        put(Topics.guardHalt(session("a"), 9));
        List<HaltChange> told = new ArrayList<>();
        board.listen(told::add);
        put(Topics.guardHalt(session("a"), 5));
        assertThat(told).isEmpty();
        assertThat(beginning(null, ALL).changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.record().record().issuedAt()).isEqualTo(9));
    }

    @Test
    void removedKeysTakeABoundedPlaceAndWhoWasAwayForLongerBeginsAnew() {
        for (int number = 0; number < 100; number++) {
            put(Topics.guardHalt(session("s" + number), number));
            remove("session/default/s" + number + "/guard");
        }
        assertThat(board.removalsKept()).isEqualTo(KEPT);
        assertThat(beginning(offset - 1, ALL).resumed()).isTrue();
        assertThat(beginning(offset - 2L * KEPT, ALL).resumed()).isTrue();
        assertThat(beginning(0L, ALL).resumed()).isFalse();
        assertThat(beginning(null, ALL).changes()).isEmpty();
    }

    @Test
    void whoHasSeenMoreThanThereIsBeginsAnew() {
        put(Topics.guardHalt(session("a"), 5));
        assertThat(beginning(99L, ALL).resumed()).isFalse();
    }

    @Test
    void whatWasRemovedBeforeTheStartMayBeForgottenByTheTopicItself() {
        long seen = put(Topics.guardHalt(session("a"), 5));
        put(Topics.guardHalt(session("b"), 5));
        board.reachedEnd(List.of());
        assertThat(beginning(seen, ALL).resumed()).isFalse();
        assertThat(beginning(offset - 1, ALL).resumed()).isTrue();
    }

    @Test
    void anAgentSeesTheHaltsOfItsScopesAndNoMutes() {
        put(Topics.guardHalt(session("a"), 5));
        put(Topics.guardHalt(session("root"), 5));
        put(Topics.guardHalt(session("other"), 5));
        put(Mute.ofScope(session("a"), "watching", MARIA, 1, 2));
        var view = HaltView.OfSubject.of(new Subject("default", "a", "root", null, null));
        assertThat(keys(beginning(null, view)))
                .containsExactly("session/default/a/guard", "session/default/root/guard");
    }

    @Test
    void aTenantSeesItsOwnAndWhatIsGlobal() {
        put(Topics.guardHalt(session("a"), 5));
        put(Topics.guardHalt(Scope.parse("session/acme/b"), 5));
        put(Topics.guardHalt(Scope.parse("global"), 5));
        put(Mute.ofPattern("cost-spike", "watching", MARIA, 1, 2));
        assertThat(keys(beginning(null, new HaltView.OfTenant("acme"))))
                .containsExactly("session/acme/b/guard", "global/guard", "pattern/cost-spike/mute");
    }

    @Test
    void aTombstoneThatNobodyCanSignEndsNoHaltWhereSignaturesAreAskedFor() {
        var signedOnly = new HaltBoard(HaltReader.trustingTheTopic(), true, KEPT);
        var halt = Topics.guardHalt(session("a"), 5);
        signedOnly.read(record(halt.key(), Json.bytes(halt), 0));
        signedOnly.read(record(halt.key(), null, 1));
        assertThat(signedOnly.standing(session("a")).inForce(0)).contains(halt);
        var release = release(session("a"), 5);
        signedOnly.read(record(release.key(), Json.bytes(release), 2));
        signedOnly.read(record(release.key(), null, 3));
        assertThat(signedOnly.standing(session("a")).operator()).isEqualTo(release);
        assertThat(signedOnly.standing(session("a")).inForce(0)).isEmpty();
        signedOnly.read(record(halt.key(), null, 4));
        assertThat(signedOnly.standing(session("a")).guard()).isNull();
        signedOnly.read(record(release.key(), null, 5));
        assertThat(signedOnly.standing(session("a")).operator()).isNull();
    }

    private static Scope session(String id) {
        return Scope.session(new SessionKey("default", id));
    }

    private static Release release(Scope scope, long through) {
        return Release.of(Writer.OPERATOR, scope, "reviewed", MARIA, 1, List.of(new Position(0, through)));
    }

    private long put(HaltRecord record) {
        board.read(record(record.key(), Json.bytes(record), offset));
        return offset++;
    }

    private void remove(String key) {
        board.read(record(key, null, offset++));
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, byte[] value, long offset) {
        return new ConsumerRecord<>("ripcord.halts", 0, offset, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private HaltBoard.Beginning beginning(Long lastSeen, HaltView view) {
        List<HaltBoard.Beginning> taken = new ArrayList<>();
        board.follow(lastSeen, view, taken::add);
        return taken.get(0);
    }

    private static List<String> keys(HaltBoard.Beginning beginning) {
        return beginning.changes().stream().map(HaltChange::key).toList();
    }
}
