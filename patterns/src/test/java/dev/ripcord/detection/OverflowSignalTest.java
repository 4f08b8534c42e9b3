package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.json.Json;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.pattern.Severity;
import dev.ripcord.session.Session;
import dev.ripcord.signal.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverflowSignalTest {
    private static final DetectionLimits TWO_MATCHES = new DetectionLimits(
            DetectionLimits.DEFAULT.fold(), DetectionLimits.DEFAULT.endedGrace(), 1_000, 2, 1 << 20);
    private static final Definition FIRST = aThenB("first");
    private static final Definition SECOND = aThenB("second");

    @Test
    void itNamesTheDefinitionTheLimitAndHowManyWereLost() {
        List<Signal> signals = judged(session("s").repeats(3, event("a")), FIRST);
        Signal signal = signals.get(0);
        assertThat(signals).hasSize(1);
        assertThat(signal.pattern().id()).isEqualTo("ripcord-overflow");
        assertThat(signal.action()).isEqualTo(Action.WARN);
        assertThat(signal.severity()).isEqualTo(Severity.WARNING);
        assertThat(signal.stops()).isFalse();
        assertThat(signal.scope().id()).isEqualTo("s");
        assertThat(signal.position().offset()).isEqualTo(2);
        assertThat(signal.values()).isEqualTo(Map.of("definition", FIRST.key(), "too_many", 1L));
        assertThat(signal.message())
                .isEqualTo("first lost 1 partial match, and may miss a match:"
                        + " 1 went beyond the 2 that it may have in a session");
    }

    @Test
    void eachDefinitionTellsOnceAnHourOfTheSessionsClock() {
        Session session = session("s")
                .every(Duration.ofMinutes(7))
                .repeats(12, event("a"))
                .every(Duration.ofSeconds(1));
        assertThat(judged(session, FIRST, SECOND))
                .extracting(signal -> signal.values().get("definition") + " "
                        + signal.position().offset())
                .containsExactly(FIRST.key() + " 2", SECOND.key() + " 2", FIRST.key() + " 11", SECOND.key() + " 11");
    }

    @Test
    void itsIdsDifferByDefinition() {
        assertThat(judged(session("s").repeats(3, event("a")), FIRST, SECOND))
                .extracting(Signal::signalId)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void itComesAfterWhatWasFoundAtTheSameEvent() {
        Definition any = definition("second-of-all", "sequence: [{name: any, where: event.agent != 'nobody'}]");
        assertThat(judged(session("s").repeats(3, event("a")), FIRST, any))
                .extracting(signal -> signal.pattern().id())
                .containsExactly("second-of-all", "second-of-all", "second-of-all", "ripcord-overflow");
    }

    @Test
    void aDefinitionInShadowWakesNobody() {
        PatternBook book = new PatternBook();
        book.apply(new PatternRecord(FIRST.key(), Json.bytes(PublishedDefinition.of(FIRST, "test")), 0, 0));
        Activation shadow = new Activation(1, FIRST.id(), FIRST.hash(), Mode.SHADOW, Map.of(), 0L, "test", null);
        book.apply(new PatternRecord(FIRST.id(), Json.bytes(shadow), 0, 1));
        assertThat(Judging.inMemory(book.at("default", Session.START), TWO_MATCHES)
                        .judge(session("s").repeats(3, event("a")).envelopes())
                        .signals())
                .extracting(Signal::mode)
                .containsExactly(Mode.SHADOW);
    }

    @Test
    void aSessionThatFellSilentTellsAnew() {
        Session session = session("s")
                .repeats(3, event("a"))
                .after(DetectionLimits.DEFAULT.fold().idle().plusMinutes(1))
                .repeats(3, event("a"));
        assertThat(judged(session, FIRST))
                .extracting(signal -> signal.position().offset())
                .containsExactly(2L, 5L);
    }

    private static List<Signal> judged(Session session, Definition... definitions) {
        ActivePatterns patterns = PatternBook.enforcing(List.of(definitions)).at("default", Session.START);
        return Judging.inMemory(patterns, TWO_MATCHES)
                .judge(session.envelopes())
                .signals();
    }

    private static Definition aThenB(String id) {
        return definition(
                id,
                "sequence: [{name: a, where: \"event.type == 'a'\"}, {name: b, where: \"event.type == 'b'\"}]",
                "within: 24h");
    }
}
