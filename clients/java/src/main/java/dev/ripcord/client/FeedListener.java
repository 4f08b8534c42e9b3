package dev.ripcord.client;

/** What a feed tells, one after the other. */
interface FeedListener {
    /** @param text of the record as it stands on the topic, so that its signature can be verified */
    void record(String key, byte[] text);

    /** What comes until {@link #ready} is everything that stands: what the source said before may not hold any more. */
    void reset();

    /** Everything that stands has been told. */
    void ready();

    /** How the guard is doing; told every two seconds or more often while the source is connected and ready. */
    void guard(GuardNews news);

    /** The source is not reached; the feed tries again. */
    void lost(String why);
}
