package dev.ripcord.client;

/**
 * One server-sent event.
 *
 * @param type {@code message} where the server names none
 * @param id the last id that the server gave, with this event or before; null where it gave none
 */
record SseEvent(String type, String data, String id) {}
