package dev.ripcord.client;

import static dev.ripcord.client.Records.INVOICE;
import static dev.ripcord.client.Records.guardHalt;
import static dev.ripcord.client.Records.halt;
import static dev.ripcord.client.Records.newKeys;
import static dev.ripcord.client.Records.pause;
import static dev.ripcord.client.Records.release;
import static dev.ripcord.client.Records.signed;
import static dev.ripcord.client.Records.text;
import static dev.ripcord.client.Records.trust;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.topic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownHaltsTest {
    private final List<String> told = new ArrayList<>();
    private final Announcements announcements = new Announcements(
            halt -> told.add("halted " + halt.haltId()), halt -> told.add("released " + halt.haltId()));
    private final Counts counts = new Counts();
    private long now = 1_000;
    private final KnownHalts halts =
            new KnownHalts(INVOICE, Optional.empty(), () -> now, counts, announcements::review);

    @Test
    void aHaltThatStoodBeforeIsToldOnceEverythingIsRead() {
        tell(halt("old", 1), release(2), halt("new", 3));
        assertThat(told).isEmpty();
        halts.ready();
        assertThat(told).containsExactly("halted new");
        assertThat(inForce()).containsExactly("new");
    }

    @Test
    void repeatsAndOldRecordsAreInvisible() {
        halts.ready();
        tell(halt("a", 1), halt("a", 1), release(2), halt("a", 1), release(2));
        assertThat(told).containsExactly("halted a", "released a");
        assertThat(inForce()).isEmpty();
    }

    @Test
    void eachHaltBetweenTwoReleasesIsToldHoweverShortItWas() {
        halts.ready();
        tell(halt("a", 1), release(2), halt("b", 3), release(4));
        assertThat(told).containsExactly("halted a", "released a", "halted b", "released b");
    }

    @Test
    void aPauseEndsByItself() {
        halts.ready();
        tell(pause("p", 1, 2_000));
        assertThat(inForce()).containsExactly("p");
        now = 2_000;
        assertThat(inForce()).isEmpty();
        assertThat(told).containsExactly("halted p", "released p");
    }

    @Test
    void aPauseOverAHaltHidesItNot() {
        halts.ready();
        tell(guardHalt("h", new Position(0, 7)), pause("p", 2, 2_000));
        assertThat(inForce()).containsExactly("h", "p");
        now = 2_000;
        assertThat(inForce()).containsExactly("h");
        tell(release(3, new Position(0, 7)));
        assertThat(told).containsExactly("halted h", "halted p", "released h");
    }

    @Test
    void whatConcernsOthersIsNotKept() {
        halts.ready();
        tell(halt("other", new Scope(ScopeKind.SESSION, "default", "invoice-10"), 1));
        tell(halt("agent", new Scope(ScopeKind.AGENT, "default", "validator"), 1));
        assertThat(inForce()).containsExactly("agent");
    }

    @Test
    void aSourceThatBeginsAnewReplacesWhatStoodOnceItHasToldEverything() {
        halts.ready();
        tell(halt("a", 1));
        halts.begins(true);
        assertThat(inForce()).containsExactly("a");
        halts.ready();
        assertThat(inForce()).isEmpty();
        assertThat(told).containsExactly("halted a", "released a");
    }

    @Test
    void aSourceThatBreaksOffWhileItBeginsAnewReplacesNothing() {
        halts.ready();
        tell(halt("a", 1));
        halts.begins(true);
        halts.interrupted();
        assertThat(inForce()).containsExactly("a");
        halts.begins(true);
        tell(halt("a", 1));
        halts.ready();
        assertThat(inForce()).containsExactly("a");
        assertThat(told).containsExactly("halted a");
    }

    @Test
    void whatWasToldBeforeTheConnectionBrokeHolds() {
        halts.begins(true);
        tell(halt("a", 1));
        assertThat(inForce()).isEmpty();
        halts.interrupted();
        assertThat(inForce()).containsExactly("a");
    }

    @Test
    void aHaltThatCameAndWentMeanwhileStopsNobody() {
        halts.ready();
        tell(halt("a", 1));
        halts.begins(false);
        tell(release(2), halt("b", 3), release(4));
        assertThat(inForce()).containsExactly("a");
        halts.ready();
        assertThat(told).containsExactly("halted a", "released a");
    }

    @Test
    void aScopeIsReleasedWhenNoHaltOfItIsLeft() {
        halts.ready();
        tell(halt("a", 1), halt("b", 2), halt("wide", Records.GLOBAL, 2), release(3));
        assertThat(told).containsExactly("halted a", "halted b", "halted wide", "released b");
    }

    @Test
    void onlyASignedReleaseEndsAHaltWhereKeysAreTrusted() {
        var keys = newKeys();
        var strict = new KnownHalts(INVOICE, Optional.of(trust(keys)), () -> now, counts, announcements::review);
        strict.ready();
        strict.record(halt("a", 1).key(), signed(halt("a", 1), keys));
        strict.record(release(2).key(), text(release(2)));
        strict.record(release(3).key(), signed(release(3), newKeys()));
        strict.begins(true);
        strict.ready();
        assertThat(strict.inForce()).extracting(Halt::haltId).containsExactly("a");
        strict.record(release(4).key(), signed(release(4), keys));
        assertThat(strict.inForce()).isEmpty();
    }

    @Test
    void whatIsNotSignedStopsNobodyWhereKeysAreTrusted() {
        var keys = newKeys();
        var strict = new KnownHalts(INVOICE, Optional.of(trust(keys)), () -> now, counts, announcements::review);
        strict.ready();
        strict.record(halt("a", 1).key(), text(halt("a", 1)));
        String altered = new String(signed(halt("b", 1), keys), UTF_8).replace("circles", "squares");
        strict.record(halt("b", 1).key(), altered.getBytes(UTF_8));
        // Signed, and moved to the key of a scope that it was not signed for.
        strict.record("global/operator", signed(halt("c", 1), keys));
        assertThat(strict.inForce()).isEmpty();
        assertThat(counts.stats().refusedRecords()).isEqualTo(3);
    }

    private void tell(HaltRecord... records) {
        for (HaltRecord record : records) {
            halts.record(record.key(), text(record));
        }
    }

    private List<String> inForce() {
        return halts.inForce().stream().map(Halt::haltId).toList();
    }
}
