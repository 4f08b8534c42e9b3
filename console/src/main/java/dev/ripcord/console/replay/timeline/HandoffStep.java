package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One agent hands over to another; null where the event does not say.
 *
 * @param from the agent that hands over; the acting agent where the event does not name one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandoffStep(String from, String to, String task) {}
