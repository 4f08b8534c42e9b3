package dev.ripcord.jobs;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.ingest.RawRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that happened, in parts: what was published, activated and released before a part's events, and those events.
 * Each part's records of patterns and halts count within it or later, as it is where they are read in time.
 */
record History(List<Part> parts, int partitions) {
    /** @param events in the order of the broker's time */
    record Part(List<PatternRecord> patterns, List<ControlRecord> control, List<Envelope> events) {}

    List<PatternRecord> patterns() {
        return parts.stream().flatMap(part -> part.patterns().stream()).toList();
    }

    List<ControlRecord> control() {
        return parts.stream().flatMap(part -> part.control().stream()).toList();
    }

    Stream<Envelope> events() {
        return parts.stream().flatMap(part -> part.events().stream());
    }

    /** @return how many events of the part are in each partition */
    List<Integer> sizes(int part) {
        List<Integer> sizes = new ArrayList<>(Collections.nCopies(partitions, 0));
        parts.get(part)
                .events()
                .forEach(event -> sizes.set(
                        event.position().partition(), sizes.get(event.position().partition()) + 1));
        return sizes;
    }

    /** @return each partition's records; which session's turn it is within a part is drawn */
    List<List<RawRecord>> interleaved(Random random) {
        List<List<RawRecord>> interleaved = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            interleaved.add(new ArrayList<>());
        }
        for (Part part : parts) {
            List<List<Envelope>> sessions = new ArrayList<>(part.events().stream()
                    .collect(Collectors.groupingBy(
                            event -> event.event().session().key(),
                            TreeMap::new,
                            Collectors.toCollection(ArrayList::new)))
                    .values());
            while (!sessions.isEmpty()) {
                List<Envelope> turn = sessions.get(random.nextInt(sessions.size()));
                Envelope next = turn.remove(0);
                interleaved
                        .get(next.position().partition())
                        .add(new RawRecord(next.position(), next.kafkaTime(), next.bytes()));
                sessions.removeIf(List::isEmpty);
            }
        }
        return interleaved;
    }
}
