package dev.ripcord.console.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The page for people: files that hold no data and need no key. What the page shows it asks the API for, with
 * the key of whoever looks at it.
 */
final class Pages {
    private static final String FOLDER = "/dev/ripcord/console/page/";

    /** Nothing but what is served here runs, and no other page frames it: session texts are their agents'. */
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

    private static final List<String> SCRIPTS =
            List.of("ripcord.js", "api.js", "elements.js", "list.js", "session.js", "standing.js", "timeline.js");

    private Pages() {}

    static List<Route> routes() {
        Page page = Page.read("index.html", "text/html; charset=utf-8");
        Stream<Route> scripts = SCRIPTS.stream()
                .map(name -> Route.get("/page/" + name, Page.read(name, "text/javascript; charset=utf-8")::answer));
        Stream<Route> others = Stream.of(
                Route.get("/", page::answer),
                Route.get("/sessions/{id}", page::answer),
                Route.get("/page/ripcord.css", Page.read("ripcord.css", "text/css; charset=utf-8")::answer),
                Route.get("/page/ripcord.svg", Page.read("ripcord.svg", "image/svg+xml")::answer));
        return Stream.concat(others, scripts).toList();
    }

    /** A file that is served as it is. */
    private record Page(byte[] bytes, String type) {
        static Page read(String name, String type) {
            try (InputStream in = Pages.class.getResourceAsStream(FOLDER + name)) {
                if (in == null) {
                    throw new IllegalStateException("missing from the class path: " + FOLDER + name);
                }
                return new Page(in.readAllBytes(), type);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(name, unreadable);
            }
        }

        void answer(Context request) {
            request.contentType(type)
                    .header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-cache")
                    .result(bytes);
        }
    }
}
