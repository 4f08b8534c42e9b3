package dev.ripcord.console.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.archive.ArchiveSchema;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.console.Gateway;
import dev.ripcord.console.GatewaySettings;
import dev.ripcord.console.Http;
import dev.ripcord.console.Topics;
import dev.ripcord.console.archive.ArchiveOfRecords;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server tells of a session that Kafka has deleted. */
class ArchivedPastTest {
    private static final SessionKey INVOICE = new SessionKey("default", "invoice-9");
    private static final String SESSION = "/v1/sessions/invoice-9";

    @TempDir
    private Path directory;

    @Test
    void whatKafkaHasDeletedIsShownFromTheArchiveAndWithoutOneItIsSaid() throws Exception {
        try (LocalKafka kafka = LocalKafka.start();
                Topics topics = new Topics(kafka.bootstrapServers()).created()) {
            Judged.by(topics).session(INVOICE, Stories.invoiceLoop(INVOICE, 5));
            ArchiveOfRecords archive = archived(topics);
            GatewaySettings settings = GatewaySettings.local(topics.client());
            try (Gateway hot = Gateway.start(settings);
                    Gateway both = Gateway.start(settings.withArchive(archive.root()))) {
                Http withArchive = Http.to(both);
                await().until(() -> withArchive.get(SESSION).status() == 200);
                JsonNode before = withArchive
                        .get(SESSION + "/timeline?payload=true&facts=true")
                        .json();
                assertThat(before.path("entries")).hasSize(11);
                assertThat(before.path("notices")).hasSize(1);
                assertThat(before.path("notices").path(0).asText()).contains("part-2");
                JsonNode report = withArchive.get(SESSION).json();

                deleteEvents(topics);
                assertThat(withArchive
                                .get(SESSION + "/timeline?payload=true&facts=true")
                                .json())
                        .isEqualTo(before);
                assertThat(withArchive.get(SESSION).json()).isEqualTo(report);
                Http.Reply gone = Http.to(hot).get(SESSION);
                assertThat(gone.status()).isEqualTo(404);
                assertThat(gone.errors())
                        .contains("there is no event of session 'invoice-9'", "Kafka has agent.events");
            }
        }
    }

    private ArchiveOfRecords archived(Topics topics) throws Exception {
        ArchiveOfRecords archive = new ArchiveOfRecords(directory.resolve("archive"));
        for (ArchiveTable table : ArchiveTable.values()) {
            archive.write(table, "part-1", ArchiveSchema.VERSION, topics.all(table.topic()));
        }
        for (Path file : archive.write(ArchiveTable.EVENTS, "part-2", ArchiveSchema.VERSION, topics.all(Topic.EVENTS))
                .values()) {
            ArchiveOfRecords.damage(file);
        }
        return archive;
    }

    private static void deleteEvents(Topics topics) throws Exception {
        try (Admin admin = Admin.create(topics.client())) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            topics.all(Topic.EVENTS)
                    .forEach(record -> all.put(
                            new TopicPartition(record.topic(), record.partition()),
                            RecordsToDelete.beforeOffset(record.offset() + 1)));
            admin.deleteRecords(all).all().get();
        }
    }
}
