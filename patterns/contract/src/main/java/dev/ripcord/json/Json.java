package dev.ripcord.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How Ripcord's records are written as JSON: snake_case keys, absent values left out, exact decimals. */
public final class Json {
    /** Deeper payloads are dead-lettered: a telemetry record has no use for them, and recursion would run out of stack. */
    public static final int MAX_NESTING = 200;

    /** Longer numbers are dead-lettered: the time to read one grows with the square of its length. */
    public static final int MAX_DIGITS = 1_000;

    /** How much of a record an error may quote: the reasons of a dead letter are kept where content is not. */
    private static final int MAX_QUOTED = 40;

    public static final ObjectMapper MAPPER = JsonMapper.builder(factory())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /**
     * Half a surrogate pair, which JSON can spell and UTF-8 cannot, becomes {@code ?}: it may come from a producer's
     * payload, and a signal must not fail for it.
     *
     * @throws UncheckedIOException where the value has no JSON form; a programming error
     */
    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** As {@link #bytes}, for people to read. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException noJsonForm) {
            throw new UncheckedIOException(noJsonForm);
        }
    }

    /** @throws IOException where the bytes are not JSON of that type; the message says where */
    public static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        T value = MAPPER.readValue(bytes, type);
        if (value == null) {
            throw new IOException("the JSON word null, where a " + type.getSimpleName() + " belongs");
        }
        return value;
    }

    /** @throws IOException where the text is not one JSON value */
    public static JsonNode tree(String text) throws IOException {
        return MAPPER.readTree(text);
    }

    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .maxNumberLength(MAX_DIGITS)
                        .build())
                .errorReportConfiguration(ErrorReportConfiguration.builder()
                        .maxErrorTokenLength(MAX_QUOTED)
                        .build())
                // Keys of tool results are any text: they must not fill the JVM's table of constants.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }
}
