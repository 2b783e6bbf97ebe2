package org.lifeboat.lightclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.lightclient.Verdict.Reason;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

class LightClientTest {
    /// One period of the minimal preset: 8 slots an epoch, 8 epochs a period.
    private static final int PERIOD = 64;

    private final TestBeacon beacon = new TestBeacon();
    private final LightClient client = new LightClient(TestBeacon.NETWORK);
    private final TestBeacon.Made checkpoint = beacon.header(8, 0, Hash32.ZERO);
    private final Store start =
            store(client.begin(checkpoint.header().beacon().root(), beacon.bootstrap(checkpoint, 0)));

    @Test
    void begin_refusesAnotherCheckpointThanAsked() {
        assertThat(client.begin(Hash32.ofNumber(1), beacon.bootstrap(checkpoint, 0)))
                .isEqualTo(new Verdict.Refused(Reason.OTHER_CHECKPOINT));
    }

    @Test
    void begin_refusesACommitteeThatIsNotInTheState() {
        assertThat(client.begin(checkpoint.header().beacon().root(), beacon.bootstrap(checkpoint, 3)))
                .isEqualTo(new Verdict.Refused(Reason.COMMITTEE_NOT_PROVEN));
    }

    @ParameterizedTest(name = "{0} of 32 signed: finalised {1}")
    @CsvSource({"21, false", "22, true", "23, true", "32, true"})
    void process_finalisesFromTwoThirdsOn(int signers, boolean finalised) {
        Store store = store(client.process(start, finality(signers, 0), 1_000));

        assertThat(store.finalized().beacon().slot()).isEqualTo(finalised ? 24 : 8);
        assertThat(store.optimistic().beacon().slot()).isEqualTo(40);
    }

    @ParameterizedTest(name = "clock at slot {0}: accepted {1}")
    @CsvSource({"40, false", "41, true", "42, true"})
    void process_refusesWhatTheClockHasNotReached(long now, boolean accepted) {
        Verdict verdict = client.process(start, finality(32, 0), now);

        assertThat(verdict instanceof Verdict.Accepted).isEqualTo(accepted);
        if (!accepted) {
            assertThat(verdict).isEqualTo(new Verdict.Refused(Reason.FROM_THE_FUTURE));
        }
    }

    @Test
    void process_refusesNobodysSignature() {
        assertThat(client.process(start, finality(0, 0), 1_000)).isEqualTo(new Verdict.Refused(Reason.NO_PARTICIPANTS));
    }

    @Test
    void process_refusesTheSignatureOfAnotherCommittee() {
        assertThat(client.process(start, finality(32, 5), 1_000))
                .isEqualTo(new Verdict.Refused(Reason.SIGNATURE_WRONG));
    }

    @Test
    void process_refusesBitsThatClaimMoreSignersThanThereWere() {
        Update honest = finality(20, 0);
        SyncAggregate claimed = new SyncAggregate(
                finality(30, 0).aggregate().bits(), honest.aggregate().signature());

        Update lie = new Update(honest.attested(), honest.next(), honest.finality(), claimed, honest.signatureSlot());

        assertThat(client.process(start, lie, 1_000)).isEqualTo(new Verdict.Refused(Reason.SIGNATURE_WRONG));
    }

    @Test
    void process_handsOverToTheNextCommittee() {
        Store knowing = store(client.process(start, withNext(32), 1_000));
        TestBeacon.Made finalized = beacon.header(PERIOD + 8, 1, Hash32.ZERO);
        TestBeacon.Made attested =
                beacon.header(PERIOD + 24, 1, finalized.header().beacon().root());
        Update update = beacon.update(attested, Optional.of(finalized), Optional.of(2), 1, 30);

        Store store = store(client.process(knowing, update, 1_000));

        assertThat(store.current()).isEqualTo(beacon.committee(1));
        assertThat(store.next()).contains(beacon.committee(2));
        assertThat(store.finalized().beacon().slot()).isEqualTo(PERIOD + 8);
    }

