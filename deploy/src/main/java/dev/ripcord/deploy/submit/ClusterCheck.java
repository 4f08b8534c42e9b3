package dev.ripcord.deploy.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a cluster can take the job: its version, its web submission, its slots. */
final class ClusterCheck implements Precondition {
    private static final Pattern FITTING_VERSION = Pattern.compile("2\\.[23]\\..*");

    private final FlinkCluster cluster;
    private final Optional<Integer> parallelism;

    /** @param parallelism of the job; where it is not given, the cluster's default */
    ClusterCheck(FlinkCluster cluster, Optional<Integer> parallelism) {
        this.cluster = cluster;
        this.parallelism = parallelism;
    }

    @Override
    public List<String> reasonsAgainst() throws InterruptedException {
        try {
            var facts = cluster.facts();
            var reasons = new ArrayList<String>();
            if (!FITTING_VERSION.matcher(facts.version()).matches()) {
                reasons.add(cluster.address() + " runs Flink " + facts.version() + "; Ripcord needs 2.2.x or 2.3.x");
            }
            if (!facts.acceptsJars()) {
                reasons.add(cluster.address() + " takes no jars; it needs web.submit.enable: true");
            }
            var configuration = cluster.configuration();
            if (!isElastic(configuration)) {
                slotsAgainst(facts, parallelism.orElseGet(() -> defaultParallelism(configuration)))
                        .ifPresent(reasons::add);
            }
            return reasons;
        } catch (RestFailure unreachable) {
            return List.of(unreachable.getMessage() + "; give its REST address with --cluster HOST:PORT");
        }
    }

    private Optional<String> slotsAgainst(ClusterFacts facts, int needed) {
        if (facts.freeSlots() >= needed) {
            return Optional.empty();
        }
        return Optional.of(cluster.address() + " has " + facts.freeSlots() + " of " + facts.slots() + " slots free on "
                + facts.taskManagers() + " TaskManagers; the job needs " + needed
                + ": end another job, start a TaskManager, or lower --parallelism");
    }

    private static int defaultParallelism(Map<String, String> configuration) {
        return Integer.parseInt(configuration.getOrDefault("parallelism.default", "1"));
    }

    /** Kubernetes and YARN start TaskManagers when a job asks for slots. */
    private static boolean isElastic(Map<String, String> configuration) {
        return configuration.containsKey("kubernetes.cluster-id")
                || configuration.keySet().stream().anyMatch(key -> key.startsWith("yarn."));
    }
}
