package dev.ripcord.deploy.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Halt;
import dev.ripcord.signal.SessionSummary;

/**
 * A session as it stands.
 *
 * @param kafkaTime when its summary was written, milliseconds since the epoch
 * @param halt in force for it, of the narrowest scope; null where it may go on
 * @param acknowledged the furthest that the session has said to the halt; null where it has said nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionLine(SessionSummary summary, long kafkaTime, Halt halt, Status acknowledged) {}
