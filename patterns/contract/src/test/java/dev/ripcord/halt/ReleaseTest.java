package dev.ripcord.halt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    @Test
    void aReleaseForgivesWhatStandsAtOrBeforeItsPositionsPerPartition() {
        Release release = release(new Position(0, 10), new Position(2, 5));

        assertThat(release.forgives(new Position(0, 10))).isTrue();
        assertThat(release.forgives(new Position(0, 0))).isTrue();
        assertThat(release.forgives(new Position(0, 11))).isFalse();
        assertThat(release.forgives(new Position(1, 0))).isFalse();
        assertThat(release.forgives(new Position(2, 5))).isTrue();
        assertThat(release.forgives(new Position(2, 6))).isFalse();
    }

    @Test
    void aReleaseOfNothingForgivesNothing() {
        assertThat(release().forgives(new Position(0, 0))).isFalse();
    }

    private static Release release(Position... through) {
        return Release.of(
                Writer.OPERATOR,
                Scope.session(new SessionKey("default", "s")),
                "checked",
                new Actor(Actor.Kind.PERSON, "maria"),
                1,
                List.of(through));
    }
}
