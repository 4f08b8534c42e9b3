package dev.ripcord.detection;

import static dev.ripcord.detection.OperatorRecords.halt;
import static dev.ripcord.detection.OperatorRecords.lineage;
import static dev.ripcord.detection.OperatorRecords.release;
import static dev.ripcord.detection.OperatorRecords.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.Writer;
import dev.ripcord.topic.SessionKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseBookTest {
    private static final SessionKey S = new SessionKey("default", "s");
    private static final long HOURS_THAT_COUNT =
            Duration.ofHours(6).plusSeconds(5).toMillis();

    private final ReleaseBook book = new ReleaseBook(DetectionLimits.DEFAULT);

    @Test
    void theLatestThatCountsIsGiven() {
        book.apply(release(session("s"), 1), 1_000, 0);
        book.apply(release(session("s"), 2), 9_000, 1);
        book.apply(release(lineage("r"), 3), 5_000, 2);

        assertThat(book.latest(S, "r", 1_499)).isEqualTo(Releases.NEVER);
        assertThat(book.latest(S, "r", 1_500)).isEqualTo(1_500);
        assertThat(book.latest(S, "r", 5_500)).isEqualTo(5_500);
        assertThat(book.latest(S, "other", 5_500)).isEqualTo(1_500);
        assertThat(book.latest(S, "r", 10_000)).isEqualTo(9_500);
        assertThat(book.latest(new SessionKey("lab", "s"), "r", 10_000)).isEqualTo(Releases.NEVER);
    }

    @Test
    void aReleaseCountsForAsLongAsASilentSessionIsRemembered() {
        book.apply(release(session("s"), 1), 0, 0);
        long last = 500 + HOURS_THAT_COUNT;
        assertThat(book.latest(S, "s", last)).isEqualTo(500);
        assertThat(book.latest(S, "s", last + 1)).isEqualTo(Releases.NEVER);

        book.forgetUpTo(last);
        assertThat(book.offsets()).containsExactly(0L);
        book.forgetUpTo(last + 1);
        assertThat(book.offsets()).isEmpty();
    }

    @Test
    void onlyAnOperatorsReleaseOfASessionOrALineageCounts() {
        Actor guard = new Actor(Actor.Kind.SYSTEM, "guard");
        assertThat(book.apply(Release.of(Writer.GUARD, session("s"), "overtaken", guard, 1, List.of()), 0, 0))
                .isFalse();
        assertThat(book.apply(release(new Scope(ScopeKind.AGENT, "default", "a"), 1), 0, 1))
                .isFalse();
        assertThat(book.apply(release(new Scope(ScopeKind.GLOBAL, null, null), 1), 0, 2))
                .isFalse();
        assertThat(book.apply(halt(session("s"), 1), 0, 3)).isFalse();
        assertThat(book.latest(S, "s", 1_000)).isEqualTo(Releases.NEVER);
    }

    @Test
    void anOldReleaseThatSomebodyWritesAgainCountsForNothing() {
        book.apply(release(session("s"), 10), 1_000, 0);
        book.apply(halt(session("s"), 20), 2_000, 1);
        assertThat(book.apply(release(session("s"), 10), 3_000, 2)).isFalse();
        assertThat(book.apply(release(session("s"), 20), 3_000, 3)).isFalse();
        assertThat(book.latest(S, "s", 9_000)).isEqualTo(1_500);

        assertThat(book.apply(release(session("s"), 30), 4_000, 4)).isTrue();
        assertThat(book.latest(S, "s", 9_000)).isEqualTo(4_500);
    }

    @Test
    void itsMemoryIsBounded() {
        for (int id = 0; id <= ReleaseBook.MOST_SCOPES; id++) {
            book.apply(release(session("s" + id), 1), 0, id);
        }
        assertThat(book.dropped()).isEqualTo(1);
        assertThat(book.offsets()).hasSize(ReleaseBook.MOST_SCOPES).doesNotContain(0L);
        for (int offset = 0; offset < 1_000; offset++) {
            book.apply(release(session("often"), 1 + offset), offset, 1_000_000L + offset);
        }
        assertThat(book.offsets()).hasSizeLessThan(ReleaseBook.MOST_SCOPES + 100);
    }
}
