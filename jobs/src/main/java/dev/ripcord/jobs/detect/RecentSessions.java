package dev.ripcord.jobs.detect;

import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.Arrays;

/**
 * Live sessions by key, in the order of their latest use.
 *
 * <p>Instead of a {@link java.util.LinkedHashMap}, because an event of a session that had none for a while waits for
 * memory, and there it would wait for the map's node, and for both neighbours to let go of it and close up. Here all but
 * the sessions and their names lies in a few arrays of numbers, small enough to stay near the processor: open addressing
 * over numbered sessions, and a doubly linked list through the numbers. That a name is the right one is looked up beside
 * the session and not through it, so that nothing waits for both.
 */
final class RecentSessions {
    /** Is told of sessions; neither adds nor removes any. */
    interface Visitor {
        void visit(LiveSession session) throws IOException;
    }

    private static final int FIRST_CAPACITY = 64;
    private static final int NOWHERE = -1;
    /** 2^64 over the golden ratio: spreads what differs in the low bits alone over the high ones. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final long NUMBER = 0xFFFF_FFFFL;

    private LiveSession[] sessions = new LiveSession[FIRST_CAPACITY];
    private String[] tenants = new String[FIRST_CAPACITY];
    private String[] names = new String[FIRST_CAPACITY];
    private int[] newer = new int[FIRST_CAPACITY];
    private int[] older = new int[FIRST_CAPACITY];
    /** A hash of the key above, the number + 1 below; 0 where the place is free. At most half of the places are taken. */
    private long[] places = new long[2 * FIRST_CAPACITY];

    private int newest = NOWHERE;
    private int eldest = NOWHERE;

    /** Each names the latest of those that are so, which are all that were used before it. */
    private int silentSoon = NOWHERE;

    private int silent = NOWHERE;
    private int seen = NOWHERE;
    /** Numbers that were in use once; of these, those that are free follow each other by {@link #newer}. */
    private int used;

    private int free = NOWHERE;
    private int size;

    int size() {
        return size;
    }

    /** @return the session, used last now; null where it is not here */
    LiveSession use(SessionKey key) {
        int place = place(key);
        if (places[place] == 0) {
            return null;
        }
        int number = number(places[place]);
        if (number != newest) {
            unlink(number);
            linkNewest(number);
        }
        return sessions[number];
    }

    /** @return the session; null where it is not here. It does not count as used */
    LiveSession look(SessionKey key) {
        long taken = places[place(key)];
        return taken == 0 ? null : sessions[number(taken)];
    }

    /** @param session whose key is not here yet */
    void add(LiveSession session) {
        int number = freeNumber();
        SessionKey key = session.state().key();
        places[freePlace(home(hash(key)))] = hash(key) | number + 1;
        sessions[number] = session;
        tenants[number] = key.tenant();
        names[number] = key.session();
        linkNewest(number);
        size++;
    }

    /** @return the session, no longer here; null where it was not */
    LiveSession remove(SessionKey key) {
        int place = place(key);
        if (places[place] == 0) {
            return null;
        }
        int number = number(places[place]);
        LiveSession removed = sessions[number];
        free(place);
        unlink(number);
        sessions[number] = null;
        tenants[number] = null;
        names[number] = null;
        newer[number] = free;
        free = number;
        size--;
        return removed;
    }

    /** @return the one that was not used for longest; null where there is none */
    LiveSession eldest() {
        return eldest < 0 ? null : sessions[eldest];
    }

    /** From the one that was not used for longest to the one used last. */
    void forEach(Visitor visitor) throws IOException {
        for (int number = eldest; number >= 0; number = newer[number]) {
            visitor.visit(sessions[number]);
        }
    }

    /** From the second call on, sessions count as silent that were not used since the call before this one. */
    void timePasses() {
        silent = silentSoon;
        silentSoon = newest;
    }

    /** @return a session that is silent, each once until it is used again; null where there is none */
    LiveSession nextSilent() {
        if (seen == silent) {
            return null;
        }
        seen = seen < 0 ? eldest : newer[seen];
        return sessions[seen];
    }

    private int freeNumber() {
        if (free >= 0) {
            int number = free;
            free = newer[number];
            return number;
        }
        if (used == sessions.length) {
            grow(2 * used);
        }
        return used++;
    }

    private void grow(int capacity) {
        sessions = Arrays.copyOf(sessions, capacity);
        tenants = Arrays.copyOf(tenants, capacity);
        names = Arrays.copyOf(names, capacity);
        newer = Arrays.copyOf(newer, capacity);
        older = Arrays.copyOf(older, capacity);
        long[] before = places;
        places = new long[2 * capacity];
        for (long taken : before) {
            if (taken != 0) {
                places[freePlace(home(taken))] = taken;
            }
        }
    }

    private int freePlace(int home) {
        int place = home;
        while (places[place] != 0) {
            place = after(place);
        }
        return place;
    }

    /** @return where the key is, or the free place where it belongs */
    private int place(SessionKey key) {
        long hash = hash(key);
        int place = home(hash);
        while (places[place] != 0 && !isAt(place, hash, key)) {
            place = after(place);
        }
        return place;
    }

    private boolean isAt(int place, long hash, SessionKey key) {
        long taken = places[place];
        return (taken & ~NUMBER) == hash
                && names[number(taken)].equals(key.session())
                && tenants[number(taken)].equals(key.tenant());
    }

    /** Moves those up that had to go further because of the place that is freed. */
    private void free(int place) {
        int hole = place;
        for (int later = after(hole); places[later] != 0; later = after(later)) {
            int home = home(places[later]);
            if (distance(home, later) >= distance(hole, later)) {
                places[hole] = places[later];
                hole = later;
            }
        }
        places[hole] = 0;
    }

    private static long hash(SessionKey key) {
        return key.hashCode() * SPREAD & ~NUMBER;
    }

    private int home(long taken) {
        return (int) (taken >>> Integer.SIZE) & places.length - 1;
    }

    private static int number(long taken) {
        return (int) (taken & NUMBER) - 1;
    }

    private int after(int place) {
        return place + 1 & places.length - 1;
    }

    private int distance(int from, int to) {
        return to - from & places.length - 1;
    }

    private void linkNewest(int number) {
        older[number] = newest;
        newer[number] = NOWHERE;
        if (newest >= 0) {
            newer[newest] = number;
        } else {
            eldest = number;
        }
        newest = number;
    }

    private void unlink(int number) {
        silentSoon = number == silentSoon ? older[number] : silentSoon;
        silent = number == silent ? older[number] : silent;
        seen = number == seen ? older[number] : seen;
        if (older[number] >= 0) {
            newer[older[number]] = newer[number];
        } else {
            eldest = newer[number];
        }
        if (newer[number] >= 0) {
            older[newer[number]] = older[number];
        } else {
            newest = older[number];
        }
    }
}
