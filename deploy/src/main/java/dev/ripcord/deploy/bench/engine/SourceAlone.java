package dev.ripcord.deploy.bench.engine;

import dev.ripcord.fact.DigestedEvent;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The source and nothing behind it: how fast anything could be. */
record SourceAlone() implements Engine {
    private static final String NAME = "nowhere";

    @Override
    public void attach(DataStream<DigestedEvent> events, String job) {
        events.filter(envelope -> false).name(NAME).sinkTo(new DiscardingSink<>());
    }

    @Override
    public String operator() {
        return NAME;
    }

    @Override
    public boolean detects() {
        return false;
    }
}
