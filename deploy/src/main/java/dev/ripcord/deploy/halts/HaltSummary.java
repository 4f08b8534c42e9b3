package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.halts.ListedHalt.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How many are halted, and how many of them say that they stopped: what a person reads before the rows. */
public final class HaltSummary {
    private HaltSummary() {}

    /**
     * @param halts at least one
     * @return such as {@code 132 halted: 90 stopped, 30 no answer yet, 12 refused}; a halt of several sessions counts
     *     as stopped where all that have answered it stopped, and as refused where one refused
     */
    public static String of(List<ListedHalt> halts) {
        var halted = halts.stream().filter(halt -> halt.state() == State.HALTED).toList();
        long over = halts.size() - halted.size();
        var words = halted.isEmpty() ? "nobody is halted" : halted.size() + " halted: " + answers(halted);
        return over == 0 ? words : words + "; " + over + (over == 1 ? " is over" : " are over");
    }

    private static String answers(List<ListedHalt> halted) {
        List<String> words = new ArrayList<>();
        count(halted, HaltSummary::hasStopped, "stopped", words);
        count(halted, halt -> halt.received() > 0 && halt.refused() == 0, "received", words);
        count(halted, halt -> halt.stopped() + halt.received() + halt.refused() == 0, "no answer yet", words);
        count(halted, halt -> halt.refused() > 0, "refused", words);
        return String.join(", ", words);
    }

    private static boolean hasStopped(ListedHalt halt) {
        return halt.stopped() > 0 && halt.received() == 0 && halt.refused() == 0;
    }

    private static void count(List<ListedHalt> halted, Predicate<ListedHalt> which, String word, List<String> words) {
        long number = halted.stream().filter(which).count();
        if (number > 0) {
            words.add(number + " " + word);
        }
    }
}
