package dev.ripcord.console.api;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** A request that is answered, and by what. */
public record Route(HandlerType method, String path, Handler handler) {
    static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler);
    }

    static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler);
    }
}
