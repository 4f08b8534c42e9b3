package dev.ripcord.jobs.detect;

import dev.ripcord.signal.PatternStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be told of the patterns that are there at the start: of each key what became of its newest record, because
 * {@code ripcord.pattern-status} keeps one word a key.
 *
 * <p>Of what a snapshot held and is taken as before nothing is: it was told then, and maybe that it came late, which
 * must stay readable. All else is news, above all what this version refuses and the one before took. What is refused is
 * told at each start, because no snapshot holds it.
 */
final class StartingStatuses {
    private final Map<String, Found> latest = new LinkedHashMap<>();

    /** @param restored whether the record by which this was found was in a snapshot */
    void add(PatternStatus status, boolean restored) {
        boolean news = !restored || status.status() == PatternStatus.Status.REFUSED;
        latest.merge(status.key(), new Found(status, news), Found::newer);
    }

    /** @return the news, once */
    List<PatternStatus> take() {
        List<PatternStatus> news = new ArrayList<>();
        for (Found found : latest.values()) {
            if (found.news()) {
                news.add(found.status());
            }
        }
        latest.clear();
        return news;
    }

    private record Found(PatternStatus status, boolean news) {
        /** A definition says more of an activation that waited for it. */
        Found newer(Found next) {
            return next.status().offset() >= status.offset() ? next : this;
        }
    }
}
