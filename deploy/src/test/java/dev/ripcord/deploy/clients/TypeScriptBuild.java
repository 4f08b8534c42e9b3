package dev.ripcord.deploy.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** {@code clients/typescript}, built once: {@code npm ci} where its dependencies have changed, then {@code tsc}. */
final class TypeScriptBuild {
    static final Path DIRECTORY = Required.HOME.resolve("clients/typescript");
    private static boolean built;

    private TypeScriptBuild() {}

    static synchronized void once() throws IOException, InterruptedException {
        if (built) {
            return;
        }
        Required.node();
        if (!isInstalled()) {
            ToolRun install = ToolRun.in(DIRECTORY, List.of("npm", "ci", "--no-audit", "--no-fund"));
            Required.that(
                    install.exitCode() == 0,
                    "npm ci failed, so that the TypeScript client is not tested; it needs the npm registry once:\n"
                            + install.output());
        }
        ToolRun.in(DIRECTORY, List.of("npm", "run", "build")).succeeded();
        built = true;
    }

    private static boolean isInstalled() throws IOException {
        Path installed = DIRECTORY.resolve("node_modules/.package-lock.json");
        return Files.exists(installed) && time(installed).compareTo(time(DIRECTORY.resolve("package-lock.json"))) >= 0;
    }

    private static FileTime time(Path file) throws IOException {
        return Files.getLastModifiedTime(file);
    }
}
