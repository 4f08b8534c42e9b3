package dev.ripcord.jobs.detect;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.signal.PatternStatus;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be told of the patterns that are there at the start: of each key what became of its newest record, because
 * {@code ripcord.pattern-status} keeps one word a key.
 *
 * <p>Of what the version that took the snapshot had in force nothing is: it was told then, and maybe that it came late,
 * which must stay readable. All else is news, above all what this version refuses and the one before took, or the other
 * way round. What no snapshot holds, because it is refused or says that a definition is withdrawn, is told at each start.
 */
final class StartingStatuses {
    private final Set<Long> offsets = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<String, PatternStatus> latest = new LinkedHashMap<>();

    /** @param restored what the snapshot held */
    StartingStatuses(Collection<PatternRecord> restored) {
        for (PatternRecord record : restored) {
            offsets.add(record.offset());
            keys.add(record.key());
        }
    }

    void add(PatternStatus status) {
        // A definition says more of an activation that waited for it.
        latest.merge(status.key(), status, (before, next) -> next.offset() >= before.offset() ? next : before);
    }

    /** @return the news, once */
    List<PatternStatus> take() {
        List<PatternStatus> news = latest.values().stream().filter(this::isNews).toList();
        latest.clear();
        return news;
    }

    private boolean isNews(PatternStatus status) {
        return switch (status.status()) {
            case REFUSED -> true;
            case ACCEPTED -> !keys.contains(status.key());
            case ACTIVE, LATE ->
                !offsets.contains(status.offset()) || !keys.contains(status.id() + "@" + status.hash());
            case DEACTIVATED -> !offsets.contains(status.offset());
        };
    }
}
