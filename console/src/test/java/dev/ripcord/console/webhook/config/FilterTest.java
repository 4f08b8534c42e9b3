package dev.ripcord.console.webhook.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.console.webhook.Examples;
import dev.ripcord.console.webhook.notice.Marks;
import dev.ripcord.console.webhook.notice.Notice;
import dev.ripcord.console.webhook.notice.Notices;
import dev.ripcord.console.webhook.notice.What;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Severity;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterTest {
    @Test
    void byDefaultStopsAndWhatRipcordSaysOfItselfAreTold() {
        assertThat(Filter.DEFAULT.wants(notice("cost", Mode.ENFORCE, Action.HALT, Marks.NONE)))
                .isTrue();
        assertThat(Filter.DEFAULT.wants(notice("cost", Mode.ENFORCE, Action.PAUSE, Marks.NONE)))
                .isTrue();
        assertThat(Filter.DEFAULT.wants(notice("ripcord-violation", Mode.ENFORCE, Action.WARN, Marks.NONE)))
                .isTrue();
        assertThat(Filter.DEFAULT.wants(notice("cost", Mode.ENFORCE, Action.WARN, Marks.NONE)))
                .isFalse();
        assertThat(Filter.DEFAULT.wants(notice("cost", Mode.SHADOW, Action.HALT, Marks.NONE)))
                .isFalse();
        assertThat(Filter.DEFAULT.wants(notice("ripcord-overflow", Mode.SHADOW, Action.WARN, Marks.NONE)))
                .isFalse();
        assertThat(Filter.DEFAULT.wants(
                        notice("cost", Mode.ENFORCE, Action.HALT, new Marks(true, false, false, false))))
                .isFalse();
    }

    @Test
    void headersSayWhatBecameOfAStop() {
        assertThat(notice("cost", Mode.ENFORCE, Action.HALT, new Marks(true, false, false, false))
                        .what())
                .isEqualTo(What.LATE);
        assertThat(notice("cost", Mode.ENFORCE, Action.HALT, new Marks(false, true, false, false))
                        .what())
                .isEqualTo(What.HELD);
        assertThat(notice("cost", Mode.ENFORCE, Action.HALT, new Marks(false, false, true, false))
                        .what())
                .isEqualTo(What.MUTED);
        assertThat(notice("cost", Mode.ENFORCE, Action.HALT, new Marks(false, false, false, true))
                        .what())
                .isEqualTo(What.OBSERVED);
        assertThat(notice("cost", Mode.ENFORCE, Action.OBSERVE, Marks.NONE).what())
                .isEqualTo(What.OBSERVED);
    }

    @Test
    void severityTenantAndPatternMustAllHold() {
        var filter = new Filter(
                EnumSet.allOf(What.class),
                Severity.CRITICAL,
                List.of(new NameGlob("ac*")),
                List.of(new NameGlob("*-call"), new NameGlob("cost")),
                true);

        assertThat(filter.wants(notice("cost", Mode.ENFORCE, Action.HALT, Marks.NONE)))
                .isTrue();
        assertThat(filter.wants(notice("identical-call", Mode.ENFORCE, Action.HALT, Marks.NONE)))
                .isTrue();
        assertThat(filter.wants(notice("costs", Mode.ENFORCE, Action.HALT, Marks.NONE)))
                .isFalse();
        assertThat(filter.wants(Notices.of(
                        Examples.signal("cost", "other", "s", Mode.ENFORCE, Action.HALT, Severity.CRITICAL),
                        Marks.NONE)))
                .isFalse();
        assertThat(filter.wants(Notices.of(
                        Examples.signal("cost", "acme", "s", Mode.ENFORCE, Action.HALT, Severity.WARNING), Marks.NONE)))
                .isFalse();
    }

    @Test
    void aStarStandsForAnyCharacters() {
        assertThat(new NameGlob("a*b*c").matches("a-xb-yc")).isTrue();
        assertThat(new NameGlob("a*b*c").matches("abcb")).isFalse();
        assertThat(new NameGlob("*").matches("")).isTrue();
        assertThat(new NameGlob("*a*a*a*a*a*a*b").matches("a".repeat(10_000))).isFalse();
    }

    private static Notice notice(String pattern, Mode mode, Action action, Marks marks) {
        return Notices.of(Examples.signal(pattern, "acme", "s", mode, action, Severity.CRITICAL), marks);
    }
}
