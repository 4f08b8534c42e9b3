package dev.ripcord.jobs.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.Releases;
import dev.ripcord.halt.Scope;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.jobs.control.ControlTrust;
import dev.ripcord.topic.SessionKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a subtask makes of records; where it keeps them is tested in {@link DetectControlTest}. */
class LiveControlTest {
    private static final Scope S = ControlRecords.session("s");
    private static final SessionKey SESSION = new SessionKey("default", "s");

    @Test
    void whatIsRefusedIsCountedByOneSubtaskForAll() {
        LiveControl speaker = control(true);
        LiveControl other = control(false);
        for (LiveControl one : List.of(speaker, other)) {
            one.apply(new ControlRecord(S.key() + "/operator", "{".getBytes(UTF_8), 0, 0));
            one.apply(new ControlRecord("elsewhere", ControlRecords.at(1, 0, ControlRecords.halt(S, 1)).value(), 0, 1));
            one.apply(ControlRecords.at(2, 0, ControlRecords.halt(S, 1)));
            one.apply(new ControlRecord(S.key() + "/operator", "{".getBytes(UTF_8), 0, 0));
        }
        assertThat(speaker.refused()).isEqualTo(2);
        assertThat(other.refused()).isZero();
        assertThat(other.halts().stopped()).isEqualTo(1);
    }

    @Test
    void aRecordThatComesTwiceCountsOnce() {
        LiveControl control = control(true);
        control.apply(ControlRecords.at(0, 1_000, ControlRecords.release(S, 1)));
        control.apply(ControlRecords.at(1, 2_000, ControlRecords.release(S, 2)));
        control.apply(ControlRecords.at(0, 9_000, ControlRecords.release(S, 3)));
        assertThat(control.releases().latest(SESSION, "s", 60_000)).isEqualTo(2_500);
    }

    @Test
    void whatNoEventCanBeginAnewByIsForgotten() {
        LiveControl control = control(true);
        control.apply(ControlRecords.at(0, 1_000, ControlRecords.release(S, 1)));
        control.forgetUpTo(Long.MIN_VALUE);
        assertThat(control.releases().isEmpty()).isFalse();
        control.forgetUpTo(Duration.ofHours(7).toMillis());
        assertThat(control.releases().isEmpty()).isTrue();
        assertThat(control.releases().latest(SESSION, "s", 2_000)).isEqualTo(Releases.NEVER);
    }

    private static LiveControl control(boolean speaker) {
        ControlInput input = new ControlInput(List::of, ControlTrust.THE_TOPIC, Duration.ofSeconds(2));
        return new LiveControl(null, input, DetectionLimits.DEFAULT, speaker);
    }
}
