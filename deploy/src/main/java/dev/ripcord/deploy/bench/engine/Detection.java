package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.patterns.BenchPatterns;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.jobs.control.ControlTrust;
import dev.ripcord.jobs.detect.ControlInput;
import dev.ripcord.jobs.detect.DetectSessions;
import dev.ripcord.jobs.detect.Instruction;
import dev.ripcord.jobs.detect.InstructionSerializer;
import dev.ripcord.jobs.detect.SessionDetection;
import dev.ripcord.jobs.exchange.GatherEvents;
import dev.ripcord.jobs.settings.GuardOptions;
import dev.ripcord.jobs.settings.SettingsReader;
import dev.ripcord.signal.Signal;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Ripcord's detection as GuardJob runs it, between a log in memory and a set of what was found. */
record Detection(BenchPatterns patterns) implements Engine {
    private static final Duration VIOLATION_GRACE = Duration.ofSeconds(2);

    @Override
    public void attach(DataStream<DigestedEvent> events, String job) {
        var settings = SettingsReader.read("--ripcord.kafka.bootstrap-servers", "none:1")
                .detection();
        var judged = SessionDetection.of(
                GatherEvents.of(events, GuardOptions.BUFFER_TIMEOUT.defaultValue()),
                noInstructions(events),
                patterns::records,
                new ControlInput(List::of, ControlTrust.THE_TOPIC, VIOLATION_GRACE),
                settings);
        judged.getSideOutput(DetectSessions.SESSIONS).sinkTo(new DiscardingSink<>());
        judged.filter(signal -> noted(job, signal)).name("noted").sinkTo(new DiscardingSink<>());
    }

    private static boolean noted(String job, Signal signal) {
        Engine.found(job, signal.sessionId());
        return false;
    }

    /** Nothing changes while it is measured. */
    private static DataStream<Instruction> noInstructions(DataStream<DigestedEvent> events) {
        return events.getExecutionEnvironment()
                .fromSequence(0, 0)
                .filter(number -> false)
                .map(number -> (Instruction) null, InstructionSerializer.TYPE);
    }

    @Override
    public String operator() {
        return "detect";
    }

    @Override
    public boolean detects() {
        return true;
    }
}
