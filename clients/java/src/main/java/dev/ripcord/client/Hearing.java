package dev.ripcord.client;

/** Passes what a feed tells to those whom it concerns. */
record Hearing(KnownHalts halts, Vigilance vigilance, Counts counts) implements FeedListener {
    @Override
    public void record(String key, byte[] text) {
        halts.record(key, text);
    }

    @Override
    public void begins(boolean anew) {
        counts.disconnected();
        halts.begins(anew);
    }

    @Override
    public void ready() {
        // The halts first: whoever waits for the start must find all of them.
        halts.ready();
        counts.connected();
        vigilance.ready();
    }

    @Override
    public void guard(GuardNews news) {
        vigilance.guard(news);
    }

    @Override
    public void lost(String why) {
        counts.disconnected();
        halts.interrupted();
        vigilance.lost(why);
    }
}
