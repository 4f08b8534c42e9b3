package dev.ripcord.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
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
        assertThat(Scope.parse(key)).isEqualTo(new Scope(kind, tenant, id));
        assertThat(Halt.key(new Scope(kind, tenant, id), Writer.GUARD)).isEqualTo(key + "/guard");
        assertThat(Halt.key(new Scope(kind, tenant, id), Writer.OPERATOR)).isEqualTo(key + "/operator");
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

    @Test
    void aTextWithoutASlashIsASessionOfTheDefaultTenant() {
        assertThat(Scope.parse("invoice-9")).isEqualTo(Scope.session(new SessionKey("default", "invoice-9")));
        assertThat(Scope.parse("session/a+b/100%25")).isEqualTo(Scope.session(new SessionKey("a+b", "100%")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "session", "session/a", "session/a/b/c", "tenant/", "global/x", "pattern/p", "%zz", "a/b/c"})
    void whatIsNoScopeIsRefused(String text) {
        assertThatThrownBy(() -> Scope.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
