package dev.ripcord.deploy.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.evaluation.Label;
import dev.ripcord.deploy.evaluation.SessionOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    @Test
    void sessionsOfATaskStayTogether() {
        var sessions = IntStream.range(0, 40)
                .mapToObj(number -> session(number % 2 == 0, "task-" + number / 4))
                .toList();

        var folds = Folds.of(sessions, 5, 1);

        assertThat(folds.count()).isEqualTo(5);
        for (int task = 0; task < 10; task++) {
            var used = new HashSet<Integer>();
            sessions.subList(4 * task, 4 * task + 4).forEach(session -> used.add(folds.of(session)));
            assertThat(used).hasSize(1);
        }
    }

    @Test
    void thoseToBeStoppedAreSpreadEvenly() {
        var sessions = IntStream.range(0, 50)
                .mapToObj(number -> session(number < 10, null))
                .toList();

        var folds = Folds.of(sessions, 5, 3);

        for (int fold = 0; fold < 5; fold++) {
            int number = fold;
            assertThat(sessions.stream().filter(session -> folds.of(session) == number))
                    .hasSize(10);
            assertThat(sessions.stream()
                            .filter(session -> folds.of(session) == number
                                    && session.label().isPositive()))
                    .hasSize(2);
        }
        assertThat(folds.training(sessions).get(2)).hasSize(40).noneMatch(session -> folds.of(session) == 2);
    }

    @Test
    void thereAreNoMoreFoldsThanTasks() {
        assertThat(Folds.of(List.of(session(true, "a"), session(false, "a"), session(false, "b")), 5, 1)
                        .count())
                .isEqualTo(2);
    }

    private static SessionOutcome session(boolean positive, String task) {
        return new SessionOutcome(new Label(positive, !positive, null, task));
    }
}
