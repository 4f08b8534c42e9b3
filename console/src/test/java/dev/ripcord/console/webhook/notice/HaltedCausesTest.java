package dev.ripcord.console.webhook.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.console.webhook.Examples;
import dev.ripcord.halt.Halt;
import dev.ripcord.signal.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class HaltedCausesTest {
    private static final long NOW = Examples.TIME;
    private final HaltedCauses causes = new HaltedCauses();

    @Test
    void aCauseIsOverWhenTheLastOfItsHaltsIsReleased() {
        Signal one = Examples.halt("one");
        Signal two = Examples.halt("two");
        assertThat(causes.after(one.halt(null, "i"), NOW).over()).isEmpty();
        assertThat(causes.after(two.halt(null, "i"), NOW).over()).isEmpty();

        assertThat(causes.after(Examples.release(one, NOW), NOW).over()).isEmpty();
        List<Resolution> over = causes.after(Examples.release(two, NOW), NOW).over();

        assertThat(over).hasSize(1);
        assertThat(over.get(0).cause()).isEqualTo(Notices.of(one, Marks.NONE).cause());
        assertThat(over.get(0).text()).isEqualTo("session/acme/two was released by maria: checked by hand");
    }

    @Test
    void aRepeatChangesNothing() {
        Halt halt = Examples.halt("one").halt(null, "i");
        causes.after(halt, NOW);

        assertThat(causes.after(halt, NOW).changed()).isFalse();
        assertThat(causes.after(Examples.release(Examples.halt("one"), NOW), NOW)
                        .over())
                .hasSize(1);
        assertThat(causes.after(halt, NOW).over()).isEmpty();
    }

    @Test
    void aPauseEndsByItself() {
        causes.after(Examples.halt("one").halt(NOW + 10, "i"), NOW);

        assertThat(causes.expired(NOW + 9)).isEmpty();
        assertThat(causes.expired(NOW + 10)).hasSize(1);
        assertThat(causes.expired(NOW + 11)).isEmpty();
    }

    @Test
    void aHaltWhoseRecordIsGoneIsOver() {
        Halt halt = Examples.halt("one").halt(null, "i");
        causes.after(halt, NOW);

        assertThat(causes.removed("session/acme/other/guard", NOW)).isEmpty();
        assertThat(causes.removed(halt.key(), NOW)).hasSize(1);
    }
}
