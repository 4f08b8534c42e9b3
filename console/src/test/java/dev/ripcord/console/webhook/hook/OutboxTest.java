package dev.ripcord.console.webhook.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.console.webhook.Examples;
import dev.ripcord.console.webhook.config.HookSettings;
import dev.ripcord.console.webhook.notice.Marks;
import dev.ripcord.console.webhook.notice.Notice;
import dev.ripcord.console.webhook.notice.Notices;
import dev.ripcord.console.webhook.notice.Phase;
import dev.ripcord.console.webhook.notice.Resolution;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Severity;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final TopicPartition PARTITION = new TopicPartition("ripcord.signals", 0);
    private static final long EVERY = 30_000;
    private static final long WINDOW = 3_600_000;
    private static final HookSettings.Pace PACE = new HookSettings.Pace(
            Duration.ofSeconds(1), 3, Duration.ofSeconds(1), Duration.ofMillis(EVERY), Duration.ofMillis(WINDOW));

    private final Outbox outbox = new Outbox(PACE, 2);
    private long now = 1_000_000;

    @Test
    void theFirstIsTurnedOutAtOnceAndTheNextFortyNineTogether() throws Exception {
        add("s-0", 0);
        Parcel first = next().orElseThrow();
        outbox.delivered(first, now);
        for (int number = 1; number < 50; number++) {
            add("s-" + number, number);
        }

        assertThat(next()).isEmpty();
        now += EVERY;
        Parcel update = next().orElseThrow();

        assertThat(first.incident().phase()).isEqualTo(Phase.OPENED);
        assertThat(update.incident().phase()).isEqualTo(Phase.UPDATED);
        assertThat(update.incident().scopes()).isEqualTo(50);
        assertThat(update.incident().affected()).hasSize(20);
        outbox.delivered(update, now);
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void aRecordIsDoneWithWhenWhatRestsOnItIsDelivered() throws Exception {
        add("s-0", 7);
        Parcel first = next().orElseThrow();
        assertThat(outbox.held(PARTITION)).isEqualTo(OptionalLong.of(7));
        add("s-1", 9);
        add("s-2", 8);
        outbox.delivered(first, now);

        assertThat(outbox.held(PARTITION)).isEqualTo(OptionalLong.of(8));
        now += EVERY;
        outbox.givenUp(next().orElseThrow(), now);
        assertThat(outbox.held(PARTITION)).isEmpty();
    }

    @Test
    void aFailedDeliveryIsTheSameAgainAndOthersGoOnMeanwhile() throws Exception {
        add("s-0", 0);
        Parcel failed = next().orElseThrow();
        outbox.later(failed, now + 5_000);
        add("s-1", 1);
        outbox.add(other("cost"), place(2), now);

        assertThat(next().orElseThrow().incident().pattern().id()).isEqualTo("cost");
        now += 5_000;
        outbox.delivered(again("cost"), now);
        Parcel again = next().orElseThrow();
        assertThat(again.incident()).isEqualTo(failed.incident());
        assertThat(again.failed()).isEqualTo(1);
    }

    @Test
    void tooManyCausesAreDroppedAndTheNextDeliverySaysSo() throws Exception {
        assertThat(outbox.add(other("one"), place(0), now)).isTrue();
        assertThat(outbox.add(other("two"), place(1), now)).isTrue();
        assertThat(outbox.add(other("three"), place(2), now)).isFalse();

        Parcel first = next().orElseThrow();
        assertThat(first.incident().missed()).isEqualTo(1);
        outbox.delivered(first, now);
        assertThat(outbox.add(other("three"), place(2), now))
                .as("an idle one makes room")
                .isTrue();
        assertThat(next().orElseThrow().incident().missed()).isZero();
    }

    @Test
    void theEndComesAfterTheNews() throws Exception {
        add("s-0", 0);
        outbox.end(resolution(), place(1), now);

        Parcel news = next().orElseThrow();
        outbox.delivered(news, now);
        assertThat(outbox.held(PARTITION)).isEqualTo(OptionalLong.of(1));
        Parcel end = next().orElseThrow();
        outbox.delivered(end, now);

        assertThat(news.incident().phase()).isEqualTo(Phase.OPENED);
        assertThat(end.incident().phase()).isEqualTo(Phase.RESOLVED);
        assertThat(end.incident().scopes()).isEqualTo(1);
        assertThat(outbox.held(PARTITION)).isEmpty();
        add("s-1", 2);
        assertThat(next().orElseThrow().incident().phase()).isEqualTo(Phase.OPENED);
    }

    @Test
    void newsAfterAnEndThatWasNotToldTakesTheEndBack() throws Exception {
        add("s-0", 0);
        outbox.delivered(next().orElseThrow(), now);
        outbox.end(resolution(), place(1), now);
        add("s-1", 2);

        assertThat(outbox.held(PARTITION)).isEqualTo(OptionalLong.of(1));
        now += EVERY;
        assertThat(next().orElseThrow().incident().phase()).isEqualTo(Phase.UPDATED);
    }

    @Test
    void afterItsWindowAnIncidentIsANewOneWithTheSameId() throws Exception {
        add("s-0", 0);
        Parcel first = next().orElseThrow();
        outbox.delivered(first, now);
        now += WINDOW + 1;
        add("s-1", 1);

        Parcel second = next().orElseThrow();
        assertThat(second.incident().phase()).isEqualTo(Phase.OPENED);
        assertThat(second.incident().scopes()).isEqualTo(1);
        assertThat(second.incident().id()).isEqualTo(first.incident().id());
    }

    @Test
    void anOpeningThatWasGivenUpIsNotTakenForTold() throws Exception {
        add("s-0", 0);
        outbox.givenUp(next().orElseThrow(), now);
        add("s-1", 1);

        assertThat(next().orElseThrow().incident().phase()).isEqualTo(Phase.OPENED);
    }

    private void add(String session, long offset) {
        outbox.add(Notices.of(Examples.halt(session), Marks.NONE), place(offset), now);
    }

    private Parcel again(String pattern) throws InterruptedException {
        Parcel parcel = next().orElseThrow();
        assertThat(parcel.incident().pattern().id()).isEqualTo(pattern);
        return parcel;
    }

    private static Notice other(String pattern) {
        return Notices.of(
                Examples.signal(pattern, "acme", "s", Mode.ENFORCE, Action.HALT, Severity.CRITICAL), Marks.NONE);
    }

    private static Resolution resolution() {
        Notice notice = Notices.of(Examples.halt("s-0"), Marks.NONE);
        return new Resolution(notice.cause(), notice.pattern(), notice.scope(), "released", Examples.TIME);
    }

    private static RecordPlace place(long offset) {
        return new RecordPlace(PARTITION, offset);
    }

    private Optional<Parcel> next() throws InterruptedException {
        return outbox.next(now, 0);
    }
}
