package dev.ripcord.console.replay.source;

import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Several sources as one. A record that more than one of them has is told by its place in the log, and comes once: what
 * comes out is the same whether Kafka still has it, the archive has it, or each a part.
 */
public final class MergedSource implements RecordSource {
    private final List<RecordSource> sources;

    public MergedSource(List<RecordSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public RecordCursor open(Topic topic, SessionKey session) throws IOException, InterruptedException {
        List<RecordCursor> cursors = new ArrayList<>();
        try {
            for (RecordSource source : sources) {
                cursors.add(source.open(topic, session));
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            closeAfter(failed, cursors);
            throw failed;
        }
        return new MergedCursor(cursors);
    }

    private static void closeAfter(Exception failed, List<RecordCursor> cursors) {
        try {
            new MergedCursor(cursors).close();
        } catch (IOException | RuntimeException refused) {
            failed.addSuppressed(refused);
        }
    }

    @Override
    public List<Relative> relatives(SessionKey session) throws IOException, InterruptedException {
        Map<String, Relative> found = new TreeMap<>();
        for (RecordSource source : sources) {
            for (Relative relative : source.relatives(session)) {
                found.merge(relative.session(), relative, Relative::and);
            }
        }
        return List.copyOf(found.values());
    }

    @Override
    public List<String> sessions(String tenant) throws IOException, InterruptedException {
        TreeSet<String> found = new TreeSet<>();
        for (RecordSource source : sources) {
            found.addAll(source.sessions(tenant));
        }
        return List.copyOf(found);
    }

    @Override
    public List<String> remarks() {
        return sources.stream().flatMap(source -> source.remarks().stream()).toList();
    }

    @Override
    public List<String> beginnings() {
        return sources.stream().flatMap(source -> source.beginnings().stream()).toList();
    }

    @Override
    public void close() throws IOException {
        Closing.all(sources.stream().<Closing.Step>map(source -> source::close).toList());
    }
}
