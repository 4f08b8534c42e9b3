package dev.ripcord.event;

/** Keys that are asked for by name, each with a place of its own: a look at a table finds it. Immutable. */
final class KnownKeys {
    /** Stands for a key that is none of them. */
    static final int NONE = -1;

    /** A table with so many entries to a key has few in one place. */
    private static final int ROOM = 4;

    private final String[] table;
    private final byte[] places;
    private final int size;

    /** @param keys at most 127 */
    KnownKeys(String... keys) {
        size = keys.length;
        table = new String[Integer.highestOneBit(size * ROOM)];
        places = new byte[table.length];
        for (int place = 0; place < size; place++) {
            int entry = entry(keys[place]);
            table[entry] = keys[place];
            places[entry] = (byte) place;
        }
    }

    int size() {
        return size;
    }

    /** @return from 0 to below {@link #size}, or {@link #NONE} */
    int place(String key) {
        int entry = entry(key);
        return table[entry] == null ? NONE : places[entry];
    }

    /** @return where the key stands, or where there is room for it */
    private int entry(String key) {
        int hash = key.hashCode();
        int entry = (hash ^ hash >>> 16) & table.length - 1;
        while (table[entry] != null && !table[entry].equals(key)) {
            entry = entry + 1 & table.length - 1;
        }
        return entry;
    }
}
