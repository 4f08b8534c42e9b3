package dev.ripcord.deploy.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.history.RangeEnd.AtOffset;
import dev.ripcord.deploy.history.RangeEnd.AtTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicRangeTest {
    private static final long NOW = 1_767_225_600_000L;

    @Test
    void aTopicAloneIsReadWhole() {
        assertThat(parsed("agent.events"))
                .isEqualTo(new TopicRange("agent.events", Optional.empty(), Optional.empty()));
    }

    @Test
    void endsAreTimesOffsetsOrLeftOut() {
        assertThat(parsed("t@-2h..")).isEqualTo(new TopicRange("t", at(NOW - 7_200_000), Optional.empty()));
        assertThat(parsed("t@2026-01-01T00:00:00Z..-10m")).isEqualTo(new TopicRange("t", at(NOW), at(NOW - 600_000)));
        assertThat(parsed("t@..5000"))
                .isEqualTo(new TopicRange("t", Optional.empty(), Optional.of(new AtOffset(5_000))));
        assertThat(parsed("t@7..2026-01-01T01:00:00+01:00"))
                .isEqualTo(new TopicRange("t", Optional.of(new AtOffset(7)), at(NOW)));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(problems("a/b@yesterday..soon"))
                .hasSize(3)
                .first()
                .isEqualTo("'a/b' is not the name of a topic; it must be one such as agent.events");
        assertThat(problems("t@-2h"))
                .containsExactly("'-2h' is not a part of a topic; it must be FROM..TO, such as -2h.. or 0..5000");
        assertThat(problems("t@-2..")).singleElement().asString().startsWith("'-2' is neither a time nor an offset;");
    }

    private static Optional<RangeEnd> at(long millis) {
        return Optional.of(new AtTime(millis));
    }

    private static TopicRange parsed(String text) {
        return TopicRange.parse(text, NOW, new ArrayList<>()).orElseThrow();
    }

    private static List<String> problems(String text) {
        var problems = new ArrayList<String>();
        assertThat(TopicRange.parse(text, NOW, problems)).isEmpty();
        return problems;
    }
}
