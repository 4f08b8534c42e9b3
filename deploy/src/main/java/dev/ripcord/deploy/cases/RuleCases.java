package dev.ripcord.deploy.cases;

import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cases of another detector, from one file or several. */
public final class RuleCases {
    private static final String NOTHING = "no case was counted";

    private final List<RuleCase> cases;

    private RuleCases(List<RuleCase> cases) {
        this.cases = cases;
    }

    /**
     * @param kinds which to take; empty for all
     * @throws Refusal with all that is wrong with the files
     */
    public static RuleCases read(List<String> files, Set<String> kinds) throws IOException, InterruptedException {
        var cases = new ArrayList<RuleCase>();
        var problems = new ArrayList<String>();
        for (var file : files) {
            var read = RuleCaseReader.read(LineFile.existing(file, NOTHING));
            cases.addAll(read.cases());
            problems.addAll(read.problems());
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems, NOTHING, ExitCode.INVALID);
        }
        return new RuleCases(cases.stream()
                .filter(one -> kinds.isEmpty() || kinds.contains(one.kind()))
                .toList());
    }

    /** @param least what a definition must at least ask for, to count as finding a loop */
    public RuleReport judgedBy(List<Document> documents, Action least) {
        return new RuleTrial(documents, least).over(cases);
    }
}
