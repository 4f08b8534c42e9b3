package dev.ripcord.client.examples;

import dev.ripcord.client.GatewaySource;
import dev.ripcord.client.Guard;
import dev.ripcord.client.SessionHalted;
import java.util.List;

/**
 * An agent as a plain loop: one line before each model or tool call. Run it, then halt its session from elsewhere:
 *
 * <pre>ripcord halt session/default/invoice-9 --reason "look at this first"</pre>
 */
public final class PlainLoop {
    private PlainLoop() {}

    /** What the agent does; a real one asks a model which tool to call. */
    public interface Step {
        String run() throws InterruptedException;
    }

    /** @param arguments the gateway's address and the session */
    public static void main(String... arguments) throws InterruptedException {
        System.out.println(run(arguments[0], arguments[1], List.of(() -> "asked the model", () -> "called the tool")));
    }

    /** @return how it ended, in words */
    public static String run(String gateway, String session, List<Step> steps) throws InterruptedException {
        int done = 0;
        try (Guard guard = Guard.following(GatewaySource.at(gateway))
                .session(session)
                .agent("invoice-validator")
                .start()) {
            for (Step step : steps) {
                guard.check();
                step.run();
                done++;
            }
            return "finished after " + done + " steps";
        } catch (SessionHalted halted) {
            return "stopped after " + done + " steps: " + halted.reason();
        }
    }
}
