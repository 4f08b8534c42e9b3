package dev.ripcord.deploy.clients;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clients' own tests, with their own tools. */
@Timeout(300)
class ClientUnitTestsIT {
    @Test
    void thoseOfPythonSucceed() throws Exception {
        Required.python();
        ToolRun.in(Required.HOME.resolve("clients/python"), List.of(Required.python3(), "-m", "unittest"))
                .succeeded();
    }

    @Test
    void thoseOfTypeScriptSucceed() throws Exception {
        TypeScriptBuild.once();
        ToolRun.in(TypeScriptBuild.DIRECTORY, List.of("npm", "test")).succeeded();
    }
}
