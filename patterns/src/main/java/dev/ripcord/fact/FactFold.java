package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/** All facts of a session since they began, folded step by step. */
final class FactFold {
    /** The first version of the state that has the groups stalls, requests and progress. */
    private static final int WITH_STALLS = 2;

    private static final int GROUPS_BEFORE_STALLS = 16;

    /** Likewise, of the group churn. */
    private static final int WITH_CHURN = 3;

    private static final int GROUPS_BEFORE_CHURN = 19;

    private static final int ALL_GROUPS = 20;

    /** Are written where there are none, and never changed. */
    private static final HandoffFacts NO_HANDOFFS = new HandoffFacts();

    private static final MessageFacts NO_MESSAGES = new MessageFacts();

    private final OpenCalls open = new OpenCalls();
    private final CallFacts calls = new CallFacts();
    private final OutcomeFacts outcomes = new OutcomeFacts();
    private final ErrorFacts errors = new ErrorFacts();
    private final LoopFacts loops = new LoopFacts();
    private final StateFacts states = new StateFacts();
    private final DecisionFacts decisions = new DecisionFacts();
    private final NoveltyFact novelty = new NoveltyFact();
    private final StaleFacts stale = new StaleFacts(novelty);
    private final StallFacts stalls = new StallFacts(calls.latest());
    /** Null until the first hand-off: most sessions have none. */
    private HandoffFacts handoffs;
    /** Null until the first message, likewise. */
    private MessageFacts messages;

    private final CostFacts cost;
    private final TokenFacts tokens;
    private final LatencyFacts latency;
    private final RetryFacts retries = new RetryFacts();
    private final BudgetFacts budget = new BudgetFacts();
    private final SessionFacts session = new SessionFacts();
    private final RequestFacts requests = new RequestFacts();
    private final ProgressFacts progress = new ProgressFacts();
    private final ChurnFacts churn = new ChurnFacts();
    private final Recent recent = new Recent(calls.latest(), loops.latestOutcomes(), errors);

    /** @param before what the session came to before its facts began anew */
    FactFold(Totals before) {
        MinuteWindow minute = new MinuteWindow(Tally.KINDS);
        cost = new CostFacts(before.spend(), minute);
        tokens = new TokenFacts(minute);
        latency = new LatencyFacts(minute);
    }

    /** @return the event as the facts saw it */
    StepInput after(Digest digest, Moment moment, FactValues out) {
        StepInput in = StepReader.read(digest, moment, open);
        calls.after(in, out);
        outcomes.after(in, out);
        errors.after(in, out);
        loops.after(in, out);
        states.after(in, out);
        decisions.after(in, out);
        novelty.after(in, out); // after those that tell what is new
        stale.after(in, out);
        stalls.after(in, out); // after calls, outcomes, states and decisions, whose facts it weighs
        if (in.handoff().isKnown()) {
            handoffs().after(in, out);
        }
        if (messages != null || in.message().fingerprint() != CanonicalHash.NONE) {
            messages().after(in, out);
        }
        cost.after(in, out);
        tokens.after(in, out);
        latency.after(in, out);
        retries.after(in, out);
        budget.after(in, out); // after cost, whose rate it needs
        session.after(in, out);
        requests.after(in, out);
        progress.after(in, out); // after calls, whose count it needs
        churn.after(in, out); // after calls, whose count it needs
        IdentityFacts.tell(in, out);
        out.recent(recent);
        if (in.is(EventTypes.TOOL_INVOCATION)) {
            open.open(in.opened());
        }
        return in;
    }

    Totals totals() {
        return new Totals(session.steps(), session.calls(), cost.session(), tokens.session());
    }

    void write(FoldOutput out) throws IOException {
        open.write(out);
        for (GroupFold group : groups()) {
            group.write(out);
        }
    }

    /** Groups that the version did not have yet begin with what comes. */
    void read(FoldInput in) throws IOException {
        handoffs();
        messages();
        open.read(in);
        GroupFold[] groups = groups();
        for (int index = 0; index < groupsIn(in.version()); index++) {
            groups[index].read(in);
        }
        if (in.version() < WITH_STALLS) {
            progress.beginsLate();
        }
    }

    private static int groupsIn(int version) {
        return version < WITH_STALLS ? GROUPS_BEFORE_STALLS : version < WITH_CHURN ? GROUPS_BEFORE_CHURN : ALL_GROUPS;
    }

    /** In the order in which they lie in state: another order is another version. New ones are appended. */
    private GroupFold[] groups() {
        return new GroupFold[] {
            calls,
            outcomes,
            errors,
            loops,
            states,
            decisions,
            novelty,
            stale,
            handoffs == null ? NO_HANDOFFS : handoffs,
            messages == null ? NO_MESSAGES : messages,
            cost,
            tokens,
            latency,
            retries,
            budget,
            session,
            stalls,
            requests,
            progress,
            churn
        };
    }

    private HandoffFacts handoffs() {
        handoffs = handoffs == null ? new HandoffFacts() : handoffs;
        return handoffs;
    }

    private MessageFacts messages() {
        messages = messages == null ? new MessageFacts() : messages;
        return messages;
    }
}
