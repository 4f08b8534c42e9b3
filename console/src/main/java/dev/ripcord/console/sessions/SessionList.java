package dev.ripcord.console.sessions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * One page of a list of sessions.
 *
 * @param sessions of the page, in order
 * @param total how many there are on all pages
 * @param next cursor of the next page; empty on the last
 */
public record SessionList(List<KnownSession> sessions, int total, Optional<String> next) {
    private record Ranked(SessionRank rank, KnownSession session) {}

    /**
     * @param urgency of a session that is halted now, from 1 on; 0 for one that is not
     * @param after cursor that the page begins behind; empty for the first
     * @param limit how many a page has at the most
     * @return empty where the cursor is none
     */
    public static Optional<SessionList> page(
            List<KnownSession> all,
            SessionOrder order,
            ToIntFunction<KnownSession> urgency,
            Optional<String> after,
            int limit) {
        Optional<SessionRank> behind = after.flatMap(SessionRank::parse);
        if (after.isPresent() && behind.isEmpty()) {
            return Optional.empty();
        }
        List<Ranked> ranked = new ArrayList<>();
        for (KnownSession session : all) {
            ranked.add(new Ranked(order.rank(session, urgency.applyAsInt(session)), session));
        }
        ranked.sort(Comparator.comparing(Ranked::rank));
        List<Ranked> following = ranked.stream()
                .filter(one -> behind.isEmpty() || one.rank().compareTo(behind.get()) > 0)
                .limit(limit + 1L)
                .toList();
        List<Ranked> page = following.subList(0, Math.min(limit, following.size()));
        Optional<String> next = following.size() > limit
                ? Optional.of(page.get(page.size() - 1).rank().text())
                : Optional.empty();
        return Optional.of(new SessionList(page.stream().map(Ranked::session).toList(), all.size(), next));
    }
}
