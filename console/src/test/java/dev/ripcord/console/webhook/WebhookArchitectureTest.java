package dev.ripcord.console.webhook;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.CompositeArchRule;
import dev.ripcord.architecture.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookArchitectureTest {
    /** A package uses those before it, never those after it. */
    private static final List<String> ORDER = List.of("notice", "delivery", "template", "config", "hook", "intake");

    private static final JavaClasses PRODUCTION = Rules.production("dev.ripcord.console.webhook");

    @Test
    void packagesStandInOneOrder() {
        Rules.order("dev.ripcord.console.webhook", ORDER).check(PRODUCTION);
    }

    @Test
    void timeYamlAndNamesAreAsEverywhere() {
        CompositeArchRule.of(Rules.TIME_FROM_ONE_CLOCK)
                .and(Rules.NAMED_FOR_WHAT_THEY_HOLD)
                .and(Rules.YAML_AND_SCHEMAS_IN_SOURCE_ALONE)
                .and(Rules.NO_FLINK)
                .check(PRODUCTION);
    }
}
