package dev.ripcord.console.halts;

import dev.ripcord.halt.Subject;
import dev.ripcord.halt.Writer;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What of {@code ripcord.halts} one client sees. */
public sealed interface HaltView {
    /** @return the scopes' keys that it sees; empty where it must be asked of each change */
    Optional<Set<String>> scopes();

    boolean sees(HaltChange change);

    /** @return what stands, as far as it is seen, and where the client has seen something, what was removed since */
    default List<HaltChange> changes(Map<String, StoredRecord> standing, Removals removals, long after) {
        Stream<HaltChange> stands =
                candidates(standing).filter(record -> record.offset() > after).map(HaltChange::of);
        Stream<HaltChange> removed = after < 0
                ? Stream.of()
                : removals.after(after).stream()
                        .filter(removal -> !standing.containsKey(removal.key()))
                        .map(removal -> HaltChange.removed(removal.key(), removal.offset()));
        return Stream.concat(stands, removed)
                .filter(this::sees)
                .sorted(Comparator.comparingLong(HaltChange::offset))
                .toList();
    }

    private Stream<StoredRecord> candidates(Map<String, StoredRecord> standing) {
        return scopes().map(scopes -> scopes.stream()
                        .flatMap(scope -> Stream.of(Writer.values()).map(writer -> scope + "/" + writer.word()))
                        .map(standing::get)
                        .filter(Objects::nonNull))
                .orElseGet(() -> standing.values().stream());
    }

    /** One session's: the halts of its scopes. Mutes are nothing for an agent. */
    record OfSubject(Set<String> keys) implements HaltView {
        public static OfSubject of(Subject subject) {
            Set<String> keys = new LinkedHashSet<>();
            subject.scopes().forEach(scope -> keys.add(scope.key()));
            return new OfSubject(keys);
        }

        @Override
        public Optional<Set<String>> scopes() {
            return Optional.of(keys);
        }

        @Override
        public boolean sees(HaltChange change) {
            return !change.mute() && keys.contains(change.scope());
        }
    }

    /** Everybody's. */
    record OfAll() implements HaltView {
        @Override
        public Optional<Set<String>> scopes() {
            return Optional.empty();
        }

        @Override
        public boolean sees(HaltChange change) {
            return true;
        }
    }

    /** A tenant's, and what is global. */
    record OfTenant(String tenant) implements HaltView {
        @Override
        public Optional<Set<String>> scopes() {
            return Optional.empty();
        }

        @Override
        public boolean sees(HaltChange change) {
            return TenantOfKey.of(change.scope()).map(tenant::equals).orElse(true);
        }
    }
}
