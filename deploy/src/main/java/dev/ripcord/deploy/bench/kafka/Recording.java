package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.deploy.bench.traffic.SyntheticLog;
import dev.ripcord.deploy.bench.traffic.Traffic;
import dev.ripcord.deploy.events.EventProducer;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.time.WallClock;

/** A log that lies in {@code agent.events} before a job begins to read it. Its events happened until just now. */
record Recording(Traffic traffic, int events) {
    static Recording write(KafkaAddress kafka, Traffic traffic, int events) {
        long span = traffic.time(events) - traffic.time(0);
        var recent = traffic.from(WallClock.SYSTEM.millis() - span);
        var log = new SyntheticLog(recent);
        try (var producer = new EventProducer(kafka.settings())) {
            for (long event = 0; event < events; event++) {
                producer.send(SyntheticLog.sessionId(recent.session(event)), log.bytes(event));
            }
            producer.flush();
        }
        return new Recording(recent, events);
    }
}
