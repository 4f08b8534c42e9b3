package dev.ripcord.deploy.events;

/**
 * One line of a file of JSON Lines.
 *
 * @param number from 1
 * @param bytes without the line's end
 */
public record Line(long number, byte[] bytes) {}
