package dev.ripcord.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Scope;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import org.junit.jupiter.api.Test;

class SignalIdTest {
    private static final Scope INVOICE = Scope.session(new SessionKey("default", "invoice-9"));

    /** Readers drop repeated ids, and a backtest of next year must give those of today. */
    @Test
    void theIdOfASignalNeverChanges() {
        assertThat(SignalId.of(INVOICE, "identical-call@0123456789abcdef", new Position(3, 1288)))
                .isEqualTo("abb1f66cdf21e6c600fd34e1798f0872");
    }

    @Test
    void theIdOfASignalIsThatOfItsScopeDefinitionAndPosition() {
        String id = SignalId.of(INVOICE, "identical-call@0123456789abcdef", new Position(3, 1288));

        assertThat(SignalId.of(INVOICE, "identical-call@0123456789abcdee", new Position(3, 1288)))
                .isNotEqualTo(id);
        assertThat(SignalId.of(INVOICE, "identical-call@0123456789abcdef", new Position(3, 1289)))
                .isNotEqualTo(id);
        assertThat(SignalId.of(INVOICE, "identical-call@0123456789abcdef", new Position(4, 1288)))
                .isNotEqualTo(id);
        assertThat(SignalId.of(
                        Scope.session(new SessionKey("other", "invoice-9")),
                        "identical-call@0123456789abcdef",
                        new Position(3, 1288)))
                .isNotEqualTo(id);
    }
}
