package dev.ripcord.condition;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.ripcord.condition.Namespace.Field;
import dev.ripcord.event.Money;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactKind;
import dev.ripcord.fact.FactValues;
import dev.ripcord.fact.RecentList;
import dev.ripcord.fact.Step;
import dev.ripcord.fact.StepEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The names that every step has: {@code event} with its words, and the facts by group. */
final class StepNames {
    static final String EVENT = "event";
    static final String TYPE = "type";
    static final String PAYLOAD = "payload";
    static final String RECENT = "recent";

    private static final Map<String, Function<StepEvent, String>> WORDS = words();

    private StepNames() {}

    /**
     * @param prefix what stands before the names, such as {@code first.}
     * @param step gives null where there is none: all is absent then
     * @param more fields of the event besides its words
     * @return by the names without the prefix
     */
    static Map<String, Namespace> of(String prefix, Supplier<Step> step, Map<String, Field> more) {
        Map<String, Namespace> names = new LinkedHashMap<>();
        names.put(EVENT, event(prefix, step, more));
        Map<String, Map<String, Field>> groups = new LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            groups.computeIfAbsent(fact.group(), group -> new LinkedHashMap<>())
                    .put(leaf(fact), field(fact, step, !prefix.isEmpty()));
        }
        groups.forEach((group, facts) -> names.put(group, new Namespace(prefix + group, facts)));
        return names;
    }

    /** Lists that are made when a clause asks: of the step that is judged, because an earlier one keeps none. */
    static Namespace recent(Supplier<Step> step) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (RecentList list : RecentList.values()) {
            CelType element = list == RecentList.FAILED ? SimpleType.BOOL : SimpleType.INT;
            fields.put(list.listName(), Field.of(ListType.create(element), () -> {
                Step at = step.get();
                return at == null ? null : at.facts().recent().list(list);
            }));
        }
        return new Namespace(RECENT, fields);
    }

    /** @return what stands after {@code event.}, besides the payload */
    static Set<String> eventWords() {
        return WORDS.keySet();
    }

    private static Namespace event(String prefix, Supplier<Step> step, Map<String, Field> more) {
        Map<String, Field> fields = new LinkedHashMap<>();
        WORDS.forEach((name, word) -> fields.put(name, Field.of(SimpleType.STRING, () -> {
            Step at = step.get();
            return at == null ? null : word.apply(at.event());
        })));
        fields.putAll(more);
        return new Namespace(prefix + EVENT, fields);
    }

    private static Field field(Fact fact, Supplier<Step> step, boolean isEarlier) {
        Supplier<Object> value = () -> {
            Step at = step.get();
            return at == null ? null : value(fact, at.facts());
        };
        return new Field(
                type(fact.kind()), value, Optional.empty(), Optional.of(new FactOfStep(fact, step, isEarlier)));
    }

    private static CelType type(FactKind kind) {
        return switch (kind) {
            case COUNT, IDENTITY -> SimpleType.INT;
            case COUNTS -> ListType.create(SimpleType.INT);
            case FLAG -> SimpleType.BOOL;
            case DURATION -> SimpleType.DURATION;
            case MONEY, RATIO -> SimpleType.DOUBLE;
        };
    }

    private static Object value(Fact fact, FactValues facts) {
        if (!facts.has(fact)) {
            return null;
        }
        long bits = facts.bits(fact);
        return switch (fact.kind()) {
            case COUNT, IDENTITY -> (Object) bits;
            case COUNTS -> facts.value(fact);
            case FLAG -> bits != 0;
            case DURATION -> Duration.ofMillis(bits);
            case MONEY -> (double) bits / Money.NANOS_PER_DOLLAR;
            case RATIO -> Double.longBitsToDouble(bits);
        };
    }

    private static String leaf(Fact fact) {
        return fact.factName().substring(fact.group().length() + 1);
    }

    private static Map<String, Function<StepEvent, String>> words() {
        Map<String, Function<StepEvent, String>> words = new LinkedHashMap<>();
        words.put(TYPE, StepEvent::type);
        words.put("agent", StepEvent::agent);
        words.put("tool", StepEvent::tool);
        words.put("status", StepEvent::status);
        words.put("model", StepEvent::model);
        words.put("from_agent", StepEvent::fromAgent);
        words.put("to_agent", StepEvent::toAgent);
        words.put("event_id", StepEvent::eventId);
        words.put("request_ref", StepEvent::requestRef);
        words.put("caller_step", StepEvent::callerStep);
        return words;
    }
}
