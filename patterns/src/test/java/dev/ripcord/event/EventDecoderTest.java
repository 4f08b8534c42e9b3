package dev.ripcord.event;

import static dev.ripcord.event.ValidEvent.read;
import static dev.ripcord.event.ValidEvent.with;
import static dev.ripcord.event.ValidEvent.withPayload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.json.Json;
import dev.ripcord.topic.SessionKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {
    @Test
    void theInvoiceValidatorsEventIsReadAsItStands() {
        Event event = read(ValidEvent.INVOICE_VALIDATOR.getBytes(StandardCharsets.UTF_8));

        assertThat(event.type()).isEqualTo(EventTypes.TOOL_INVOCATION);
        assertThat(event.session()).isEqualTo(new SessionKey("default", "invoice-9"));
        assertThat(event.agent()).isEqualTo("invoice-validator");
        assertThat(event.timestamp()).isEqualTo(1_767_225_600_000L);
        assertThat(event.origin()).isEqualTo(Origin.NONE);
        Payload payload = event.payload();
        assertThat(payload.text("tool_name")).contains("stripe_api.get_status");
        assertThat(payload.value("tool_args")).hasToString("Optional[{\"payment\":\"obj_1288\"}]");
        assertThat(payload.text("caller_step")).contains("validate_payment");
        assertThat(payload.text("request_ref")).contains("req_7731");
        assertThat(payload.text("state_snapshot_hash")).contains("9f2c61d0");
        assertThat(payload.count("retry_count")).hasValue(3);
        assertThat(payload.nanoDollars("budget_remaining")).hasValue(4_170_000_000L);
    }

    @Test
    void everyOptionalKeyIsRead() {
        Event event = read("""
                {"event_type":"message","session_id":"s","agent_id":"a","timestamp":1,"payload":{},
                 "event_id":"e","sequence":7,"tenant_id":"acme","parent_session_id":"p","root_session_id":"r",
                 "parent_agent_id":"pa","trace_id":"t","span_id":"sp","schema_version":1}
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(event.session()).isEqualTo(new SessionKey("acme", "s"));
        assertThat(event.origin())
                .isEqualTo(new Origin(
                        Optional.of("e"),
                        OptionalLong.of(7),
                        Optional.of("p"),
                        Optional.of("r"),
                        Optional.of("pa"),
                        Optional.of("t"),
                        Optional.of("sp"),
                        Optional.of("1")));
    }

    @Test
    void unknownTypesAndKeysAreKept() {
        assertThat(read(with("event_type", "\"dream\"")).type()).isEqualTo("dream");
        assertThat(read(with("mood", "{\"calm\":true}")).agent()).isEqualTo("invoice-validator");
        assertThat(read(withPayload("mood", "[1,{\"calm\":true}]")).payload())
                .hasToString("{\"mood\":[1,{\"calm\":true}]}");
    }

    @Test
    void numericIdsAreTheirText() {
        assertThat(read(with("session_id", "42")).session().session()).isEqualTo("42");
        assertThat(read(with("event_id", "12345678901234567890")).origin().eventId())
                .contains("12345678901234567890");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void anOptionalIdThatIsNullOrBlankIsAbsent(String blank) {
        assertThat(read(with("event_id", blank)).origin()).isEqualTo(Origin.NONE);
        assertThat(read(with("parent_session_id", blank)).origin()).isEqualTo(Origin.NONE);
        assertThat(read(with("sequence", blank)).origin()).isEqualTo(Origin.NONE);
        assertThat(read(with("tenant_id", blank)).session().tenant()).isEqualTo("default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "\"9223372036854775807\"", "9223372036854775807.0"})
    void aSequenceMayBeTextAsProtobufWrites64Bits(String sequence) {
        assertThat(read(with("sequence", sequence)).origin().sequence()).hasValue(Long.MAX_VALUE);
    }

    @Test
    void anIdOf512CharactersIsKeptWhateverTheirWidth() {
        assertThat(read(with("session_id", '"' + "x".repeat(512) + '"'))
                        .session()
                        .session())
                .hasSize(512);
        assertThat(read(with("session_id", '"' + "🙂".repeat(512) + '"'))
                        .session()
                        .session())
                .hasSize(1024);
    }

    @Test
    void ofAKeyThatIsThereTwiceTheLastCounts() {
        assertThat(read(with("agent_id", "\"first\",\"agent_id\":\"second\"")).agent())
                .isEqualTo("second");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(read(("\uFEFF" + ValidEvent.INVOICE_VALIDATOR).getBytes(StandardCharsets.UTF_8))
                        .agent())
                .isEqualTo("invoice-validator");
    }

    @Test
    void textOfAnyLanguageIsKept() {
        assertThat(read(with("agent_id", "\"账单 агент 🙂 \\ud83d\\ude42\"")).agent())
                .isEqualTo("账单 агент 🙂 🙂");
    }

    @Test
    void halfASurrogatePairInThePayloadIsKept() {
        assertThat(read(withPayload("content", "\"\\ud83d\"")).payload().text("content"))
                .contains("\ud83d");
    }

    @Test
    void aStringOfFiveMegabytesIsKept() {
        String large = "x".repeat(5_000_000);
        assertThat(read(withPayload("tool_result", '"' + large + '"')).payload().text("tool_result"))
                .contains(large);
    }

    @Test
    void aPayloadAsDeepAsTheLimitIsKept() {
        // The event and its payload are two levels, the value under the key has the others.
        int levels = Json.MAX_NESTING - 2;
        assertThat(read(withPayload("state", "[".repeat(levels) + "]".repeat(levels)))
                        .payload()
                        .value("state"))
                .isPresent();
    }
}
