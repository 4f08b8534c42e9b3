package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.ToolProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who shares what, of tenants and of times: a session whose patterns are the same object is not looked through anew. */
class InForceTest {
    private static final Definition STUCK = definition(
            "stuck",
            "parameters: {times: {default: 4, minimum: 2, maximum: 50, description: equal results}}",
            "sequence: [{name: stuck, where: outcome.count >= params.times}]",
            "overrides: [{tenant: [acme, 'bank-*'], parameters: {times: 9}}, {tenant: bank-2, parameters: {times: 12}},"
                    + " {agent: buyer, parameters: {times: 20}}]");
    private static final Definition OTHER = definition("other", "sequence: [{name: other, where: outcome.count >= 3}]");

    @Test
    void allTenantsAreOneWhereNoneHasValuesOfItsOwn() {
        PatternBook book = PatternBook.enforcing(List.of(OTHER));
        assertThat(distinct(book, 3_000)).hasSize(1);
    }

    @Test
    void tenantsWithEqualValuesAreOneAndTheOthersAreNot() {
        PatternBook book = PatternBook.enforcing(List.of(STUCK, OTHER));
        assertThat(Stream.of("acme", "bank-1", "bank-2", "bank-22", "acme-1", "default")
                        .map(tenant -> times(book.at(tenant, 0))))
                .containsExactly(9L, 9L, 12L, 9L, 4L, 4L);
        assertThat(book.at("bank-1", 0)).isSameAs(book.at("acme", 0)).isSameAs(book.at("bank-22", 0));
        assertThat(book.at("acme-1", 0)).isSameAs(book.at("default", 0));
        assertThat(distinct(book, 20_000)).as("however many tenants come by").containsExactly(book.at("default", 0));
    }

    @Test
    void whatIsSaidOfOneTenantsToolsIsSaidOfNoOther() {
        ToolProfile tools = Definitions.tools(
                "beats", "applies_to: {tenant: acme}", "tools: [{tool: beat, role: exempt, why: It only reports.}]");
        PatternBook book = PatternBook.enforcing(List.of(OTHER, tools));
        assertThat(book.at("acme", 0).tools()).isNotSameAs(ToolsInForce.NONE);
        assertThat(distinct(book, 100)).hasSize(1).allMatch(patterns -> patterns.tools() == ToolsInForce.NONE);
    }

    /** Each partition in catch-up reads another time. */
    @Test
    void timesThatAreReadInTurnDoNotPushEachOtherOut() {
        PatternBook book = PatternBook.enforcing(List.of(OTHER));
        for (int change = 1; change <= 10; change++) {
            book.apply(activation(change * 1_000, change));
        }
        List<ActivePatterns> first = atEachTime(book);
        assertThat(Set.copyOf(first)).hasSize(11);
        assertThat(atEachTime(book))
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .isEqualTo(first);
        for (int time = 0; time <= 10; time++) {
            assertThat(first.get(time).inOrder()).hasSize(time % 2 == 0 ? 1 : 0);
        }
    }

    /** On, and off, and on again. */
    private static PatternRecord activation(long kafkaTime, int change) {
        String hash = change % 2 == 0 ? OTHER.hash() : null;
        Activation activation = new Activation(1, OTHER.id(), hash, Mode.ENFORCE, Map.of(), kafkaTime, "me", null);
        return new PatternRecord(OTHER.id(), Json.bytes(activation), 0, 100 + change);
    }

    private static List<ActivePatterns> atEachTime(PatternBook book) {
        List<ActivePatterns> found = new ArrayList<>();
        for (int time = 0; time <= 10; time++) {
            found.add(book.at("default", time * 1_000L + 500));
        }
        return found;
    }

    private static Set<ActivePatterns> distinct(PatternBook book, int tenants) {
        return Set.copyOf(IntStream.range(0, tenants)
                .mapToObj(number -> book.at("tenant-" + number, 0))
                .toList());
    }

    private static Object times(ActivePatterns patterns) {
        return patterns.inOrder().stream()
                .filter(pattern -> pattern.definition().id().equals("stuck"))
                .findFirst()
                .orElseThrow()
                .parameters()
                .overall()
                .values()
                .get("times");
    }
}
