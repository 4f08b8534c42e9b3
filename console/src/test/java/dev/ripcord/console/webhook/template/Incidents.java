package dev.ripcord.console.webhook.template;

import dev.ripcord.console.webhook.Examples;
import dev.ripcord.console.webhook.notice.Incident;
import dev.ripcord.console.webhook.notice.Marks;
import dev.ripcord.console.webhook.notice.Notice;
import dev.ripcord.console.webhook.notice.Notices;
import dev.ripcord.console.webhook.notice.Phase;
import dev.ripcord.console.webhook.notice.Resolution;
import dev.ripcord.console.webhook.notice.Tally;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Severity;
import java.util.ArrayList;
import java.util.List;

/** Every kind of incident that a template may be given. */
final class Incidents {
    static final String NASTY = "x'; rm -rf ~ #<!channel> & \uD83D\uDE00 `code`\n";

    private Incidents() {}

    static Incident one() {
        return new Tally(notice("invoice-9")).told(Phase.OPENED, 0);
    }

    static Incident many(int sessions) {
        Tally tally = new Tally(notice("s-0"));
        for (int number = 1; number < sessions; number++) {
            tally.add(notice("s-" + number));
        }
        return tally.told(Phase.UPDATED, 3);
    }

    static Incident nasty(int repeats) {
        return new Tally(notice(NASTY.repeat(repeats))).told(Phase.OPENED, 0);
    }

    static Incident over() {
        Notice notice = notice("invoice-9");
        return new Tally(notice).over(resolution(notice), 0);
    }

    static Incident overOfAnotherGateway() {
        return Tally.unknown(resolution(notice("invoice-9")), 0);
    }

    static Incident panic() {
        Scope global = new Scope(ScopeKind.GLOBAL, null, null);
        Halt halt = Halt.byOperator("h-1", global, "all is lost", Examples.MARIA, 1, null, List.of());
        return new Tally(Notices.of(halt, Examples.TIME)).told(Phase.OPENED, 0);
    }

    static List<Incident> all() {
        List<Incident> all = new ArrayList<>(
                List.of(one(), many(50), many(2_000), nasty(1), nasty(500), over(), overOfAnotherGateway(), panic()));
        for (Mode mode : Mode.values()) {
            for (Action action : Action.values()) {
                for (Marks marks : List.of(
                        Marks.NONE,
                        new Marks(true, false, false, false),
                        new Marks(false, true, false, false),
                        new Marks(false, false, true, false),
                        new Marks(false, false, false, true))) {
                    var signal = Examples.signal("cost", "acme", "s", mode, action, Severity.WARNING);
                    all.add(new Tally(Notices.of(signal, marks)).told(Phase.OPENED, 0));
                }
            }
        }
        return all;
    }

    private static Notice notice(String session) {
        return Notices.of(Examples.halt(session), Marks.NONE);
    }

    private static Resolution resolution(Notice notice) {
        return new Resolution(
                notice.cause(),
                notice.pattern(),
                notice.scope(),
                "session/acme/invoice-9 was released by maria: checked by hand",
                Examples.TIME + 60_000);
    }
}
