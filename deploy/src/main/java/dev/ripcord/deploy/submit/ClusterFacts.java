package dev.ripcord.deploy.submit;

/**
 * What a Flink cluster says about itself.
 *
 * @param acceptsJars whether jars can be uploaded to it
 */
public record ClusterFacts(String version, boolean acceptsJars, int taskManagers, int slots, int freeSlots) {}
