package dev.ripcord.deploy.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was odd about the input without being a reason to stop: each kind counted, with its first place. */
public final class Remarks {
    private final List<String> said = new ArrayList<>();
    private final Map<String, Remark> remarks = new LinkedHashMap<>();

    private static final class Remark {
        private final String first;
        private long count;

        Remark(String first) {
            this.first = first;
        }
    }

    /**
     * @param kind to follow a number: {@code lines that are no event}
     * @param first the place, and what was found there; only the first of a kind is kept
     */
    public void add(String kind, String first) {
        remarks.computeIfAbsent(kind, none -> new Remark(first)).count++;
    }

    /** Something that there is only one of. */
    public void say(String line) {
        said.add(line);
    }

    /** @return what was said, then one line a kind */
    public List<String> lines() {
        var lines = new ArrayList<>(said);
        remarks.forEach((kind, remark) -> lines.add(kind + ": " + remark.count + ", the first at " + remark.first));
        return lines;
    }
}
