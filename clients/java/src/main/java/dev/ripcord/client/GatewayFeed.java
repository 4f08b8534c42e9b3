package dev.ripcord.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the gateway's halts over one connection after the other. */
final class GatewayFeed implements Feed, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayFeed.class);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int MOST_ERROR_TEXT = 4096;
    private static final long CLOSE_MILLIS = 1_000;

    private final GatewayRequests requests;
    private final HttpClient http;
    private final FeedListener listener;
    private final GatewayEvents events;
    private final Backoff backoff = Backoff.ofConnection();
    private final Thread thread;
    private volatile boolean closed;

    private GatewayFeed(GatewayRequests requests, HttpClient http, FeedListener listener, String session) {
        this.requests = requests;
        this.http = http;
        this.listener = listener;
        this.events = new GatewayEvents(listener);
        this.thread = new ClientThreads("feed", session).newThread(this);
    }

    static GatewayFeed start(GatewayRequests requests, HttpClient http, FeedListener listener, String session) {
        var feed = new GatewayFeed(requests, http, listener, session);
        feed.thread.start();
        return feed;
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                try {
                    follow();
                    lost("it ended the connection");
                } catch (IOException broken) {
                    lost(broken.getMessage());
                } catch (RuntimeException unexpected) {
                    // Whatever it was: a guard that has ended hears of no halt.
                    LOG.warn("following {} failed", requests.address(), unexpected);
                    lost(unexpected.toString());
                }
                TimeUnit.MILLISECONDS.sleep(backoff.next());
            }
        } catch (InterruptedException ended) {
            LOG.debug("no longer following {}", requests.address());
        }
    }

    private void follow() throws IOException, InterruptedException {
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer =
                Exchange.within(ANSWER, http, requests.halts(events.resumeFrom()), BodyHandlers.ofPublisher());
        try (var body = new ByteStream()) {
            answer.body().subscribe(body);
            if (answer.statusCode() != 200) {
                throw new IOException(GatewayAnswer.inWords(answer.statusCode(), text(body)));
            }
            var parser = new SseParser(events::accept);
            events.connected();
            Duration silence = requests.following().heartbeatTimeout();
            for (var piece = body.next(silence); !piece.isEmpty(); piece = body.next(silence)) {
                for (ByteBuffer bytes : piece) {
                    parser.accept(bytes);
                }
                if (events.isReady()) {
                    backoff.reset();
                }
            }
        }
    }

    private static String text(ByteStream body) throws IOException, InterruptedException {
        var text = new StringBuilder();
        for (var piece = body.next(ANSWER); !piece.isEmpty(); piece = body.next(ANSWER)) {
            piece.forEach(bytes -> text.append(StandardCharsets.UTF_8.decode(bytes)));
            if (text.length() > MOST_ERROR_TEXT) {
                break;
            }
        }
        return text.toString();
    }

    private void lost(String why) {
        if (closed) {
            return;
        }
        listener.lost(requests.address() + ": " + why);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            if (Thread.currentThread() != thread) {
                thread.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
