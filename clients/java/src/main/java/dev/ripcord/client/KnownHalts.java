package dev.ripcord.client;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltBook;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Subject;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.halt.UntrustedRecord;
import dev.ripcord.halt.Writer;
import dev.ripcord.time.WallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The halts that concern one session, as far as they were heard of.
 *
 * <p>What was seen stays until a record says otherwise. A key that is gone from the topic says nothing: it cannot be
 * signed, and only a release ends a halt.
 *
 * <p>What a connection tells before it is ready takes effect as a whole: between a halt and its release from last week
 * nobody must stop. A connection that begins anew may know better than we do, so what it does not tell again is gone by
 * then; but not where keys are trusted, for leaving out a record is something that whoever sits in between can do
 * without a key.
 */
final class KnownHalts {
    private static final Logger LOG = LoggerFactory.getLogger(KnownHalts.class);

    private final List<Scope> scopes;
    private final Set<String> keys;
    private final HaltReader reader;
    private final boolean verified;
    private final WallClock clock;
    private final Consumer<List<Halt>> review;
    private final Counts counts;
    private final RecentIds complaints = new RecentIds();
    private HaltBook book = new HaltBook();
    private final List<HaltRecord> beforeReady = new ArrayList<>();
    private boolean complete;
    private boolean anew;
    private volatile List<Halt> inForce = List.of();

    /** @param review hears what is in force after each change */
    KnownHalts(
            Subject subject,
            Optional<TrustedKeys> trusted,
            WallClock clock,
            Counts counts,
            Consumer<List<Halt>> review) {
        this.scopes = subject.scopes();
        this.keys = scopes.stream()
                .flatMap(scope -> Stream.of(Writer.values()).map(writer -> Halt.key(scope, writer)))
                .collect(Collectors.toUnmodifiableSet());
        this.reader = trusted.map(HaltReader::trusting).orElseGet(HaltReader::trustingTheTopic);
        this.verified = trusted.isPresent();
        this.clock = clock;
        this.counts = counts;
        this.review = review;
    }

    /**
     * @return what stops the session: what lasts longest first, then the narrowest scope; a look-up in memory unless a
     *     pause has just ended
     */
    List<Halt> inForce() {
        long now = clock.millis();
        if (inForce.stream().anyMatch(halt -> halt.hasExpired(now))) {
            review();
        }
        return inForce;
    }

    synchronized void record(String key, byte[] text) {
        counts.record();
        if (!keys.contains(key)) {
            return;
        }
        try {
            HaltRecord record = reader.read(key, text);
            if (complete) {
                book.apply(record);
                review();
            } else {
                beforeReady.add(record);
            }
        } catch (UntrustedRecord refused) {
            counts.refused();
            if (complaints.add(key + " " + refused.getMessage())) {
                LOG.warn("a record under {} is refused: {}", key, refused.getMessage());
            }
        }
    }

    /** @param all whether everything that stands will be told, and not only what is new */
    synchronized void begins(boolean all) {
        complete = false;
        anew = all && !verified;
    }

    /** The connection broke. If it had not told everything yet, what it did tell still holds, and what stood before. */
    synchronized void interrupted() {
        take();
    }

    synchronized void ready() {
        if (anew) {
            book = new HaltBook();
        }
        complete = true;
        take();
    }

    private void take() {
        beforeReady.forEach(book::apply);
        beforeReady.clear();
        review();
    }

    private synchronized void review() {
        long now = clock.millis();
        inForce = scopes.stream()
                .flatMap(scope -> book.standing(scope).allInForce(now).stream())
                .sorted(Halt.LONGEST_FIRST)
                .toList();
        review.accept(inForce);
    }
}
