package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.print.ShellWord;
import dev.ripcord.halt.KeyPairFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord keys generate}: an Ed25519 key pair. */
@Command(
        name = "generate",
        description = "Makes an Ed25519 key pair: ID.key to sign halts with, ID.pub to verify them with. Never writes"
                + " over a file.",
        footer = {"", "Example: ripcord keys generate ops-1 --to /etc/ripcord"})
final class KeysGenerateCommand implements Callable<Integer> {
    private static final String NOTHING = "no key was made";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Names the key: letters, digits, dots, dashes and underscores.")
    private String id;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Where to put them.")
    private Path directory;

    @Override
    public Integer call() throws IOException {
        try {
            print(KeyPairFiles.generate(id, directory));
            return ExitCode.OK;
        } catch (FileAlreadyExistsException there) {
            var reason = there.getMessage() + " is there already; a key is never written over: choose another id";
            throw new Refusal(List.of(reason), NOTHING, ExitCode.FAILED);
        } catch (IllegalArgumentException noId) {
            throw new Refusal(List.of(noId.getMessage()), NOTHING, ExitCode.INVALID);
        }
    }

    private void print(KeyPairFiles files) {
        var out = spec.commandLine().getOut();
        out.println("private  " + files.privateKey() + "  for the guard, gateways and operators: --signing-key "
                + ShellWord.of(id + "=" + files.privateKey()));
        out.println("public   " + files.publicKey() + "  for all who verify: --trust "
                + ShellWord.of(id + "=" + files.publicKey()));
    }
}
