package dev.ripcord.console.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.webhook.notice.Incident;

/** How a receiver wants to be told of an incident. */
public interface Template {
    /** @return the body of the delivery */
    JsonNode body(Incident incident);
}
