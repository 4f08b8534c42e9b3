package dev.ripcord.deploy.topics;

import java.util.List;

/**
 * How a topic stands.
 *
 * @param partitions 0 where it is missing
 * @param problems what is wrong with it, each with what would be right; empty where all is well
 */
public record TopicState(String topic, int partitions, List<String> problems) {
    public TopicState {
        problems = List.copyOf(problems);
    }

    public boolean isRight() {
        return problems.isEmpty();
    }
}
