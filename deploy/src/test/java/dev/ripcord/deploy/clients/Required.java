package dev.ripcord.deploy.clients;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** What a test needs of the machine: where it is not there the test is skipped, or fails where CI is set. */
final class Required {
    static final Path HOME = Path.of(System.getProperty("ripcord.home")).toAbsolutePath().normalize();
    private static final int SECONDS = 30;

    private Required() {}

    /** @param message what is missing, and what to do about it */
    static void that(boolean there, String message) {
        if (!there && System.getenv("CI") != null) {
            fail(message);
        }
        Assumptions.assumeTrue(there, message);
    }

    static void python() {
        that(succeeds(python3(), "--version"), "no " + python3() + ": the Python client is not tested; install Python"
                + " 3.9 or newer, or name one with -Dripcord.python=...");
    }

    static void pythonWithSignatures() {
        python();
        that(
                succeeds(python3(), "-c", "import cryptography"),
                python3() + " has no package cryptography: signatures are not tested in Python; pip install"
                        + " cryptography, or name another Python with -Dripcord.python=...");
    }

    static void node() {
        that(
                succeeds("node", "--version") && succeeds("npm", "--version"),
                "no node or npm: the TypeScript client is not tested; install Node 18 or newer");
    }

    static String python3() {
        return System.getProperty("ripcord.python", "python3");
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
