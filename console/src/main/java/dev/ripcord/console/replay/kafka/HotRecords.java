package dev.ripcord.console.replay.kafka;

import dev.ripcord.console.replay.kafka.PartitionCursor.Extent;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.console.replay.source.Relative;
import dev.ripcord.console.topic.KafkaClients;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * What Kafka still has.
 *
 * <p>Of the events the one partition is read that the session's key hashes to, as Java's producers choose it; others only
 * where {@code ripcord.sessions} says that the session lies there too. Kafka has no index of sessions: a partition is
 * read from its first record to the end that it had when reading began.
 */
public final class HotRecords implements RecordSource {
    /** How a summary's coverage ends the gap that tells of it. */
    private static final String SPLIT = "events from another partition";

    private final KafkaClients kafka;
    private final boolean everyPartition;
    private final List<String> remarks = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private final Map<Topic, Map<Integer, Long>> reached = new EnumMap<>(Topic.class);
    private KnownSessions known;
    private SessionKey knownOf;

    /** @param everyPartition read all partitions of the events, whatever the keys say */
    public HotRecords(KafkaClients kafka, boolean everyPartition) {
        this.kafka = kafka;
        this.everyPartition = everyPartition;
    }

    @Override
    public RecordCursor open(Topic topic, SessionKey session) throws IOException, InterruptedException {
        Set<Integer> chosen = topic == Topic.EVENTS ? eventPartitions(session) : Set.of();
        KafkaConsumer<byte[], byte[]> consumer = kafka.exactConsumer();
        try {
            Map<Integer, Extent> extents = extents(consumer, topic, chosen);
            extents.forEach((partition, extent) -> note(topic, partition, extent));
            return cursor(consumer, topic, extents, session);
        } catch (RuntimeException failed) {
            consumer.close();
            throw failed;
        }
    }

    private PartitionCursor cursor(
            KafkaConsumer<byte[], byte[]> consumer, Topic topic, Map<Integer, Extent> extents, SessionKey session) {
        Mention mention = new Mention(session.session());
        boolean perSession = topic == Topic.EVENTS || topic == Topic.SIGNALS || topic == Topic.ACKS;
        Predicate<byte[]> wanted = perSession ? mention::in : any -> true;
        return new PartitionCursor(consumer, topic.topicName(), extents, wanted, remarks::add);
    }

    /** @param chosen empty for all */
    private Map<Integer, Extent> extents(KafkaConsumer<byte[], byte[]> consumer, Topic topic, Set<Integer> chosen) {
        var infos = consumer.partitionsFor(topic.topicName());
        List<TopicPartition> partitions = infos == null
                ? List.of()
                : infos.stream()
                        .filter(info -> chosen.isEmpty() || chosen.contains(info.partition()))
                        .map(info -> new TopicPartition(topic.topicName(), info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            remarks.add("Kafka has no topic " + topic.topicName());
        }
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        return consumer.endOffsets(partitions).entrySet().stream()
                .collect(Collectors.toMap(
                        end -> end.getKey().partition(), end -> new Extent(first.get(end.getKey()), end.getValue())));
    }

    private void note(Topic topic, int partition, Extent extent) {
        reached.computeIfAbsent(topic, none -> new TreeMap<>()).put(partition, extent.to());
        if (topic == Topic.EVENTS && extent.from() > 0) {
            begun.add("Kafka has " + Topic.EVENTS.topicName() + " " + partition + " from offset " + extent.from()
                    + " on; what it deleted before is shown only where an archive has it");
        }
    }

    private Set<Integer> eventPartitions(SessionKey session) throws IOException, InterruptedException {
        if (everyPartition || isSplit(session)) {
            return Set.of();
        }
        int count;
        try (KafkaConsumer<byte[], byte[]> consumer = kafka.exactConsumer()) {
            var infos = consumer.partitionsFor(Topic.EVENTS.topicName());
            count = infos == null ? 0 : infos.size();
        }
        if (count == 0) {
            return Set.of();
        }
        Set<Integer> chosen = new TreeSet<>(known(session).partitions());
        byte[] key = session.session().getBytes(StandardCharsets.UTF_8);
        chosen.add(Utils.toPositive(Utils.murmur2(key)) % count);
        return chosen;
    }

    private boolean isSplit(SessionKey session) throws IOException, InterruptedException {
        return known(session)
                .own()
                .filter(summary -> summary.coverage().gaps().stream().anyMatch(gap -> gap.endsWith(SPLIT)))
                .isPresent();
    }

    private KnownSessions known(SessionKey session) throws IOException, InterruptedException {
        if (known == null || !session.equals(knownOf)) {
            try (RecordCursor records = open(Topic.SESSIONS, session)) {
                known = KnownSessions.read(records, session);
                knownOf = session;
            }
        }
        return known;
    }

    /** @return what comes after the records that were read */
    public ComingRecords follow(SessionKey session) {
        KafkaConsumer<byte[], byte[]> events = kafka.exactConsumer();
        try {
            return new ComingRecords(events, kafka.exactConsumer(), reached, new Mention(session.session()));
        } catch (RuntimeException failed) {
            events.close();
            throw failed;
        }
    }

    @Override
    public List<Relative> relatives(SessionKey session) throws IOException, InterruptedException {
        return known(session).relatives();
    }

    @Override
    public List<String> sessions(String tenant) {
        return known == null ? List.of() : known.names();
    }

    @Override
    public List<String> remarks() {
        return remarks.stream().distinct().toList();
    }

    @Override
    public List<String> beginnings() {
        return begun.stream().distinct().toList();
    }
}
