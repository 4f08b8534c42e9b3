package dev.ripcord.client;

/** What a feed tells, one after the other. */
interface FeedListener {
    /** @param text of the record as it stands on the topic, so that its signature can be verified */
    void record(String key, byte[] text);

    /**
     * What comes until {@link #ready} takes effect as a whole then.
     *
     * @param anew whether it is everything that stands, so that what is not told again is gone; otherwise what is new
     */
    void begins(boolean anew);

    /** Everything that stands has been told. */
    void ready();

    /** How the guard is doing; told every two seconds or more often while the source is heard. */
    void guard(GuardNews news);

    /** The source is not reached; the feed tries again. */
    void lost(String why);
}
