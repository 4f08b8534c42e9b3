package dev.ripcord.library;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.log;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.retry;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.state;
import static dev.ripcord.session.Sessions.userRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.event.Envelope;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.session.Draft;
import dev.ripcord.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Work that repeats itself and gets somewhere, short and long: none of the shipped patterns stops it. */
class LegitimateWorkTest {
    private static final PatternBook LIBRARY = PatternBook.enforcing(
            DefinitionReader.read(List.of(Path.of("library"))).definitions());

    static Stream<Session> work() {
        return Stream.concat(
                Stream.of(12, 60, 200).flatMap(LegitimateWorkTest::repeating), Stream.of(blindScrolling(), oneByOne()));
    }

    /** @param times how often each comes again */
    private static Stream<Session> repeating(int times) {
        return Stream.of(
                polling(times),
                slowPolling(times),
                pages(times),
                batch(times),
                batchWithFailures(times),
                retriesThatSucceed(times),
                scrolling(times),
                scrollingPages(times),
                testing(times),
                chatting(times),
                reporting(times));
    }

    @ParameterizedTest
    @MethodSource("work")
    void isNotStopped(Session working) {
        assertThat(stopsOf(working)).isEmpty();
    }

    @Test
    void theSameAgentIsStoppedWhereNothingComesOfIt() {
        Session stuck = session("stuck").repeats(60, call("build.progress", "{id: 7}"), result("{percent: 40}"));

        assertThat(stopsOf(stuck)).isNotEmpty();
    }

    private static Session polling(int times) {
        return session("polling " + times)
                .repeats(times, call("build.progress", "{id: 7}"), round -> result("{percent: " + round + "}"));
    }

    /** A long answer of which one line changes. */
    private static Session slowPolling(int times) {
        return session("slow polling " + times)
                .every(Duration.ofSeconds(20))
                .repeats(
                        times,
                        call("pods.list", "{namespace: shop}"),
                        round -> text("NAME READY STATUS RESTARTS AGE\ncart-7d 1/1 Running 0 3d\n"
                                + "payment-5c 1/1 Running 0 3d\nsearch-9f 0/1 Pending 0 " + round + "s"));
    }

    private static Session pages(int times) {
        return session("pages " + times)
                .repeats(
                        times,
                        page -> List.of(
                                call("orders.list", "{table: orders, cursor: " + page + "}"),
                                text("order " + page
                                        + " of the shop in the north\nnext cursor follows this line of text")));
    }

    private static Session batch(int times) {
        return session("batch " + times)
                .repeats(
                        times,
                        item -> List.of(call("mail.archive", "{id: m-" + item + ", folder: archive}"), result("done")));
    }

    private static Session batchWithFailures(int times) {
        return session("batch with failures " + times)
                .repeats(
                        times,
                        item -> List.of(
                                call("fetch", "{url: 'https://a.example/" + item + "'}"),
                                item % 3 == 2 ? error("404") : text("the text of page " + item)));
    }

    private static Session retriesThatSucceed(int times) {
        return session("retries " + times).repeats(times, part -> {
            Draft upload = call("upload", "{file: part-" + part + "}");
            Draft refusal = error("503 try again");
            return List.of(upload, refusal, retry(), upload, refusal, retry(), upload, text("stored as " + part));
        });
    }

    /** The agent reports what it sees. */
    private static Session scrolling(int times) {
        return session("scrolling " + times)
                .repeats(times, screen -> List.of(call("scroll", "{delta: 600}"), state("screen-" + screen)));
    }

    private static Session scrollingPages(int times) {
        return session("scrolling pages " + times)
                .repeats(
                        times,
                        row -> List.of(
                                call("scroll", "{delta: 300}"),
                                result("{}").without("tool_result"),
                                call("click", "{object: 'row " + row + "'}"),
                                result("{}").without("tool_result")));
    }

    /** Each edit changes what the tests say. */
    private static Session testing(int times) {
        return session("testing " + times)
                .repeats(
                        times,
                        round -> List.of(
                                call("run_tests", "{path: src}"),
                                text(round + " passed, " + (times - round) + " failed"),
                                call("edit", "{file: parser.py, text: 'version " + round + " of the loop'}"),
                                text("written")));
    }

    /** The user asks for the same again and again, and gets what there is. */
    private static Session chatting(int times) {
        return session("chatting " + times)
                .repeats(
                        times,
                        turn -> List.of(
                                userRequest("and now?"),
                                call("inbox.count", "{folder: all}"),
                                text(turn + " messages"),
                                message("You have mail.")));
    }

    private static Session reporting(int times) {
        return session("reporting " + times)
                .every(Duration.ofMinutes(1))
                .repeats(times, message("The job is still running."));
    }

    /** Nothing is known of what comes of it. */
    private static Session blindScrolling() {
        return session("blind scrolling")
                .repeats(24, call("scroll", "{delta: 600}"), result("{}").without("tool_result"));
    }

    /** The same test fails five times, with an edit after each. */
    private static Session oneByOne() {
        return session("one by one")
                .repeats(
                        5,
                        round -> List.of(
                                call("run_tests", "{path: src}"),
                                text("1 failed, 12 passed"),
                                call("edit", "{file: parser.py, text: 'version " + round + " of the loop'}"),
                                text("written")));
    }

    private static Draft text(String result) {
        return result('"' + result.replace("\n", "\\n") + '"');
    }

    /** @return the patterns that stop the session, each with the place where it does */
    private static List<String> stopsOf(Session session) {
        SessionDetector detector = new SessionDetector(DetectionLimits.DEFAULT);
        List<Envelope> events = log(session);
        SessionState state = new SessionState(events.get(0).event().session(), DetectionLimits.DEFAULT);
        List<String> stops = new ArrayList<>();
        for (Envelope event : events) {
            detector.judge(state, event, LIBRARY.at(state.key().tenant(), event.kafkaTime())).signals().stream()
                    .filter(signal -> signal.action().compareTo(Action.PAUSE) >= 0)
                    .forEach(signal -> stops.add(signal.pattern().id() + " at " + event.position()));
        }
        return stops;
    }
}
