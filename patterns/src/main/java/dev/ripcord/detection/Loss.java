package dev.ripcord.detection;

/**
 * Partial matches of one definition that one event made too many. A match may have been missed.
 *
 * @param tooLong had taken too many steps
 * @param tooMany were more than one definition may have in a session
 * @param tooLarge held more than all partial matches of a session may hold
 */
record Loss(int tooLong, int tooMany, int tooLarge) {
    static final Loss NONE = new Loss(0, 0, 0);

    int partialMatches() {
        return tooLong + tooMany + tooLarge;
    }
}
