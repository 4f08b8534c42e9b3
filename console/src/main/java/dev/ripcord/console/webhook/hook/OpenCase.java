package dev.ripcord.console.webhook.hook;

import dev.ripcord.console.webhook.config.HookSettings;
import dev.ripcord.console.webhook.notice.Incident;
import dev.ripcord.console.webhook.notice.Notice;
import dev.ripcord.console.webhook.notice.Phase;
import dev.ripcord.console.webhook.notice.Resolution;
import dev.ripcord.console.webhook.notice.Tally;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * What one receiver was told of one cause, and what it is still to be told. There is at most one parcel; what comes
 * meanwhile is added up and goes into the next one, so that the size of this does not depend on how much comes. News
 * goes before the end; news after an end that is not told yet takes the end back: the incident goes on.
 */
final class OpenCase {
    private final HookSettings.Pace pace;
    private final Holds newsHolds = new Holds();
    private final Holds endHolds = new Holds();
    private Tally tally;
    private boolean told;
    private boolean news;
    private Resolution end;
    private Parcel parcel;
    private long dueAt;
    private long deliveredAt;
    private long newsAt;

    OpenCase(HookSettings.Pace pace) {
        this.pace = pace;
    }

    void add(Notice notice, RecordPlace place, long now) {
        boolean quiet = isIdle() && now - newsAt > pace.window().toMillis();
        if (tally == null || quiet) {
            tally = new Tally(notice);
            told = false;
        } else {
            tally.add(notice);
        }
        if (end != null) {
            // It goes on: what was read of its end is done with when this news is.
            end = null;
            newsHolds.addAll(endHolds.taken());
        }
        newsHolds.add(place);
        if (!news && parcel == null) {
            dueAt = told ? Math.max(now, deliveredAt + pace.updateEvery().toMillis()) : now;
        }
        news = true;
        newsAt = now;
    }

    /** @param place null where no record says it: time alone ended it */
    void end(Resolution resolution, RecordPlace place, long now) {
        end = resolution;
        if (place != null) {
            endHolds.add(place);
        }
        if (parcel == null) {
            dueAt = now;
        }
    }

    boolean isIdle() {
        return parcel == null && !news && end == null;
    }

    long dueAt() {
        return dueAt;
    }

    /** @param missed of the receiver, so far */
    Parcel next(long missed) {
        if (parcel == null) {
            parcel = news ? newsParcel(missed) : endParcel(missed);
        }
        return parcel;
    }

    void delivered(long now) {
        // While its end was on the way, news of it is news of another one.
        told = !parcel.incident().isOver();
        deliveredAt = now;
        done(now);
    }

    void givenUp(long now) {
        done(now);
    }

    void later(long at) {
        parcel = parcel.failedAgain();
        dueAt = at;
    }

    OptionalLong held(TopicPartition partition) {
        OptionalLong first = least(newsHolds.of(partition), endHolds.of(partition));
        return parcel == null ? first : least(first, parcel.holds().of(partition));
    }

    private void done(long now) {
        parcel = null;
        dueAt = end != null || !told ? now : now + pace.updateEvery().toMillis();
    }

    private Parcel newsParcel(long missed) {
        news = false;
        Incident incident = tally.told(told ? Phase.UPDATED : Phase.OPENED, missed);
        return new Parcel(incident, newsHolds.taken(), 0);
    }

    private Parcel endParcel(long missed) {
        Incident incident = tally == null ? Tally.unknown(end, missed) : tally.over(end, missed);
        tally = null;
        told = false;
        end = null;
        return new Parcel(incident, endHolds.taken(), 0);
    }

    private static OptionalLong least(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || other.isEmpty()
                ? (one.isEmpty() ? other : one)
                : OptionalLong.of(Math.min(one.getAsLong(), other.getAsLong()));
    }
}
