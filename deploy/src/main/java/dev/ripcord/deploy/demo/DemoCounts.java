package dev.ripcord.deploy.demo;

/**
 * The demo's last line. All but {@code sent} are counted by a consumer of the topics.
 *
 * @param decoded events that the guard judged, repeats included
 * @param signals and halts by distinct ids
 */
record DemoCounts(long sent, long decoded, long dead, int signals, int halts) {
    boolean isComplete() {
        return sent == decoded + dead;
    }
}
