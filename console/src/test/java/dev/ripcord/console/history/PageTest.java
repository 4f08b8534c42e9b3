package dev.ripcord.console.history;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.console.Gateway;
import dev.ripcord.console.GatewaySettings;
import dev.ripcord.console.Http;
import dev.ripcord.console.Requests;
import dev.ripcord.console.Topics;
import dev.ripcord.console.guard.GuardLimits;
import dev.ripcord.topic.SessionKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page, in a real browser, from a real server. */
class PageTest {
    private static final SessionKey INVOICE = new SessionKey("default", "invoice-9");
    private static final SessionKey RELEASE = new SessionKey("default", "release-42");
    private static final String SCRIPT =
            "<img src=x onerror=\"document.body.dataset.ran=1\"><script>" + "document.body.dataset.ran=1</script>";
    private static final SessionKey HOSTILE = new SessionKey("default", "\"></script>" + SCRIPT);
    private static final String KEY = "the observer's key";

    private static LocalKafka kafka;
    private static Topics topics;
    private static Gateway gateway;
    private static Browsing browsing;

    private final List<String> problems = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        browsing = Browsing.start();
        setDefaultAssertionTimeout(30_000);
        kafka = LocalKafka.start();
        topics = new Topics(kafka.bootstrapServers()).created();
        Judged guard = Judged.by(topics);
        guard.session(INVOICE, Stories.invoiceLoop(INVOICE, 9));
        guard.session(RELEASE, Stories.work(RELEASE));
        guard.session(HOSTILE, hostile());
        // The guard's heart beats once here, and counts for long.
        gateway = Gateway.start(GatewaySettings.local(topics.client())
                .withGuard(new GuardLimits(Duration.ofHours(1), Duration.ofHours(1))));
        topics.heartbeat(3);
        Http http = Http.to(gateway);
        await().until(() -> http.get("/v1/sessions").json().path("total").asInt() == 3
                && http.get("/v1/halts/grouped").json().path("total").asInt() == 2);
        acknowledge(http);
    }

    private static void acknowledge(Http http) throws Exception {
        String halt =
                http.get("/v1/check?session=invoice-9").json().path("halt_id").asText();
        http.post("/v1/acks", Requests.ack(halt, INVOICE, "stopped"));
        await().until(() -> http.get("/v1/sessions/invoice-9")
                .json()
                .path("halt")
                .path("acknowledged")
                .asText()
                .equals("stopped"));
    }

    private static List<String> hostile() {
        Stories story = new Stories(HOSTILE, "agent " + SCRIPT).start().state("{\"a\":1}");
        for (int time = 0; time < 5; time++) {
            story.call("tool " + SCRIPT, "{\"ref\":\"\"}", "0.5").answer("tool " + SCRIPT, "[\"\\u003cscript>\"]");
        }
        return story.state("{\"" + "\\u003cimg src=x onerror=alert(1)>" + "\":2}")
                .events();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        topics.close();
        kafka.close();
        browsing.close();
    }

    @BeforeEach
    void open() {
        page = browsing.browser().newPage();
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void anOperatorSeesWhatRanAwayWhatItCostWhyAndWhetherItIsStopped() {
        page.navigate(gateway.address() + "/");
        assertThat(page.locator("tbody tr").nth(0)).containsText("halted, not confirmed");
        assertThat(page.locator("tbody tr").nth(1)).containsText("invoice-9");
        assertThat(page.locator("tbody tr").nth(2)).containsText("release-42");
        page.getByText("invoice-9", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        var verdict = page.locator(".verdict");
        assertThat(verdict).containsText("HALTED, HAS STOPPED");
        assertThat(verdict).containsText("invoice-validator");
        assertThat(verdict).containsText("stripe_api.get_status gave the same result 4 times");
        assertThat(verdict).containsText("$0.18");
        assertThat(verdict).containsText("Likely cause: tool contract");
        assertThat(page.locator("#guard")).containsText("guard live");
        assertThat(problems).isEmpty();
    }

    @Test
    void aTimelineFoldsLoopsAndShowsTheSignalWithItsSteps() {
        page.navigate(gateway.address() + "/sessions/invoice-9");
        var fold = page.locator(".fold").first();
        assertThat(fold.locator("> details > summary")).containsText("stripe_api.get_status ×9 rounds");
        assertThat(page.locator("#step-9")).hasClass(Pattern.compile(".*signalled.*"));
        assertThat(page.locator("#step-9")).containsText("outcome.in_a_row >= params.times");
        assertThat(page.locator("#step-9 .cost")).hasText("$0.08");
        assertThat(page.locator("#step-12")).isHidden();
        assertThat(page.locator("#step-7")).isHidden();
        fold.locator("> details > summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#step-7")).isVisible();
        assertThat(problems).isEmpty();
    }

    @Test
    void aPayloadComesOnDemandAndAStateChangeWithIt() {
        page.navigate(gateway.address() + "/sessions/release-42#step-5");
        assertThat(page.locator("#step-5")).isFocused();
        assertThat(page.locator("#step-5 .state")).containsText("state changed: phase");
        assertThat(page.locator("#step-5 pre")).hasCount(0);
        page.locator("#step-5 summary").click();
        assertThat(page.locator("#step-5 pre")).containsText("\"phase\": \"run\"");
        assertThat(page.locator("#step-5 .changes")).containsText("phase: \"plan\" → \"run\"");
        page.locator("#step-6 summary").click();
        assertThat(page.locator("#step-6 pre")).containsText("\"trace\": 12345678901234567890");
        assertThat(page.locator(".verdict")).containsText("RUNNING");
        assertThat(problems).isEmpty();
    }

    @Test
    void whatAHostileSessionSaysIsTextAndNothingElse() {
        page.navigate(gateway.address() + "/");
        assertThat(page.locator("tbody")).containsText("onerror");
        page.navigate(gateway.address() + "/sessions/"
                + URLEncoder.encode(HOSTILE.session(), StandardCharsets.UTF_8).replace("+", "%20"));
        assertThat(page.locator(".verdict")).containsText("<script>");
        assertThat(page.locator("#step-13")).isVisible();
        page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
        assertThat(page.locator("#step-13 pre")).containsText("onerror");
        assertThat(page.locator("#step-13 .changes")).containsText("<img src=x");
        assertThat(page.locator("main img, main script")).hasCount(0);
        assertThat(page.locator("body").getAttribute("data-ran")).isNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void theServersPolicyRunsNoScriptThatIsWrittenIntoThePage() {
        page.navigate(gateway.address() + "/");
        page.evaluate("() => { const one = document.createElement('script');"
                + " one.textContent = 'document.body.dataset.ran = 1'; document.body.append(one); }");
        assertThat(page.locator("body").getAttribute("data-ran")).isNull();
        assertThat(problems).anyMatch(problem -> problem.contains("Content Security Policy"));
    }

    @Test
    void aKeyIsAskedForOnceAndSentWithWhatIsAsked(@TempDir Path directory) throws Exception {
        Path keys = Files.writeString(
                directory.resolve("keys.yaml"), "- {name: o, role: observer, sha256: " + Keys.sha256(KEY) + "}\n");
        try (Gateway guarded =
                Gateway.start(GatewaySettings.local(topics.client()).withApiKeys(keys))) {
            page.navigate(guarded.address() + "/sessions/invoice-9");
            page.getByLabel("API key").fill("another");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("not one of this gateway's");
            page.getByLabel("API key").fill(KEY);
            page.keyboard().press("Enter");
            assertThat(page.locator(".verdict")).containsText("invoice-9");
            page.navigate(guarded.address() + "/");
            assertThat(page.locator("tbody")).containsText("release-42");
            assertThat(page.getByLabel("API key")).isHidden();
        }
    }

    @Test
    void itFitsAPhoneInTheDark() {
        try (var phone = browsing.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(375, 700)
                        .setColorScheme(ColorScheme.DARK))) {
            Page small = phone.newPage();
            for (String place : List.of("/", "/sessions/invoice-9")) {
                small.navigate(gateway.address() + place);
                assertThat(small.locator("main")).containsText("invoice-9");
                assertThat(small.locator("main h2").last()).isVisible();
                assertThat((Integer) small.evaluate("() => document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(375);
            }
        }
    }
}
