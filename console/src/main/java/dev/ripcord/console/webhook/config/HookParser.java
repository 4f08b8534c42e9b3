package dev.ripcord.console.webhook.config;

import dev.ripcord.console.webhook.delivery.Secret;
import dev.ripcord.console.webhook.delivery.Target;
import dev.ripcord.console.webhook.notice.What;
import dev.ripcord.console.webhook.template.AlertmanagerTemplate;
import dev.ripcord.console.webhook.template.JsonTemplate;
import dev.ripcord.console.webhook.template.PagerDutyTemplate;
import dev.ripcord.console.webhook.template.SlackTemplate;
import dev.ripcord.console.webhook.template.Template;
import dev.ripcord.pattern.Severity;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one hook, and says what the schema cannot. */
final class HookParser {
    private static final String PAGERDUTY = "pagerduty";
    private static final int SHORTEST_SECRET = 16;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Located hook;
    private final List<Fault> faults;
    private final GivenOrNamed secrets;
    private final Bounds bounds;

    HookParser(Located hook, Map<String, String> environment, List<Fault> faults) {
        this.hook = hook;
        this.faults = faults;
        this.secrets = new GivenOrNamed(hook, environment, faults);
        this.bounds = new Bounds(hook, faults);
    }

    /** @return empty where something is wrong with it, which is told then */
    Optional<HookSettings> parsed() {
        Optional<Target> target = target();
        Optional<Secret> secret = secret();
        Optional<Template> template = template();
        HookSettings.Pace pace = pace();
        Filter filter = hook.get("on").map(this::filter).orElse(Filter.DEFAULT);
        if (target.isEmpty() || template.isEmpty() || hook.text("name").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HookSettings(
                hook.text("name").get(),
                target.get(),
                secret,
                template.get(),
                filter,
                hook.isTrue("allow_private"),
                pace));
    }

    private Optional<Secret> secret() {
        Optional<String> value = secrets.value("secret");
        if (hook.has("secret_env")
                && value.filter(text -> text.length() < SHORTEST_SECRET).isPresent()) {
            faults.add(new Fault(
                    hook.children().get("secret_env").place(),
                    "the secret in that variable is too short; it must have at least " + SHORTEST_SECRET
                            + " characters"));
        }
        return value.map(Secret::new);
    }

    private boolean isPagerDuty() {
        return hook.text("template").equals(Optional.of(PAGERDUTY));
    }

    private Optional<Target> target() {
        Optional<String> url = isPagerDuty() && !hook.has("url") && !hook.has("url_env")
                ? Optional.of(PagerDutyTemplate.URL)
                : secrets.required("url");
        try {
            return url.map(Target::of);
        } catch (IllegalArgumentException notAUrl) {
            String key = hook.has("url") ? "url" : "url_env";
            faults.add(new Fault(hook.children().get(key).place(), "url " + notAUrl.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Template> template() {
        if (isPagerDuty()) {
            return secrets.required("routing_key").map(Secret::new).map(PagerDutyTemplate::new);
        }
        for (String key : List.of("routing_key", "routing_key_env")) {
            if (hook.has(key)) {
                faults.add(new Fault(hook.keyPlace(key), key + " is for the template pagerduty alone; remove it"));
            }
        }
        return hook.text("template").flatMap(HookParser::template);
    }

    private static Optional<Template> template(String word) {
        return switch (word) {
            case "json" -> Optional.of(new JsonTemplate());
            case "slack" -> Optional.of(new SlackTemplate());
            case "alertmanager" -> Optional.of(new AlertmanagerTemplate());
            default -> Optional.empty();
        };
    }

    private HookSettings.Pace pace() {
        HookSettings.Pace usual = HookSettings.Pace.DEFAULT;
        return new HookSettings.Pace(
                bounds.duration("timeout", usual.timeout(), Duration.ofMillis(100), LONGEST_WAIT),
                hook.get("attempts").map(number -> number.json().asInt()).orElse(usual.attempts()),
                bounds.duration("backoff", usual.backoff(), Duration.ofMillis(10), LONGEST_WAIT),
                bounds.duration("update_every", usual.updateEvery(), Duration.ofMillis(100), Duration.ofDays(1)),
                bounds.duration("window", usual.window(), Duration.ofSeconds(1), Duration.ofDays(7)));
    }

    private Filter filter(Located on) {
        Set<What> what = texts(on, "what").stream()
                .flatMap(word -> What.of(word).stream())
                .collect(Collectors.toSet());
        return new Filter(
                what.isEmpty() ? Filter.DEFAULT_WHAT : what,
                on.text("severity").flatMap(HookParser::severity).orElse(Severity.INFO),
                texts(on, "tenants").stream().map(NameGlob::new).toList(),
                texts(on, "patterns").stream().map(NameGlob::new).toList(),
                !on.has("resolved") || on.isTrue("resolved"));
    }

    private static Optional<Severity> severity(String word) {
        return List.of(Severity.values()).stream()
                .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static List<String> texts(Located at, String key) {
        return at.get(key).map(Located::items).orElse(List.of()).stream()
                .flatMap(item -> item.text().stream())
                .toList();
    }
}
