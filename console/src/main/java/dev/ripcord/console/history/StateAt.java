package dev.ripcord.console.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The agent's state as it was known at a step.
 *
 * @param step that was asked about; the session's last where it has fewer
 * @param reportedAt step that the state is from; null where none was reported by then
 * @param hash as reported; null where only the state itself was
 * @param state null where only its hash was reported
 * @param notices what could not be read, a sentence each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StateAt(long step, Long reportedAt, String hash, JsonNode state, List<String> notices) {}
