package dev.ripcord.deploy.bench.plan;

/**
 * Something that can be measured alone.
 *
 * @param name by which it is asked for, and by which its results are known
 * @param what it is, in a line
 * @param summary whether the summary needs it
 */
public record Item(String name, String what, boolean summary) {
    /** One that the summary needs. */
    public static Item needed(String name, String what) {
        return new Item(name, what, true);
    }

    /** One for those who want to know more. */
    public static Item further(String name, String what) {
        return new Item(name, what, false);
    }
}
