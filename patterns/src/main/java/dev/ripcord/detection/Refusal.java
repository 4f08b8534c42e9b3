package dev.ripcord.detection;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;

/** A record of {@code ripcord.patterns} that says nothing useful; every reason is told. */
final class Refusal extends Exception {
    private final transient List<String> reasons;

    Refusal(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    Refusal(String reason) {
        this(List.of(reason));
    }

    /** @return the first line of what the JSON parser says; the others show where in its own code it was */
    static String line(IOException notJson) {
        String message =
                notJson instanceof JsonProcessingException json ? json.getOriginalMessage() : notJson.getMessage();
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }

    List<String> reasons() {
        return reasons;
    }
}
