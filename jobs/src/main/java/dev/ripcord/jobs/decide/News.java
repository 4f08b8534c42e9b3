package dev.ripcord.jobs.decide;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Scope;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.Violation;

/** All that decisions hear of, in one stream: what comes first counts first. */
public sealed interface News {
    /** @return the scope that it is about, as keys begin; of a pattern's mute no scope, but as good */
    String scopeKey();

    record OfSignal(Signal signal) implements News {
        @Override
        public String scopeKey() {
            return signal.scope().key();
        }
    }

    record OfViolation(Violation violation) implements News {
        @Override
        public String scopeKey() {
            return violation.scope().key();
        }
    }

    record OfControl(ControlRecord record) implements News {
        @Override
        public String scopeKey() {
            return record.key().substring(0, Math.max(0, record.key().lastIndexOf('/')));
        }
    }

    /** @param kafkaTime the broker's append time, milliseconds since the epoch */
    record OfAcknowledgement(Acknowledgement acknowledgement, long kafkaTime) implements News {
        @Override
        public String scopeKey() {
            return acknowledgement.scope().key();
        }
    }

    /**
     * The same, for the session that speaks, where the halt is of another scope.
     *
     * @param kafkaTime the broker's append time, milliseconds since the epoch
     */
    record OfAnswer(Acknowledgement acknowledgement, long kafkaTime) implements News {
        @Override
        public String scopeKey() {
            return Scope.session(acknowledgement.session()).key();
        }
    }
}
