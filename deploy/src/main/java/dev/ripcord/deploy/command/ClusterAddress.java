package dev.ripcord.deploy.command;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a cluster's REST API. */
final class ClusterAddress implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        try {
            var address = URI.create(text.contains("://") ? text : "http://" + text);
            if (address.getHost() != null && (address.getPort() > 0 || text.contains("://"))) {
                return address.resolve("/");
            }
        } catch (IllegalArgumentException invalid) {
            // Refused below, like an address without a port.
        }
        throw new TypeConversionException("'" + text + "' is not HOST:PORT, such as 127.0.0.1:8081");
    }
}
