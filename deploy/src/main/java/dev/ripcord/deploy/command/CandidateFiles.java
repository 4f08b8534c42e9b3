package dev.ripcord.deploy.command;

import dev.ripcord.deploy.backtest.Candidates;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.patterns.PatternCheck;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * @param newer tools alone are tried with the patterns of the older ones, or of the library, as they are: by
     *     themselves they find nothing, and what they change could not be seen
     * @param older null for none
     * @return empty where one is wrong, which has been said
     */
    Optional<Candidates> read(Path newer, Path older) {
        var check = PatternCheck.of(List.of(newer));
        boolean toolsAlone = check.isRight() && check.definitions().isEmpty();
        var base = older == null && toolsAlone ? PatternPaths.library() : older;
        var before = base == null ? null : PatternCheck.of(List.of(base));
        if (!isRight(check) | !isRight(before)) {
            return Optional.empty();
        }
        if (before != null) {
            refuseClashes(newer, check, base, before);
        }
        try {
            return Optional.of(toolsAlone ? beside(newer, check, base, before) : candidates(check, before));
        } catch (IllegalArgumentException cannotRun) {
            throw new Refusal(cannotRun.getMessage().lines().toList(), consequence, ExitCode.INVALID);
        }
    }

    /** What is said of tools cannot be published beside a pattern of the same id; tried, it would replace that pattern. */
    private void refuseClashes(Path newer, PatternCheck check, Path base, PatternCheck before) {
        var clashes = check.documents().stream()
                .filter(document -> document.clash(before.documents().stream()).isPresent())
                .map(document -> document instanceof Definition
                        ? clash(document.id(), newer, base)
                        : clash(document.id(), base, newer))
                .toList();
        if (!clashes.isEmpty()) {
            throw new Refusal(clashes, consequence, ExitCode.INVALID);
        }
    }

    private static String clash(String id, Path ofPattern, Path ofTools) {
        return "'" + id + "' is a pattern in " + ofPattern + ", and what is said of tools in " + ofTools
                + "; give one of them another id";
    }

    private static Candidates candidates(PatternCheck newer, PatternCheck older) {
        return older == null
                ? Candidates.of(newer.documents())
                : Candidates.against(newer.documents(), older.documents());
    }

    private Candidates beside(Path tools, PatternCheck newer, Path base, PatternCheck older) {
        if (older.definitions().isEmpty()) {
            var reason = "neither " + tools + " nor " + base + " has a pattern; what is said of tools shows in what"
                    + " patterns find: give --against a directory with patterns, or leave it out for the library's";
            throw new Refusal(List.of(reason), consequence, ExitCode.INVALID);
        }
        told.say(tools + " has no pattern: it is tried with those of " + base + ", against the same without it");
        var ids = newer.documents().stream().map(Document::id).toList();
        var documents = new ArrayList<Document>(newer.documents());
        older.documents().stream()
                .filter(document -> !ids.contains(document.id()))
                .forEach(documents::add);
        return Candidates.against(documents, older.documents());
    }

    private boolean isRight(PatternCheck check) {
        if (check != null && !check.isRight()) {
            check.problems().stream().map(Problem::render).forEach(told::say);
            told.say(check.summary() + "; " + consequence);
        }
        return check == null || check.isRight();
    }
}
