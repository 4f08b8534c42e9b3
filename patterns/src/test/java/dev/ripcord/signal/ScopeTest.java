package dev.ripcord.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.event.Position;
import dev.ripcord.event.SessionKey;
import dev.ripcord.pattern.ScopeKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
    private static final Scope INVOICE = Scope.session(new SessionKey("default", "invoice-9"));

    @ParameterizedTest
    @CsvSource({
        "SESSION,acme,invoice-9,session/acme/invoice-9",
        "LINEAGE,acme,batch-1,lineage/acme/batch-1",
        "AGENT,acme,validator,agent/acme/validator",
        "TENANT,acme,,tenant/acme",
        "GLOBAL,,,global",
        "SESSION,a/b,c%2Fd,session/a%2Fb/c%252Fd",
    })
    void aScopeIsOneWord(ScopeKind kind, String tenant, String id, String key) {
        assertThat(new Scope(kind, tenant, id).key()).isEqualTo(key);
        assertThat(Halt.guardKey(new Scope(kind, tenant, id))).isEqualTo(key + "/guard");
        assertThat(Halt.operatorKey(new Scope(kind, tenant, id))).isEqualTo(key + "/operator");
    }

    @ParameterizedTest
    @CsvSource({
        "SESSION,acme,",
        "SESSION,,s",
        "LINEAGE,,",
        "AGENT,acme,",
        "TENANT,acme,s",
        "TENANT,,",
        "GLOBAL,acme,",
        "GLOBAL,,s"
    })
    void aScopeNamesWhatItsKindNeedsAndNothingElse(ScopeKind kind, String tenant, String id) {
        assertThatThrownBy(() -> new Scope(kind, tenant, id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("scope " + kind.word() + " has tenant " + tenant + " and id " + id);
    }

    @Test
    void noTwoScopesShareAKeyWhateverTheirIdsContain() {
        List<String> ids =
                List.of("a", "b", "a/b", "b/a", "a%2Fb", "/", "//", "%", "a/", "/a", "guard", "a/guard", "\n");
        List<String> keys = new ArrayList<>(List.of(new Scope(ScopeKind.GLOBAL, null, null).key()));
        for (String tenant : ids) {
            keys.add(new Scope(ScopeKind.TENANT, tenant, null).key());
            for (ScopeKind kind : List.of(ScopeKind.SESSION, ScopeKind.LINEAGE, ScopeKind.AGENT)) {
                ids.forEach(id -> keys.add(new Scope(kind, tenant, id).key()));
            }
        }
        assertThat(keys)
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).doesNotContain("\n"));
    }

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
