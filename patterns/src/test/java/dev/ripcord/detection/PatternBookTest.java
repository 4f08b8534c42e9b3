package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.pattern.ToolProfile;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.PatternStatus.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PatternBookTest {
    private static final Definition FIRST = stuck(1);
    private static final Definition SECOND = stuck(2);

    private final PatternBook book = new PatternBook();
    private long offset;

    private static Definition stuck(int version) {
        return definition(
                "stuck",
                "version: " + version,
                "parameters: {times: {default: 4, minimum: 2, maximum: 50, description: equal results}}",
                "sequence: [{name: stuck, where: outcome.count >= params.times}]");
    }

    @Test
    void anActivationCountsFromHalfASecondAfterItsRecord() {
        publish(FIRST);
        assertThat(activate(FIRST, 1_000)).isEqualTo(List.of(Status.ACTIVE));
        assertThat(inForce(1_499)).isEmpty();
        assertThat(inForce(1_500)).isEqualTo(FIRST.key());
        assertThat(book.active()).isEqualTo(1);
    }

    /** Activated, it would take the pattern's place, and nobody would be halted any more. */
    @Test
    void whatIsSaidOfToolsCannotHaveTheIdOfAPattern() {
        publish(FIRST);
        activate(FIRST, 1_000);
        Document tools = Definitions.tools(FIRST.id(), "tools: [{tool: beat, role: exempt, why: It beats.}]");
        assertThat(publish(tools))
                .singleElement()
                .satisfies(status -> assertThat(status.status()).isEqualTo(Status.REFUSED));
        activate(tools, 2_000);
        assertThat(inForce(9_000)).isEqualTo(FIRST.key());
    }

    /** Somebody may have turned it off that way before it was refused to publish such a thing. */
    @Test
    void anActivationByWhichItCanNeverMatchTakesThePlaceOfTheOneBefore() {
        Definition off = Definitions.definition(
                "off",
                "parameters: {most: {default: 20, description: calls}}",
                "sequence: [{name: again, where: \"call.recent >= params.most\"}]");
        publish(off);
        assertThat(activate(off, 1_000)).isEqualTo(List.of(Status.ACTIVE));
        assertThat(apply(off.id(), activation(off, Map.of("most", 65), null), 2_000))
                .singleElement()
                .satisfies(status -> assertThat(status.status()).isEqualTo(Status.ACTIVE));
        assertThat(book.activation(off.id(), 3_000).orElseThrow().parameters()).containsEntry("most", 65L);
    }

    @Test
    void whatWasInForceAtAnEarlierTimeIsStillKnown() {
        publish(FIRST);
        publish(SECOND);
        activate(FIRST, 1_000);
        activate(SECOND, 2_000);
        deactivate(3_000);
        assertThat(inForce(2_499)).isEqualTo(FIRST.key());
        assertThat(inForce(2_500)).isEqualTo(SECOND.key());
        assertThat(inForce(3_500)).isEmpty();
        assertThat(inForce(1_600)).isEqualTo(FIRST.key());
        assertThat(book.active()).isZero();
    }

    @Test
    void ofTwoThatAreDueTheLaterRecordCounts() {
        publish(FIRST);
        publish(SECOND);
        apply("stuck", activation(FIRST, Map.of(), 9_000L), 1_000);
        apply("stuck", activation(SECOND, Map.of(), 5_000L), 2_000);
        assertThat(inForce(4_999)).isEmpty();
        assertThat(inForce(9_000)).isEqualTo(SECOND.key());
    }

    @Test
    void onlyTheLatestSixteenActivationsOfAnIdAreKept() {
        publish(FIRST);
        for (int number = 1; number <= 20; number++) {
            activate(FIRST, number * 1_000);
        }
        assertThat(inForce(4_600)).isEmpty();
        assertThat(inForce(5_500)).isEqualTo(FIRST.key());
        assertThat(book.records()).hasSize(17);
    }

    @Test
    void anActivationWaitsForItsDefinitionAndTheOneBeforeStays() {
        publish(FIRST);
        activate(FIRST, 1_000);
        assertThat(apply("stuck", activation(SECOND, Map.of(), null), 2_000))
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.status()).isEqualTo(Status.REFUSED);
                    assertThat(status.problems()).singleElement().asString().contains(SECOND.key(), "waits");
                });
        assertThat(inForce(5_000)).isEqualTo(FIRST.key());

        List<PatternStatus> statuses = publish(SECOND);
        assertThat(statuses).extracting(PatternStatus::status).containsExactly(Status.ACCEPTED, Status.ACTIVE);
        assertThat(statuses).extracting(PatternStatus::key).containsExactly(SECOND.key(), "stuck");
        assertThat(inForce(2_500)).isEqualTo(SECOND.key());
    }

    @Test
    void anActivationThatItsDefinitionRefusesLeavesTheOneBeforeInForce() {
        publish(FIRST);
        activate(FIRST, 1_000);
        assertThat(apply("stuck", activation(FIRST, Map.of("times", 1, "tol", 2), null), 2_000))
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.status()).isEqualTo(Status.REFUSED);
                    assertThat(status.problems())
                            .hasSize(2)
                            .anySatisfy(problem -> assertThat(problem).contains("times", "2"));
                });
        assertThat(inForce(5_000)).isEqualTo(FIRST.key());
    }

    @Test
    void aDefinitionThatDoesNotReadIsRefusedWithItsPlaces() {
        PublishedDefinition bad = new PublishedDefinition(
                1, "stuck", "0123456789abcdef", 1, FIRST.source().replace("outcome.count", "outcome.cuont"), "me");
        assertThat(apply(bad.key(), Json.bytes(bad), 0)).singleElement().satisfies(status -> {
            assertThat(status.status()).isEqualTo(Status.REFUSED);
            assertThat(status.key()).isEqualTo("stuck@0123456789abcdef");
            assertThat(status.id()).isEqualTo("stuck");
            assertThat(status.problems()).singleElement().asString().contains("cuont", "^");
        });
    }

    @Test
    void aDefinitionUnderTheKeyOfAnotherIsRefused() {
        assertThat(apply(SECOND.key(), Json.bytes(PublishedDefinition.of(FIRST, "me")), 0))
                .singleElement()
                .satisfies(status -> assertThat(status.problems().get(0)).contains(FIRST.key(), SECOND.key()));
    }

    @Test
    void recordsThatSayNothingAreRefused() {
        for (String value : List.of("no json", "{}", "[]", "{\"schema_version\": 9, \"id\": \"stuck\"}")) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            assertThat(apply("stuck", bytes, 0))
                    .extracting(PatternStatus::status)
                    .containsExactly(Status.REFUSED);
            assertThat(apply("stuck@1", bytes, 0))
                    .extracting(PatternStatus::status)
                    .containsExactly(Status.REFUSED);
            assertThat(apply(null, bytes, 0)).extracting(PatternStatus::status).containsExactly(Status.REFUSED);
        }
        assertThat(book.records()).isEmpty();
    }

    @Test
    void aDefinitionInForceIsNotTakenBackAndOneThatIsNotIs() {
        publish(FIRST);
        publish(SECOND);
        activate(FIRST, 1_000);
        activate(SECOND, 2_000);
        assertThat(apply(SECOND.key(), null, 3_000))
                .extracting(PatternStatus::status)
                .containsExactly(Status.REFUSED);
        assertThat(apply(FIRST.key(), null, 3_000))
                .extracting(PatternStatus::status)
                .containsExactly(Status.DEACTIVATED);
        assertThat(inForce(9_000)).isEqualTo(SECOND.key());
    }

    @Test
    void aTombstoneDeactivates() {
        publish(FIRST);
        activate(FIRST, 1_000);
        assertThat(apply("stuck", null, 2_000)).singleElement().satisfies(status -> {
            assertThat(status.status()).isEqualTo(Status.DEACTIVATED);
            assertThat(status.activateAt()).isEqualTo(2_500);
        });
        assertThat(inForce(2_499)).isEqualTo(FIRST.key());
        assertThat(inForce(2_500)).isEmpty();
    }

    @Test
    void aRecordThatComesAgainChangesNothing() {
        publish(FIRST);
        activate(FIRST, 1_000);
        List<PatternRecord> records = book.records();
        records.forEach(record -> assertThat(book.apply(record)).isEmpty());
        assertThat(book.records()).isEqualTo(records);
    }

    @Test
    void theRecordsOfABookMakeTheSameBookAgain() {
        publish(FIRST);
        activate(FIRST, 1_000);
        apply("stuck", activation(SECOND, Map.of(), null), 2_000);
        PatternBook again = new PatternBook();
        book.records().forEach(again::apply);
        assertThat(again.records()).isEqualTo(book.records());
        assertThat(keys(again, 5_000)).isEqualTo(FIRST.key());
        publish(SECOND);
        assertThat(again.apply(book.records().get(3))).hasSize(2);
        assertThat(keys(again, 5_000)).isEqualTo(SECOND.key());
    }

    @Test
    void whatIsInForceIsLookedUpOnceUntilItChanges() {
        publish(FIRST);
        activate(FIRST, 1_000);
        ActivePatterns inForce = book.at("default", 2_000);
        assertThat(book.at("default", 9_000)).isSameAs(inForce);
        activate(FIRST, 3_000);
        assertThat(book.at("default", 9_000)).isNotSameAs(inForce);
        assertThat(book.at("other", 9_000).inOrder().get(0))
                .as("tenants without values of their own share what was compiled")
                .isSameAs(book.at("default", 9_000).inOrder().get(0));
    }

    @Test
    void whatIsSaidOfToolsIsPublishedActivatedAndTakenBackLikeAPattern() {
        ToolProfile tools = Definitions.tools("beats", "tools: [{tool: beat, role: exempt, why: It only reports.}]");
        assertThat(activate(tools, 1_000)).containsExactly(Status.REFUSED);
        assertThat(publish(tools)).extracting(PatternStatus::status).containsExactly(Status.ACCEPTED, Status.ACTIVE);
        assertThat(saysSomething(1_499)).isFalse();
        assertThat(saysSomething(1_500)).isTrue();
        assertThat(book.active()).as("it finds nothing by itself").isZero();
        assertThat(inForce(1_500)).isEmpty();
        assertThat(apply(tools.key(), null, 2_000))
                .extracting(PatternStatus::status)
                .containsExactly(Status.REFUSED);
        apply("beats", null, 3_000);
        assertThat(saysSomething(3_499)).isTrue();
        assertThat(saysSomething(3_500)).isFalse();
        assertThat(apply(tools.key(), null, 4_000))
                .extracting(PatternStatus::status)
                .containsExactly(Status.DEACTIVATED);
    }

    @Test
    void toolsInShadowAreRefusedAndWhatWasSaidBeforeStays() {
        ToolProfile tools = Definitions.tools("beats", "tools: [{tool: beat, role: exempt, why: It only reports.}]");
        publish(tools);
        activate(tools, 1_000);
        Activation shadow = new Activation(1, "beats", tools.hash(), Mode.SHADOW, Map.of(), null, "me", null);
        assertThat(apply("beats", Json.bytes(shadow), 2_000)).singleElement().satisfies(status -> {
            assertThat(status.status()).isEqualTo(Status.REFUSED);
            assertThat(status.problems().get(0)).contains("has no shadow");
        });
        assertThat(saysSomething(9_000)).isTrue();
    }

    private boolean saysSomething(long kafkaTime) {
        return book.at("default", kafkaTime).tools() != ToolsInForce.NONE;
    }

    private List<PatternStatus> publish(Document document) {
        return apply(document.key(), Json.bytes(PublishedDefinition.of(document, "me")), 0);
    }

    private List<Status> activate(Document definition, long kafkaTime) {
        return apply(definition.id(), activation(definition, Map.of(), null), kafkaTime).stream()
                .map(PatternStatus::status)
                .toList();
    }

    private void deactivate(long kafkaTime) {
        Activation none = new Activation(1, "stuck", null, Mode.SHADOW, Map.of(), null, "me", "quiet");
        apply("stuck", Json.bytes(none), kafkaTime);
    }

    private static byte[] activation(Document definition, Map<String, Object> parameters, Long activateAt) {
        return Json.bytes(new Activation(
                1, definition.id(), definition.hash(), Mode.ENFORCE, parameters, activateAt, "me", null));
    }

    private List<PatternStatus> apply(String key, byte[] value, long kafkaTime) {
        return book.apply(new PatternRecord(key, value, kafkaTime, offset++));
    }

    private String inForce(long kafkaTime) {
        return keys(book, kafkaTime);
    }

    private static String keys(PatternBook book, long kafkaTime) {
        return book.at("default", kafkaTime).inOrder().stream()
                .map(ActivePattern::key)
                .collect(Collectors.joining(" "));
    }
}
