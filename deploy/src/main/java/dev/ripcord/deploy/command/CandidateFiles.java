package dev.ripcord.deploy.command;

import dev.ripcord.deploy.backtest.Candidates;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.patterns.PatternCheck;
import dev.ripcord.pattern.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the patterns that a command tries; what is wrong with any of them is told. */
final class CandidateFiles {
    private final StandardError told;
    private final String consequence;

    /** @param consequence what does not happen where one is wrong */
    CandidateFiles(StandardError told, String consequence) {
        this.told = told;
        this.consequence = consequence;
    }

    /**
     * @param older null for none
     * @return empty where one is wrong, which has been said
     */
    Optional<Candidates> read(Path newer, Path older) {
        var check = PatternCheck.of(List.of(newer));
        var before = older == null ? null : PatternCheck.of(List.of(older));
        if (!isRight(check) | !isRight(before)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    before == null
                            ? Candidates.of(check.documents())
                            : Candidates.against(check.documents(), before.documents()));
        } catch (IllegalArgumentException cannotRun) {
            throw new Refusal(cannotRun.getMessage().lines().toList(), consequence, ExitCode.INVALID);
        }
    }

    private boolean isRight(PatternCheck check) {
        if (check != null && !check.isRight()) {
            check.problems().stream().map(Problem::render).forEach(told::say);
            told.say(check.summary() + "; " + consequence);
        }
        return check == null || check.isRight();
    }
}
