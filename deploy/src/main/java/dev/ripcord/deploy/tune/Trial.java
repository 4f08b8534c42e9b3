package dev.ripcord.deploy.tune;

import dev.ripcord.deploy.evaluation.Score;
import dev.ripcord.deploy.evaluation.SessionOutcome;
import dev.ripcord.deploy.evaluation.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A setting and how good it was on some sessions.
 *
 * @param number of the setting
 */
record Trial(int number, Setting setting, Score score) {
    /** What a share of nothing counts as, where settings are compared: as the worst. */
    private static final double NONE = -1;

    /** The highest f1; of equals fewer false halts, then more that is saved, then the nearest to the defaults. */
    private static final Comparator<Trial> BETTER_LAST = Comparator.comparingDouble(
                    (Trial trial) -> orNone(trial.score.f1()))
            .thenComparing(Comparator.comparingDouble(Trial::falseHalts).reversed())
            .thenComparingDouble(trial -> orNone(trial.score.saved()))
            .thenComparing(Comparator.comparingInt((Trial trial) -> trial.setting.distance())
                    .reversed())
            .thenComparing(Comparator.comparingInt(Trial::number).reversed());

    static List<Trial> of(List<Setting> settings, Collection<SessionOutcome> sessions) {
        return IntStream.range(0, settings.size())
                .mapToObj(number -> of(number, settings.get(number), sessions))
                .toList();
    }

    private static Trial of(int number, Setting setting, Collection<SessionOutcome> sessions) {
        var name = SettingsJudge.name(number);
        return new Trial(
                number,
                setting,
                Tally.of(session -> session.firing(name), sessions).score());
    }

    /** @return after how many of its calls the setting stops the session */
    OptionalInt firing(SessionOutcome session) {
        return session.firing(SettingsJudge.name(number));
    }

    /**
     * @return the best of those that stop some session rightly, and no more of them wrongly than the limit allows; empty
     *     where none does
     */
    static Optional<Trial> best(Collection<Trial> trials, double mostFalseHalts) {
        return trials.stream()
                .filter(trial -> trial.falseHalts() <= mostFalseHalts && orNone(trial.score.f1()) > 0)
                .max(BETTER_LAST);
    }

    /**
     * @return those that are worth a choice: no other has a higher f1 at as few false halts; by rising false halts, of
     *     equals the better
     */
    static List<Trial> front(Collection<Trial> trials) {
        var front = new ArrayList<Trial>();
        trials.stream()
                .sorted(Comparator.comparingDouble(Trial::falseHalts).thenComparing(BETTER_LAST.reversed()))
                .forEach(trial -> {
                    double best = front.isEmpty()
                            ? NONE
                            : orNone(front.get(front.size() - 1).score.f1());
                    if (orNone(trial.score.f1()) > best) {
                        front.add(trial);
                    }
                });
        return front;
    }

    /** @return the share; 0 where no session is known to have gone well */
    double falseHalts() {
        return score.falseHalts() == null ? 0 : score.falseHalts();
    }

    private static double orNone(Double share) {
        return share == null ? NONE : share;
    }
}
