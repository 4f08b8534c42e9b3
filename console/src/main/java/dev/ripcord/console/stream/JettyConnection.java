package dev.ripcord.console.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * The connection of an asynchronous request. The servlet interface knows no way to break one off while something is
 * being sent to a client that does not read; Jetty does.
 */
final class JettyConnection implements StreamClient.Connection {
    private final AsyncContext async;
    private final EndPoint endPoint;

    JettyConnection(HttpServletRequest request) {
        this.async = request.getAsyncContext();
        this.endPoint = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    @Override
    public void complete() {
        async.complete();
    }

    @Override
    public void abort() {
        endPoint.close();
    }
}
