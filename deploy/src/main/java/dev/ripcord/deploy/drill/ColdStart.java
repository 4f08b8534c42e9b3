package dev.ripcord.deploy.drill;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.List;

/**
 * Reads a halt once before any counts. Agents run for hours, and this JVM for seconds: to measure how long it loads the
 * classes that read JSON would say nothing about them.
 */
final class ColdStart {
    private ColdStart() {}

    static void overcome() throws IOException {
        Halt halt = Halt.byOperator(
                "0".repeat(32),
                new Scope(ScopeKind.GLOBAL, null, null),
                "none",
                new Actor(Actor.Kind.SYSTEM, "drill"),
                1,
                null,
                List.of());
        Json.read(Json.bytes(halt), HaltRecord.class);
    }
}
