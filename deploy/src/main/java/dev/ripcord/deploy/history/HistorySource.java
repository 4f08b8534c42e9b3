package dev.ripcord.deploy.history;

import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConfigsResult;
import org.apache.kafka.common.config.ConfigResource;

/** Where history comes from, as people write it: {@code FILE}, {@code archive:DIR}, {@code topic:NAME} or {@code topic:NAME@FROM..TO}. */
public final class HistorySource {
    private static final String TOPIC = "topic:";
    private static final String ARCHIVE = "archive:";
    private static final String TIMESTAMP_TYPE = "message.timestamp.type";

    private HistorySource() {}

    public static boolean isTopic(String text) {
        return text.startsWith(TOPIC);
    }

    public static boolean isArchive(String text) {
        return text.startsWith(ARCHIVE);
    }

    /**
     * @param consequence what does not happen where there is none
     * @param remarks is told of each file that cannot be read
     * @throws Refusal where there is no such directory
     */
    public static History archive(String text, String consequence, Consumer<String> remarks) {
        return new ArchiveHistory(ArchiveRoot.of(text.substring(ARCHIVE.length()), consequence), remarks);
    }

    /**
     * @param consequence what does not happen where there is none
     * @throws Refusal where it is not there, or is no file
     */
    public static History file(String text, String consequence) {
        if (text.startsWith(ARCHIVE)) {
            throw new Refusal(
                    List.of("'" + text
                            + "': an archive belongs to backtest, tune and replay; give a file of JSON Lines"),
                    consequence,
                    ExitCode.INVALID);
        }
        return new FileHistory(LineFile.existing(text, consequence));
    }

    /**
     * @param now milliseconds since the epoch, which relative times are reckoned from
     * @throws Refusal where the text is wrong, no broker answers, or there is no such topic
     */
    public static History topic(String text, KafkaAddress kafka, long now, String consequence)
            throws InterruptedException {
        var problems = new ArrayList<String>();
        var range = TopicRange.parse(text.substring(TOPIC.length()), now, problems)
                .orElseThrow(() -> new Refusal(problems, consequence, ExitCode.INVALID));
        if (!kafka.topics(consequence).contains(range.topic())) {
            throw new Refusal(
                    List.of("Kafka at " + kafka.bootstrapServers() + " has no topic " + range.topic()),
                    consequence,
                    ExitCode.FAILED);
        }
        try (var consumer = kafka.consumer();
                var admin = kafka.admin()) {
            return new TopicHistory(
                    kafka, range.topic(), TopicExtents.of(range, consumer), hasBrokersTime(range.topic(), admin));
        }
    }

    private static boolean hasBrokersTime(String topic, Admin admin) throws InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        DescribeConfigsResult described = admin.describeConfigs(List.of(resource));
        try {
            return described
                    .all()
                    .get()
                    .get(resource)
                    .get(TIMESTAMP_TYPE)
                    .value()
                    .equals("LogAppendTime");
        } catch (ExecutionException notAllowed) {
            // Then nothing is forgotten early: it takes memory, and gives the same.
            return false;
        }
    }
}
