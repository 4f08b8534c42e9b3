package dev.ripcord.console.api;

import dev.ripcord.console.history.Replays;
import dev.ripcord.console.history.TooMuch;
import dev.ripcord.console.history.UnknownSession;
import dev.ripcord.console.sessions.SessionBoard;
import dev.ripcord.source.Suggestion;
import dev.ripcord.topic.SessionKey;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/** Waits for a replay, and says in the gateway's words why there is no answer. */
final class ReplayAnswers {
    private final Replays replays;
    private final SessionBoard sessions;

    ReplayAnswers(Replays replays, SessionBoard sessions) {
        this.replays = replays;
        this.sessions = sessions;
    }

    <T> T of(Context request, SessionKey session, Callable<T> replay) throws Exception {
        try {
            return replays.run(replay);
        } catch (TooMuch busy) {
            request.header("Retry-After", "1");
            throw new Refused(Refused.UNAVAILABLE, busy.getMessage());
        } catch (ExecutionException failed) {
            throw refused(session, failed);
        }
    }

    private Exception refused(SessionKey session, ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof UnknownSession unknown) {
            List<String> errors = new ArrayList<>();
            errors.add(unknown.getMessage() + near(session));
            errors.addAll(Notices.of(unknown.remarks()));
            return new Refused(Refused.NOT_FOUND, errors);
        }
        if (cause instanceof FileSystemException file) {
            // Its message is a path of the server's.
            String kind = file.getClass().getSimpleName();
            return new Refused(Refused.UNAVAILABLE, "the session cannot be read now: a file is not readable, " + kind);
        }
        boolean outside = cause instanceof KafkaException || cause instanceof IOException;
        return outside
                ? new Refused(Refused.UNAVAILABLE, "the session cannot be read now: " + cause.getMessage())
                : failed;
    }

    private String near(SessionKey session) {
        List<String> known = sessions.where(one -> one.summary().tenantId().equals(session.tenant())).stream()
                .map(one -> one.summary().sessionId())
                .toList();
        return Suggestion.nearest(session.session(), known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }
}
