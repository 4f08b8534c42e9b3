package dev.ripcord.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A task compiles its own conditions; several tasks live in one process. */
class ManyThreadsTest {
    @Test
    void conditionsOfSeveralThreadsDoNotMeet() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int count = 0; count < 4; count++) {
                int only = count;
                tasks.add(() -> timesHeld("event.payload.n == " + only + " && outcome.count == " + (only + 1)));
            }
            for (Future<Integer> held : threads.invokeAll(tasks)) {
                assertThat(held.get()).isEqualTo(500);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int timesHeld(String clause) {
        Condition condition = Clauses.condition(clause);
        int held = 0;
        for (int i = 0; i < 2_000; i++) {
            Step step = GivenStep.a("tool_response")
                    .with("outcome.count", i % 4 + 1)
                    .carrying("{'n': " + i % 4 + "}")
                    .step();
            held += condition.holds(step, MatchedSteps.NONE, Parameters.NONE) ? 1 : 0;
        }
        return held;
    }
}
