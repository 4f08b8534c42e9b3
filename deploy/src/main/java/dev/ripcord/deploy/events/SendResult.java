package dev.ripcord.deploy.events;

/**
 * What came of sending a file.
 *
 * @param sent records that all replicas have
 * @param unreadable how many of them are no events: the guard will dead-letter them
 * @param firstUnreadable place and reason; null where all are events
 * @param failed records that Kafka did not take
 * @param firstFailure place and reason; null where it took all
 */
public record SendResult(long sent, long unreadable, String firstUnreadable, long failed, String firstFailure) {}
