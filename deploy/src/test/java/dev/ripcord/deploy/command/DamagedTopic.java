package dev.ripcord.deploy.command;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Makes a topic that is there and cannot be read, as one is that nobody may read. */
final class DamagedTopic {
    private DamagedTopic() {}

    /** Turns the last byte of the first partition's log on the broker's disk: consumers find that the sum is wrong. */
    static void of(LocalKafka kafka, Topic topic) throws IOException {
        var file = kafka.directory().resolve(topic.topicName() + "-0").resolve("00000000000000000000.log");
        try (var log = FileChannel.open(file, READ, WRITE)) {
            long last = log.size() - 1;
            var one = ByteBuffer.allocate(1);
            log.read(one, last);
            log.write(ByteBuffer.wrap(new byte[] {(byte) ~one.get(0)}), last);
        }
    }
}
