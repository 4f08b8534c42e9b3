package dev.ripcord.console.stream;

import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.halts.HaltChange;
import dev.ripcord.console.halts.HaltView;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who follows halts. A change of a session's halt is looked up by its scope and reaches those that it concerns, however
 * many others there are.
 */
public final class HaltStreams {
    private final HaltBoard board;
    private final Map<String, Set<StreamClient>> byScope = new ConcurrentHashMap<>();
    private final Map<StreamClient, HaltView> wide = new ConcurrentHashMap<>();

    public HaltStreams(HaltBoard board) {
        this.board = board;
        board.listen(this::tell);
    }

    /**
     * @param lastSeen offset that the client has seen; null where it begins
     * @param ready what is sent once everything that stands has been sent
     */
    public void follow(StreamClient client, HaltView view, Long lastSeen, Frame ready) {
        client.ended().whenComplete((none, failure) -> forget(client, view));
        board.follow(lastSeen, view, beginning -> {
            client.beginWith(frames(beginning, lastSeen, ready));
            register(client, view);
        });
    }

    private static Iterator<Frame> frames(HaltBoard.Beginning beginning, Long lastSeen, Frame ready) {
        Stream<Frame> reset =
                lastSeen == null || beginning.resumed() ? Stream.of() : Stream.of(Frame.of("reset", null, "{}"));
        Stream<Frame> changes = beginning.changes().stream().map(HaltFrames::frame);
        return Stream.concat(Stream.concat(reset, changes), Stream.of(ready)).iterator();
    }

    private void register(StreamClient client, HaltView view) {
        view.scopes()
                .ifPresentOrElse(
                        scopes -> scopes.forEach(scope -> byScope.compute(scope, (key, clients) -> {
                            Set<StreamClient> with = clients == null ? ConcurrentHashMap.newKeySet() : clients;
                            with.add(client);
                            return with;
                        })),
                        () -> wide.put(client, view));
        if (client.ended().isDone()) {
            forget(client, view);
        }
    }

    private void forget(StreamClient client, HaltView view) {
        wide.remove(client);
        view.scopes()
                .ifPresent(scopes -> scopes.forEach(scope -> byScope.computeIfPresent(scope, (key, clients) -> {
                    clients.remove(client);
                    return clients.isEmpty() ? null : clients;
                })));
    }

    private void tell(HaltChange change) {
        Set<StreamClient> narrow = change.mute() ? Set.of() : byScope.getOrDefault(change.scope(), Set.of());
        if (narrow.isEmpty() && wide.isEmpty()) {
            return;
        }
        Frame frame = HaltFrames.frame(change);
        narrow.forEach(client -> client.send(frame));
        wide.forEach((client, view) -> {
            if (view.sees(change)) {
                client.send(frame);
            }
        });
    }
}
