package dev.ripcord.deploy.halts;

import java.util.ArrayList;
import java.util.List;

/** What agents have answered to a halt, in words. */
final class AnswerWords {
    private AnswerWords() {}

    /** @return such as {@code stopped after 41 ms}, {@code 10 stopped, the last after 52 ms, 2 received} */
    static String of(ListedHalt halt) {
        if (halt.received() == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        boolean several = halt.received() + halt.stopped() + halt.refused() > 1;
        if (halt.stopped() > 0) {
            words.add(
                    several
                            ? halt.stopped() + " stopped, the last after " + halt.timeToStopMs() + " ms"
                            : "stopped after " + halt.timeToStopMs() + " ms");
        }
        if (halt.received() > 0) {
            words.add(several ? halt.received() + " received" : "received");
        }
        if (halt.refused() > 0) {
            words.add(several ? halt.refused() + " refused" : "refused");
        }
        return words.isEmpty() ? "no answer yet" : String.join(", ", words);
    }
}
