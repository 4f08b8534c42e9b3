package dev.ripcord.console.api;

import dev.ripcord.console.access.ApiKeys;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves routes over HTTP, to those who have a key; whatever goes wrong is answered as JSON. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /** Streams take none. What takes one for long, writing to Kafka, is bounded where it is done. */
    private static final int THREADS = 160;

    private final Javalin javalin;
    private final List<Route> routes;

    private HttpServer(Javalin javalin, List<Route> routes) {
        this.javalin = javalin;
        this.routes = routes;
    }

    /**
     * @param port 0 for any that is free
     * @param pages for people; they need no key
     */
    public static HttpServer start(
            String host, int port, Optional<ApiKeys> keys, List<Route> routes, List<Route> pages) {
        Access access = new Access(keys);
        Javalin javalin = Javalin.create(config -> {
            serving(config);
            config.routes.before("/v1/*", access::identify);
            Stream.concat(routes.stream(), pages.stream())
                    .forEach(route -> config.routes.addHttpHandler(route.method(), route.path(), route.handler()));
            failing(config);
        });
        return new HttpServer(javalin.start(host, port), routes);
    }

    private static void serving(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 8);
        config.jetty.modifyServer(server -> server.setErrorHandler(new JettyErrors()));
    }

    private static void failing(JavalinConfig config) {
        config.routes.exception(
                Refused.class, (refused, request) -> Answer.errors(request, refused.status(), refused.errors()));
        config.routes.exception(
                HttpResponseException.class,
                (other, request) -> Answer.errors(request, other.getStatus(), List.of(words(other, request))));
        config.routes.exception(Exception.class, (ours, request) -> {
            LOG.error("{} {} failed", request.method(), request.path(), ours);
            Answer.errors(request, 500, List.of("the gateway failed; its log says why"));
        });
    }

    private static String words(HttpResponseException other, Context request) {
        return other.getStatus() == 404
                ? "there is no " + request.method() + " " + request.path() + "; see /openapi.json"
                : other.getMessage();
    }

    public List<Route> routes() {
        return routes;
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
