package dev.ripcord.console.webhook.intake;

import dev.ripcord.console.webhook.hook.Hook;
import dev.ripcord.console.webhook.hook.RecordPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** How far the hooks are in the partitions that this gateway reads. One thread. */
final class Progress {
    private final List<Hook> hooks;

    /** As the group had it when this gateway took the partition over, or as it was saved last. */
    private final Map<TopicPartition, Bookmark> saved = new HashMap<>();

    Progress(List<Hook> hooks) {
        this.hooks = hooks;
    }

    void takeOver(TopicPartition partition, Bookmark bookmark) {
        saved.put(partition, bookmark);
    }

    void handOver(TopicPartition partition) {
        saved.remove(partition);
    }

    /** @return whether the hook is not done with the record */
    boolean isNew(String hook, RecordPlace place) {
        Bookmark bookmark = saved.get(place.partition());
        return bookmark != null && place.offset() >= bookmark.next(hook);
    }

    /**
     * @param position of the next record to read
     * @return what to save, where it differs from what is saved; it never goes back
     */
    Optional<Bookmark> toSave(TopicPartition partition, long position) {
        Bookmark before = saved.get(partition);
        if (before == null || hooks.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Long> next = new TreeMap<>();
        for (Hook hook : hooks) {
            OptionalLong held = hook.held(partition);
            next.put(hook.name(), Math.max(before.next(hook.name()), Math.min(position, held.orElse(position))));
        }
        Bookmark now = Bookmark.of(next);
        return now.equals(before) ? Optional.empty() : Optional.of(now);
    }
}