    @Test
    void process_refusesToSkipAPeriod() {
        Store knowing = store(client.process(start, withNext(32), 1_000));
        TestBeacon.Made attested = beacon.header(2 * PERIOD + 8, 2, Hash32.ZERO);

        assertThat(client.process(knowing, beacon.update(attested, Optional.empty(), Optional.empty(), 2, 32), 1_000))
                .isEqualTo(new Verdict.Refused(Reason.PERIOD_SKIPPED));
    }

    @Test
    void process_refusesAnotherNextCommitteeThanTheOneKnown() {
        Store knowing = store(client.process(start, withNext(32), 1_000));
        TestBeacon.Made other = beacon.header(48, 7, Hash32.ZERO);

        assertThat(client.process(knowing, beacon.update(other, Optional.empty(), Optional.of(8), 0, 32), 1_000))
                .isEqualTo(new Verdict.Refused(Reason.COMMITTEE_NOT_PROVEN));
    }

    @Test
    void process_neverForcesAnUpdate_howeverLateItIs() {
        Store store = store(client.process(start, withoutFinality(20), 1_000));

        Store later = store(client.process(store, withoutFinality(21, 56), 100_000));

        assertThat(later.finalized().beacon().slot()).isEqualTo(8);
        assertThat(later.next()).isEmpty();
    }

    @ParameterizedTest(name = "forced at slot {0}: finalised slot {1}")
    @CsvSource({"71, 8", "72, 8", "73, 40"})
    void forceUpdate_movesOnOnlyAfterAWholePeriod(long now, long finalisedSlot) {
        Store store = store(client.process(start, withoutFinality(20), 60));

        assertThat(client.forceUpdate(store, now).finalized().beacon().slot()).isEqualTo(finalisedSlot);
    }

    @Test
    void process_refusesAHeaderWhoseExecutionPartIsNotItsOwn() {
        Update honest = finality(32, 0);
        LightClientHeader mixed = new LightClientHeader(
                honest.attested().beacon(),
                checkpoint.header().execution(),
                honest.attested().branch());
        Update lie = new Update(mixed, honest.next(), honest.finality(), honest.aggregate(), honest.signatureSlot());

        assertThat(client.process(start, lie, 1_000)).isEqualTo(new Verdict.Refused(Reason.HEADER_BROKEN));
    }

    @Test
    void forkVersion_isThatOfTheSlotBeforeTheSignature() {
        // Electra begins at epoch 2, slot 16: a signature in slot 16 is still made with Deneb's version.
        assertThat(TestBeacon.NETWORK.forks().versionAt(1)).isEqualTo(Bytes.fromHex("0x04000001"));
        TestBeacon.Made attested = beacon.header(15, 0, Hash32.ZERO);

        Verdict verdict =
                client.process(start, beacon.update(attested, Optional.empty(), Optional.empty(), 0, 32), 1_000);

        assertThat(store(verdict).optimistic().beacon().slot()).isEqualTo(15);
    }

    private Update finality(int signers, int period) {
        TestBeacon.Made finalized = beacon.header(24, 0, Hash32.ZERO);
        TestBeacon.Made attested =
                beacon.header(40, 0, finalized.header().beacon().root());
        return beacon.update(attested, Optional.of(finalized), Optional.empty(), period, signers);
    }

    private Update withNext(int signers) {
        TestBeacon.Made finalized = beacon.header(24, 0, Hash32.ZERO);
        TestBeacon.Made attested =
                beacon.header(40, 0, finalized.header().beacon().root());
        return beacon.update(attested, Optional.of(finalized), Optional.of(1), 0, signers);
    }

    private Update withoutFinality(int signers) {
        return withoutFinality(signers, 40);
    }

    private Update withoutFinality(int signers, long slot) {
        return beacon.update(beacon.header(slot, 0, Hash32.ZERO), Optional.empty(), Optional.of(1), 0, signers);
    }

    private static Store store(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) verdict).store();
    }
}
