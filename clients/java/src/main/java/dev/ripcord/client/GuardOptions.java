package dev.ripcord.client;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Subject;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.time.WallClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** What a {@link GuardBuilder} has gathered, complete and checked. */
record GuardOptions(
        Subject subject,
        Optional<TrustedKeys> trusted,
        WhenUnguarded whenUnguarded,
        Duration startTimeout,
        Duration staleAfter,
        Consumer<Halt> onHalt,
        Consumer<Halt> onRelease,
        Consumer<String> onUnguarded,
        Runnable onGuarded,
        WallClock clock) {}
