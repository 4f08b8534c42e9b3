package dev.ripcord.console.api;

import dev.ripcord.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is no HTTP, or too long a line of it, never reaches a route. It is answered in JSON all the same. */
final class JettyErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        String said = message == null || message.isBlank() ? "the request cannot be read" : message;
        byte[] body = Json.text(Map.of("errors", List.of(said))).getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Body.JSON);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
