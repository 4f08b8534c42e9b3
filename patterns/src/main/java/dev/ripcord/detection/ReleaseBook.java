package dev.ripcord.detection;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.Writer;
import dev.ripcord.pattern.Activation;
import dev.ripcord.topic.SessionKey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The operators' releases of sessions and lineages, and from when each counts. Not for use by several threads.
 *
 * <p>A release counts from the Kafka time of its record and a notice on, as an activation does: long enough for it to
 * reach every subtask before the first event that begins anew by it. It counts for as long as a silent session is
 * remembered, and not longer: a session that was judged before it, and has no event in all that time, begins anew
 * without it. That bound is part of what a release means, not of how long an engine keeps it, so that an engine that
 * forgets it afterwards ({@link #forgetUpTo}) finds the same as one that does not.
 *
 * <p>Releases of wider scopes let their sessions go on and forgive nothing that was found in them. An operator's record
 * that is issued no later than the one known of its scope is an old one that somebody wrote again: it counts for
 * nothing.
 */
public final class ReleaseBook implements Releases {
    /** People release; a script that releases more within the hours that count, loses the oldest. */
    static final int MOST_SCOPES = 10_000;

    private final int mostScopes;
    private final long countsFor;
    private final Map<Scope, ScopeReleases> scopes = new LinkedHashMap<>();
    private int lineages;
    private long dropped;

    public ReleaseBook(DetectionLimits limits) {
        this(limits, MOST_SCOPES);
    }

    private ReleaseBook(DetectionLimits limits, int mostScopes) {
        this.mostScopes = mostScopes;
        countsFor = limits.fold().idle().plus(limits.fold().allowedSkew()).toMillis();
    }

    /** @return a book that remembers all scopes: for a history of any length, whose records come before its events */
    public static ReleaseBook ofAllTime(DetectionLimits limits) {
        return new ReleaseBook(limits, Integer.MAX_VALUE);
    }

    /**
     * Takes a record of {@code ripcord.halts}, in the order of the topic.
     *
     * @param offset by which the caller knows the record again, see {@link #offsets}
     * @return whether it is a release that sessions begin anew by
     */
    public boolean apply(HaltRecord record, long kafkaTime, long offset) {
        if (record instanceof Release release && isOperators(release.writer(), release.scope())) {
            return known(release.scope()).release(record.issuedAt(), kafkaTime + Activation.NOTICE_MILLIS, offset);
        }
        if (record instanceof Halt halt && isOperators(halt.writer(), halt.scope())) {
            known(halt.scope()).halt(record.issuedAt(), kafkaTime + Activation.NOTICE_MILLIS);
        }
        return false;
    }

    private static boolean isOperators(Writer writer, Scope scope) {
        boolean ofSessions = scope.kind() == ScopeKind.SESSION || scope.kind() == ScopeKind.LINEAGE;
        return writer == Writer.OPERATOR && ofSessions;
    }

    private ScopeReleases known(Scope scope) {
        ScopeReleases known = scopes.get(scope);
        if (known == null) {
            if (scopes.size() >= mostScopes) {
                forget(scopes.keySet().iterator().next());
                dropped++;
            }
            known = new ScopeReleases();
            scopes.put(scope, known);
            lineages += scope.kind() == ScopeKind.LINEAGE ? 1 : 0;
        }
        return known;
    }

    private void forget(Scope scope) {
        scopes.remove(scope);
        lineages -= scope.kind() == ScopeKind.LINEAGE ? 1 : 0;
    }

    @Override
    public long latest(SessionKey session, String root, long kafkaTime) {
        long own = latest(Scope.session(session), kafkaTime);
        return lineages == 0
                ? own
                : Math.max(own, latest(new Scope(ScopeKind.LINEAGE, session.tenant(), root), kafkaTime));
    }

    @Override
    public boolean isEmpty() {
        return scopes.isEmpty();
    }

    private long latest(Scope scope, long kafkaTime) {
        ScopeReleases known = scopes.get(scope);
        long latest = known == null ? NEVER : known.latest(kafkaTime);
        return latest != NEVER && latest + countsFor >= kafkaTime ? latest : NEVER;
    }

    /** Forgets what can count for no event any more. @param kafkaTime that every event to come has, or a later one */
    public void forgetUpTo(long kafkaTime) {
        Set<Scope> over = new HashSet<>();
        scopes.forEach((scope, releases) -> {
            if (releases.forgetUpTo(kafkaTime, countsFor)) {
                over.add(scope);
            }
        });
        over.forEach(this::forget);
    }

    /** @return the offsets of the releases that make up this book again */
    public Set<Long> offsets() {
        Set<Long> offsets = new TreeSet<>();
        scopes.values().forEach(releases -> offsets.addAll(releases.offsets()));
        return offsets;
    }

    /** @return releases lost because there were too many */
    public long dropped() {
        return dropped;
    }
}
