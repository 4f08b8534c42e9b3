package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Problem;
import dev.ripcord.pattern.Reading;
import java.nio.file.Path;
import java.util.List;

/** The patterns that come with Ripcord: {@code patterns/library} of the installation. */
public final class ShippedLibrary {
    private ShippedLibrary() {}

    /** The launcher says where the installation is; without it, the working directory is taken for it. */
    public static Path directory() {
        return Path.of(System.getProperty("ripcord.home", "."), "patterns", "library");
    }

    /** @throws Refusal where somebody has edited them and they are wrong now */
    public static List<Definition> definitions() {
        return read(directory());
    }

    /** @throws Refusal where somebody has edited it and it is wrong now, or it is not there */
    public static Definition definition(String id) {
        return read(directory().resolve(id + ".yaml")).get(0);
    }

    private static List<Definition> read(Path files) {
        Reading reading = DefinitionReader.read(List.of(files));
        if (!reading.problems().isEmpty()) {
            List<String> reasons =
                    reading.problems().stream().map(Problem::render).toList();
            throw new Refusal(reasons, "nothing was started", ExitCode.INVALID);
        }
        return reading.definitions();
    }
}
