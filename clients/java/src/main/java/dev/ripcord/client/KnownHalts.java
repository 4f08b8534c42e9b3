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
 * signed, and only a release ends a halt. A source that begins anew ({@link #reset}) may know better than we do, so what
 * stood is replaced, though not before all of the new is there, and not where keys are trusted: leaving out a record is
 * something that whoever sits in between can do without a key.
 */
final class KnownHalts {
    private static final Logger LOG = LoggerFactory.getLogger(KnownHalts.class);

    private final List<Scope> scopes;
    private final Set<String> keys;
    private final HaltReader reader;
    private final boolean verified;
    private final WallClock clock;
    private final Consumer<List<Halt>> review;
    private final RecentIds complaints = new RecentIds();
    private HaltBook book = new HaltBook();
    private HaltBook renewal;
    private boolean complete;
    private volatile List<Halt> inForce = List.of();

    /** @param review hears what is in force after each change, once everything that stands has been read */
    KnownHalts(Subject subject, Optional<TrustedKeys> trusted, WallClock clock, Consumer<List<Halt>> review) {
        this.scopes = subject.scopes();
        this.keys = scopes.stream()
                .flatMap(scope -> Stream.of(Writer.values()).map(writer -> Halt.key(scope, writer)))
                .collect(Collectors.toUnmodifiableSet());
        this.reader = trusted.map(HaltReader::trusting).orElseGet(HaltReader::trustingTheTopic);
        this.verified = trusted.isPresent();
        this.clock = clock;
        this.review = review;
    }

    /** @return what stops the session, the narrowest scope first; a look-up in memory unless a pause has just ended */
    List<Halt> inForce() {
        long now = clock.millis();
        if (inForce.stream().anyMatch(halt -> halt.hasExpired(now))) {
            review();
        }
        return inForce;
    }

    synchronized void record(String key, byte[] text) {
        if (!keys.contains(key)) {
            return;
        }
        try {
            HaltRecord record = reader.read(key, text);
            // Also to what stands during a renewal: a halt does not wait until everything else is there.
            book.apply(record);
            if (renewal != null) {
                renewal.apply(record);
            }
            review();
        } catch (UntrustedRecord refused) {
            if (complaints.add(key + " " + refused.getMessage())) {
                LOG.warn("a record under {} is refused: {}", key, refused.getMessage());
            }
        }
    }

    synchronized void reset() {
        renewal = verified ? null : new HaltBook();
    }

    /** The source went away before it had said everything: what stood before still stands. */
    synchronized void interrupted() {
        renewal = null;
    }

    synchronized void ready() {
        if (renewal != null) {
            book = renewal;
            renewal = null;
        }
        complete = true;
        review();
    }

    private synchronized void review() {
        long now = clock.millis();
        inForce = scopes.stream()
                .flatMap(scope -> book.standing(scope).inForce(now).stream())
                .toList();
        if (complete) {
            review.accept(inForce);
        }
    }
}
