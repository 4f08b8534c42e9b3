package dev.ripcord.deploy.submit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTraceTest {
    private static final String TRACE = """
            <Exception on server side:
            java.util.concurrent.CompletionException: org.apache.flink.util.FlinkRuntimeException: no
            \tat org.apache.flink.runtime.webmonitor.handlers.JarRunHandler.run(JarRunHandler.java:1)
            Caused by: org.apache.flink.util.FlinkRuntimeException: Could not execute application.
            \tat org.apache.flink.client.Some.method(Some.java:84)
            \t... 2 more
            Caused by: %s
            \tat dev.ripcord.jobs.GuardJob.main(GuardJob.java:30)
            \tat java.base/java.lang.Thread.run(Thread.java:840)
            \t... 5 more

            End of exception on server side>""";

    @Test
    void theInnermostCauseIsKeptWithoutItsClass() {
        assertThat(StackTrace.rootCause(TRACE.formatted("java.lang.IllegalStateException: no broker: 10.0.0.1:9092")))
                .isEqualTo("no broker: 10.0.0.1:9092");
    }

    @Test
    void aMessageOfSeveralLinesIsKeptWhole() {
        assertThat(StackTrace.rootCause(TRACE.formatted("dev.ripcord.Wrong: 2 settings are wrong:\n  first\n  second")))
                .isEqualTo("2 settings are wrong:\n  first\n  second");
    }

    @Test
    void anExceptionWithoutAMessageIsNamed() {
        assertThat(StackTrace.rootCause(TRACE.formatted("java.lang.NullPointerException")))
                .isEqualTo("java.lang.NullPointerException");
    }

    @Test
    void textThatIsNoStackTraceIsKept() {
        assertThat(StackTrace.rootCause("Jar file abc.jar does not exist"))
                .isEqualTo("Jar file abc.jar does not exist");
    }
}
