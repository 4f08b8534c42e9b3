package dev.ripcord.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.SessionState;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentSessionsTest {
    private static final long SEED = 20_261_129;
    private static final int STEPS = 20_000;
    private static final int KEYS = 300;

    private final RecentSessions sessions = new RecentSessions();

    @Test
    void whatIsUsedIsTheLastToGo() throws Exception {
        add("a");
        add("b");
        add("c");
        assertThat(sessions.use(key("a"))).isNotNull();
        assertThat(sessions.look(key("b"))).isNotNull();
        assertThat(inOrder()).containsExactly(key("b"), key("c"), key("a"));
        assertThat(sessions.eldest().state().key()).isEqualTo(key("b"));
        assertThat(sessions.remove(key("b"))).isNotNull();
        assertThat(sessions.use(key("b"))).isNull();
        assertThat(inOrder()).containsExactly(key("c"), key("a"));
    }

    /** "Aa" and "BB" have the same hash. */
    @Test
    void keysWithTheSameHashAreHeldApart() {
        add("Aa");
        assertThat(sessions.look(key("BB"))).isNull();
        add("BB");
        assertThat(sessions.look(key("Aa")).state().key()).isEqualTo(key("Aa"));
        sessions.remove(key("Aa"));
        assertThat(sessions.look(key("BB")).state().key()).isEqualTo(key("BB"));
    }

    @Test
    void itHoldsWhatAMapInTheOrderOfAccessHolds() throws Exception {
        Map<SessionKey, LiveSession> map = new LinkedHashMap<>(16, 0.75f, true);
        Random random = new Random(SEED);
        for (int step = 0; step < STEPS; step++) {
            SessionKey key =
                    key("Aa".repeat(random.nextInt(2)) + "BB".repeat(random.nextInt(2)) + random.nextInt(KEYS));
            if (random.nextInt(3) == 0) {
                assertThat(sessions.remove(key)).isSameAs(map.remove(key));
            } else {
                LiveSession known = sessions.use(key);
                assertThat(known).isSameAs(map.get(key));
                if (known == null) {
                    map.put(key, add(key.session()));
                }
            }
            assertThat(sessions.size()).isEqualTo(map.size());
        }
        assertThat(inOrder()).containsExactlyElementsOf(map.keySet()).hasSizeGreaterThan(KEYS);
    }

    @Test
    void silentAreThoseThatWereNotUsedForAWholeTurnEachOnce() {
        add("a");
        add("b");
        add("c");
        sessions.timePasses();
        assertThat(silent()).isEmpty();
        sessions.use(key("b"));
        add("d");
        sessions.timePasses();
        assertThat(silent()).containsExactly("a", "c");
        assertThat(silent()).isEmpty();

        sessions.use(key("c"));
        sessions.timePasses();
        assertThat(silent()).containsExactly("b", "d");
        sessions.timePasses();
        assertThat(silent()).containsExactly("c");
    }

    /** Whatever is used, removed and added in between. */
    @Test
    void noSilentSessionIsLeftOutAndNoneThatWasUsedIsNamed() {
        Random random = new Random(SEED);
        Map<String, Integer> dirtySince = new LinkedHashMap<>();
        for (int turn = 0; turn < STEPS / 100; turn++) {
            sessions.timePasses();
            int now = turn;
            List<String> due = dirtySince.entrySet().stream()
                    .filter(entry -> entry.getValue() < now - 1)
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(silent()).containsExactlyInAnyOrderElementsOf(due);
            due.forEach(dirtySince::remove);
            for (int step = 0; step < 100; step++) {
                String name = String.valueOf(random.nextInt(KEYS));
                if (random.nextInt(4) == 0) {
                    sessions.remove(key(name));
                    dirtySince.remove(name);
                } else {
                    if (sessions.use(key(name)) == null) {
                        add(name);
                    }
                    dirtySince.put(name, turn);
                }
            }
        }
    }

    private List<String> silent() {
        List<String> names = new ArrayList<>();
        for (LiveSession live = sessions.nextSilent(); live != null; live = sessions.nextSilent()) {
            names.add(live.state().key().session());
        }
        return names;
    }

    private LiveSession add(String session) {
        LiveSession live = new LiveSession(new SessionState(key(session), DetectionLimits.DEFAULT));
        sessions.add(live);
        return live;
    }

    private List<SessionKey> inOrder() throws Exception {
        List<SessionKey> keys = new ArrayList<>();
        sessions.forEach(live -> keys.add(live.state().key()));
        return keys;
    }

    private static SessionKey key(String session) {
        return new SessionKey(SessionKey.DEFAULT_TENANT, session);
    }
}
