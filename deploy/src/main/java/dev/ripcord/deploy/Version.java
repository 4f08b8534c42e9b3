package dev.ripcord.deploy;

import org.apache.flink.runtime.util.EnvironmentInformation;
import picocli.CommandLine.IVersionProvider;

/** Which Ripcord this is, and what it runs on. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var built = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "ripcord " + (built == null ? "(not from a jar)" : built),
            "Flink " + EnvironmentInformation.getVersion() + ", Java " + Runtime.version()
        };
    }
}
