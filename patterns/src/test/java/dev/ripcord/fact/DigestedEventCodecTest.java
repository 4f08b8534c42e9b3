package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.topic.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestedEventCodecTest {
    private final DigestedEventCodec codec = new DigestedEventCodec(true);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatArrivesSaysTheSame(long seed) throws IOException {
        for (Envelope envelope : new RandomLog(seed, 500).envelopes()) {
            DigestedEvent sent = DigestedEvent.of(envelope, VolatileFields.DEFAULT);

            DigestedEvent arrived = carried(sent);

            assertThat(arrived)
                    .usingRecursiveComparison()
                    .ignoringFields("payload", "bytes")
                    .isEqualTo(sent);
            assertThat(Arrays.copyOf(arrived.bytes(), arrived.length())).isEqualTo(sent.bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whatArrivesFoldsToTheSameFacts(long seed) throws IOException {
        SessionFold here = new SessionFold(FoldLimits.DEFAULT);
        SessionFold there = new SessionFold(FoldLimits.DEFAULT);
        for (Envelope envelope : new RandomLog(seed, 500).envelopes()) {
            Optional<Step> step = here.after(envelope);

            Optional<Step> arrived = there.after(carried(DigestedEvent.of(envelope, VolatileFields.DEFAULT)));

            assertThat(arrived.map(found -> found.facts().toMap()))
                    .isEqualTo(step.map(expected -> expected.facts().toMap()));
        }
    }

    @Test
    void halfACharacterIsTheSameBeforeAndAfter() throws IOException {
        String cut = "x".repeat(StepEvent.MAX_LENGTH - 1) + "\uD83D\uDE00";
        for (String tool : List.of(cut, "a\\ud83d", "\uD83D\uDE00 fine")) {
            DigestedEvent sent = DigestedEvent.of(invocation(tool), VolatileFields.DEFAULT);

            assertThat(carried(sent).digest()).isEqualTo(sent.digest());
        }
    }

    @Test
    void thePayloadIsThereForWhoAsks() throws IOException {
        DigestedEvent sent = DigestedEvent.of(invocation("search"), VolatileFields.DEFAULT);

        assertThat(carried(sent).payload()).isEqualTo(sent.payload());
    }

    @Test
    void aPayloadThatWasAskedForStaysWhenTheNextEventIsRead() throws IOException {
        DigestedEvent first = carried(DigestedEvent.of(invocation("search"), VolatileFields.DEFAULT));
        assertThat(first.payload().text("tool_name")).contains("search");

        carried(DigestedEvent.of(invocation("x".repeat(200)), VolatileFields.DEFAULT));

        assertThat(first.payload().text("tool_name")).contains("search");
    }

    /** As a sort does, which reads the next record of each run before it hands this one on. */
    @Test
    void whatIsNotLentIsGoodForEver() throws IOException {
        DigestedEvent sent = DigestedEvent.of(invocation("search"), VolatileFields.DEFAULT);
        DigestedEventCodec owning = new DigestedEventCodec(false);

        DigestedEvent first = carried(sent, owning);
        DigestedEvent lentAndCopied = carried(sent).owned();
        for (DigestedEventCodec next : List.of(owning, codec)) {
            carried(DigestedEvent.of(invocation("fetch_"), VolatileFields.DEFAULT), next);
        }

        assertThat(first.payload()).isEqualTo(sent.payload());
        assertThat(lentAndCopied.payload()).isEqualTo(sent.payload());
    }

    @Test
    void aRecordThatIsTooLargeToKeepRoomForArrivesWhole() throws IOException {
        DigestedEvent sent = DigestedEvent.of(invocation("x".repeat(100_000)), VolatileFields.DEFAULT);

        DigestedEvent arrived = carried(sent);
        carried(DigestedEvent.of(invocation("next"), VolatileFields.DEFAULT));

        assertThat(arrived.payload()).isEqualTo(sent.payload());
    }

    private DigestedEvent carried(DigestedEvent event) throws IOException {
        return carried(event, codec);
    }

    private static DigestedEvent carried(DigestedEvent event, DigestedEventCodec by) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        by.write(event, new DataOutputStream(bytes));
        return by.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    private static Envelope invocation(String tool) {
        byte[] json = """
                {"event_type":"tool_invocation","session_id":"s","agent_id":"a","timestamp":1,
                 "payload":{"tool_name":"%s"}}""".formatted(tool).getBytes(StandardCharsets.UTF_8);
        Decoded.Readable readable = (Decoded.Readable) EventDecoder.decode(json);
        return new Envelope(new Position(0, 0), 1, readable.event(), json);
    }
}
