package dev.ripcord.deploy.cases;

import dev.ripcord.deploy.print.Count;
import java.util.List;

/**
 * How far definitions judge as another detector did.
 *
 * @param passed cases that they judge alike
 * @param failed the others
 * @param skipped cases in which the detector was only asked after the last event
 * @param positivesPassed those passed in which the detector found a loop
 */
public record RuleReport(int passed, int failed, int skipped, int positivesPassed, List<RuleFailure> failures) {
    public RuleReport {
        failures = List.copyOf(failures);
    }

    /** @return whether something was compared, and nothing differed */
    public boolean allPassed() {
        return passed > 0 && failed == 0;
    }

    /** @return {@code 12 of 14 cases passed (5 with a loop), 2 failed, 1 skipped (judged at the end)} */
    public String summary() {
        return passed + " of " + Count.of(passed + failed, "case") + " passed (" + positivesPassed + " with a loop), "
                + failed + " failed, " + skipped + " skipped (judged at the end)";
    }
}
