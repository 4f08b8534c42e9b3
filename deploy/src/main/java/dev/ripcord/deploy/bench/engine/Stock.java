package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.stock.StockCep;
import dev.ripcord.fact.DigestedEvent;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Flink's own CEP, with the three families. */
record Stock(StockCep.TimeDomain time) implements Engine {
    @Override
    public void attach(DataStream<DigestedEvent> events, String job) {
        StockCep.matches(events, time)
                .filter(session -> noted(job, session))
                .name("noted")
                .sinkTo(new DiscardingSink<>());
    }

    private static boolean noted(String job, String session) {
        Engine.found(job, session);
        return false;
    }

    @Override
    public String operator() {
        return StockCep.OPERATOR;
    }

    @Override
    public boolean detects() {
        return true;
    }

    @Override
    public boolean judgesAtOnce() {
        return switch (time) {
            case PROCESSING_TIME -> true;
            case EVENT_TIME -> false;
        };
    }
}
