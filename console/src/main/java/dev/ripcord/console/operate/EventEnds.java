package dev.ripcord.console.operate;

import dev.ripcord.console.operate.OperatorDesk.Unwritten;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the log of events goes. */
final class EventEnds implements AutoCloseable {
    private static final String EVENTS = Topic.EVENTS.topicName();

    private final Admin admin;

    private EventEnds(Admin admin) {
        this.admin = admin;
    }

    static EventEnds open(Properties client) {
        return new EventEnds(Admin.create(ClientSettings.of(client)));
    }

    /** @return of each partition that holds, or held, an event, the position of its newest */
    List<Position> newest() throws Unwritten {
        try {
            return ends().entrySet().stream()
                    .map(end -> new Position(
                            end.getKey().partition(), end.getValue().offset() - 1))
                    .filter(position -> position.offset() >= 0)
                    .sorted()
                    .toList();
        } catch (ExecutionException refused) {
            throw new Unwritten(
                    "nothing was written: Kafka does not say how far " + EVENTS + " goes, and so what to forgive: "
                            + refused.getCause().getMessage(),
                    refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unwritten("nothing was written: interrupted", interrupted);
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends() throws ExecutionException, InterruptedException {
        var partitions = admin.describeTopics(List.of(EVENTS))
                .allTopicNames()
                .get()
                .get(EVENTS)
                .partitions();
        return admin.listOffsets(partitions.stream()
                        .map(partition -> new TopicPartition(EVENTS, partition.partition()))
                        .collect(Collectors.toMap(partition -> partition, latest -> OffsetSpec.latest())))
                .all()
                .get();
    }

    @Override
    public void close() {
        admin.close();
    }
}
