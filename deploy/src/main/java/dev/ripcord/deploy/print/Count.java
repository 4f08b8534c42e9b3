package dev.ripcord.deploy.print;

/** Numbers with their word. */
public final class Count {
    private Count() {}

    /** @return {@code 1 error}, {@code 2 errors} */
    public static String of(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
