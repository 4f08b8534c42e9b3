package dev.ripcord.detection;

import dev.ripcord.condition.Parameters;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.ActivationReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.ToolProfile;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An activation, and the document that it puts in force once that is known.
 *
 * <p>On a compacted topic a definition that was published again stands behind its activation. So an activation whose
 * definition is not known waits for it, and counts from its own time as soon as it comes.
 */
final class BookedActivation {
    /** Several only where tenants have values of their own; then at most so many are kept compiled. */
    private static final int MOST_VARIANTS = 1_000;

    private static final TenantLists NO_TENANTS = new TenantLists(List.of());

    private final PatternRecord record;
    private final Activation activation;
    private final Map<BitSet, ActivePattern> variants = new HashMap<>();
    private Booked booked;
    private TenantLists tenants = NO_TENANTS;
    private Parameters base;

    private BookedActivation(PatternRecord record, Activation activation) {
        this.record = record;
        this.activation = activation;
    }

    static BookedActivation of(PatternRecord record) throws Refusal {
        if (record.isTombstone()) {
            Activation none = new Activation(
                    Activation.SCHEMA_VERSION, record.key(), null, Mode.SHADOW, Map.of(), null, "tombstone", null);
            return new BookedActivation(record, none.dueAfter(record.kafkaTime()));
        }
        try {
            Activation activation = Json.read(record.value(), Activation.class);
            if (activation.schemaVersion() != Activation.SCHEMA_VERSION
                    || !activation.id().equals(record.key())) {
                throw new Refusal("schema_version is " + activation.schemaVersion() + " and id is " + activation.id()
                        + "; they must be " + Activation.SCHEMA_VERSION + " and the record's key, " + record.key());
            }
            return new BookedActivation(record, activation.dueAfter(record.kafkaTime()));
        } catch (IOException notJson) {
            throw new Refusal("not an activation: " + Refusal.line(notJson));
        }
    }

    PatternRecord record() {
        return record;
    }

    Activation activation() {
        return activation;
    }

    /** @return {@code id@hash} */
    String definitionKey() {
        return activation.id() + "@" + activation.hash();
    }

    boolean isWaiting() {
        return !activation.deactivates() && booked == null;
    }

    boolean isDue(long kafkaTime) {
        return activation.activateAt() <= kafkaTime;
    }

    /** Takes the document that it waits for. @throws Refusal where it cannot be in force by this activation */
    void settle(Booked known) throws Refusal {
        List<String> obstacles = ActivationReader.obstacles(known.document(), activation);
        if (!obstacles.isEmpty()) {
            throw new Refusal(obstacles);
        }
        if (known instanceof BookedDefinition definition) {
            Parameters resolved = ActivationReader.resolve(definition.definition(), activation);
            Compilable.check(definition, resolved);
            base = resolved;
        }
        booked = known;
        tenants = known.tenants();
    }

    boolean isOfPattern() {
        return booked instanceof BookedDefinition;
    }

    /** @return by which tenants what it puts in force differs */
    TenantLists tenants() {
        return tenants;
    }

    /** @return what it says of tools; empty where it does not */
    Optional<ToolProfile> tools() {
        return booked instanceof BookedTools tools ? Optional.of(tools.document()) : Optional.empty();
    }

    /** @return the pattern that it puts in force, one for all tenants with equal values; empty where it does not */
    Optional<ActivePattern> forTenant(String tenant) {
        if (!(booked instanceof BookedDefinition known)) {
            return Optional.empty();
        }
        if (variants.size() > MOST_VARIANTS) {
            variants.clear();
        }
        return Optional.of(variants.computeIfAbsent(tenants.groupOf(tenant), group -> compiled(known, tenant)));
    }

    private ActivePattern compiled(BookedDefinition known, String tenant) {
        Definition text = known.definition();
        EffectiveParameters parameters = new EffectiveParameters(text, base, tenant);
        Compilation compilation = PatternCompiler.compile(text, known.clauses(), parameters);
        if (compilation instanceof Compilation.Done done) {
            return new ActivePattern(text, activation, known.clauses(), parameters, done.pattern());
        }
        throw new IllegalStateException("checked when it was settled, and now refused: " + compilation);
    }
}
