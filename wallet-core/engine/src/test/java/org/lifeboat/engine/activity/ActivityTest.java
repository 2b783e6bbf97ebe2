package org.lifeboat.engine.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

class ActivityTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final BlockRef BLOCK = new BlockRef(7, Hash32.ofNumber(7), 1_795_262_460);
    private static final BlockRef OTHER = new BlockRef(7, Hash32.ofNumber(8), 1_795_262_461);
    private static final Hash32 HASH = Hash32.ofNumber(1);
    private static final Hash32 RIVAL = Hash32.ofNumber(2);
    private static final ChainId OP = new ChainId(10);

    private static final Status SAVED = new Status.Saved();
    private static final Status SENT = new Status.Sent(NOON);
    private static final Status ACCEPTED = new Status.Accepted(BLOCK);
    private static final Status MINED = new Status.Mined(BLOCK);
    private static final Status REVERTED = new Status.Reverted(BLOCK);
    private static final Status REPLACED = new Status.Replaced(Optional.of(RIVAL));
    private static final Status DROPPED = new Status.Dropped();

    private static final Status.Sighting TAKEN = new Status.Sighting.TakenBySource(LATER);
    private static final Status.Sighting WAITING = new Status.Sighting.Waiting(LATER);
    private static final Status.Sighting UNKNOWN = new Status.Sighting.Unknown();

    static Stream<Arguments> steps() {
        Status sentLater = new Status.Sent(LATER);
        Status.Sighting inL1 = new Status.Sighting.InBlock(OTHER, true, false);
        Status.Sighting inL2 = new Status.Sighting.InBlock(OTHER, true, true);
        Status.Sighting failed = new Status.Sighting.InBlock(OTHER, false, true);
        Status.Sighting taken = new Status.Sighting.NonceTaken(Optional.of(RIVAL));
        Status.Sighting takenByNobodyKnown = new Status.Sighting.NonceTaken(Optional.empty());
        return Stream.of(
                Arguments.of(SAVED, TAKEN, sentLater),
                Arguments.of(SENT, TAKEN, SENT),
                Arguments.of(MINED, TAKEN, MINED),
                Arguments.of(REPLACED, TAKEN, sentLater),
                Arguments.of(DROPPED, TAKEN, sentLater),
                Arguments.of(SENT, inL1, new Status.Mined(OTHER)),
                Arguments.of(SENT, inL2, new Status.Accepted(OTHER)),
                Arguments.of(MINED, inL1, new Status.Mined(OTHER)),
                Arguments.of(MINED, failed, new Status.Reverted(OTHER)),
                Arguments.of(REPLACED, inL1, new Status.Mined(OTHER)),
                Arguments.of(SENT, WAITING, SENT),
                Arguments.of(MINED, WAITING, sentLater),
                Arguments.of(ACCEPTED, WAITING, sentLater),
                Arguments.of(REVERTED, WAITING, sentLater),
                Arguments.of(REPLACED, WAITING, sentLater),
                Arguments.of(SAVED, UNKNOWN, SAVED),
                Arguments.of(SENT, UNKNOWN, DROPPED),
                Arguments.of(MINED, UNKNOWN, DROPPED),
                Arguments.of(SENT, taken, REPLACED),
                Arguments.of(MINED, taken, REPLACED),
                Arguments.of(SENT, takenByNobodyKnown, new Status.Replaced(Optional.empty())),
                Arguments.of(REPLACED, takenByNobodyKnown, REPLACED),
                Arguments.of(new Status.Replaced(Optional.of(Hash32.ZERO)), taken, REPLACED));
    }

    @ParameterizedTest(name = "{0} then {1}")
    @MethodSource("steps")
    void status_followsTheChain_backwardsToo(Status before, Status.Sighting sighting, Status after) {
        assertThat(before.after(sighting)).isEqualTo(after);
    }

    @Test
    void feePaid_goesWithTheBlockThatSaidSo() {
        InMemoryStorage storage = new InMemoryStorage();
        Activity activity = new Activity(storage);
        storage.activity().put(transaction(SENT));
        Optional<FeeParts> fee = Optional.of(new FeeParts(Wei.of(1), Wei.of(2), Wei.of(3)));

        var mined = activity.seen(OP, HASH, new Status.Sighting.InBlock(BLOCK, true, true), fee, LATER);
        assertThat(mined.orElseThrow().feePaid()).isEqualTo(fee);
        assertThat(mined.orElseThrow().changedAt()).isEqualTo(LATER);

        var undone = activity.seen(OP, HASH, WAITING, Optional.empty(), LATER);
        assertThat(undone.orElseThrow().feePaid()).isEmpty();
        assertThat(storage.activity().find(OP, HASH)).isEqualTo(undone);
        assertThat(activity.seen(OP, RIVAL, WAITING, Optional.empty(), LATER)).isEmpty();
    }

    static Stream<Arguments> undoable() {
        long minute = 60;
        long hour = 3_600;
        return Stream.of(
                Arguments.of(MINED, 59 * minute, true),
                Arguments.of(MINED, 61 * minute, false),
                Arguments.of(ACCEPTED, 11 * hour, true),
                Arguments.of(ACCEPTED, 13 * hour, false),
                Arguments.of(REVERTED, 11 * hour, true),
                Arguments.of(REPLACED, 59 * minute, true),
                Arguments.of(REPLACED, 61 * minute, false),
                Arguments.of(SENT, 1_000 * hour, true),
                Arguments.of(DROPPED, 1_000 * hour, true));
    }

    @ParameterizedTest(name = "{0} after {1} s: {2}")
    @MethodSource("undoable")
    void settled_isAskedAboutAgain_asLongAsAReorganisationMayUndoIt(Status status, long seconds, boolean asked) {
        InMemoryStorage storage = new InMemoryStorage();
        storage.activity().put(transaction(status));

        assertThat(new Activity(storage).open(NOON.plusSeconds(seconds))).hasSize(asked ? 1 : 0);
    }

    /// A step that waits behind one that was lost says so; one whose way is free, or that is over, does not.
    @Test
    void whatComesAfterALostOne_isHeldUpByIt_unlessAnotherHasItsNonce() {
        InMemoryStorage storage = new InMemoryStorage();
        Activity activity = new Activity(storage);
        OwnTransaction lost = transaction(DROPPED, 3, 3);
        OwnTransaction waiting = transaction(SENT, 5, 5);
        storage.activity().put(lost);
        storage.activity().put(transaction(SENT, 4, 4));
        storage.activity().put(waiting);

        assertThat(activity.heldUpBy(waiting)).contains(lost);
        assertThat(activity.heldUpBy(lost)).isEmpty();
        assertThat(activity.heldUpBy(transaction(MINED, 5, 5))).isEmpty();
        storage.activity().put(transaction(SENT, 3, 33));
        assertThat(activity.heldUpBy(waiting)).as("it was replaced").isEmpty();
    }

    @Test
    void csv_saysTimesInUtc_exactAmounts_andLeavesOutWhatIsUnknown() {
        String[] lines = ActivityCsv.write(List.of(
                        transaction(ACCEPTED).withFeePaid(Optional.of(new FeeParts(Wei.of(1), Wei.of(2), Wei.of(3)))),
                        transaction(SAVED)))
                .split("\r\n");

        assertThat(lines[0].split(",")).hasSameSizeAs(ActivityCsv.HEADER);
        assertThat(lines[1])
                .isEqualTo("2026-11-21T12:00:00Z,10,0x0000000000000000000000000000000000000000,SEND,"
                        + "0x0000000000000000000000000000000000000009,1.5,ETH,,accepted by sequencer,7,"
                        + "2026-11-21T12:01:00Z,0.000000000000000006,0.000000000000000001,0.000000000000000002,"
                        + "0.000000000000000003,0.000000000000021,4," + HASH + ",'=rent");
        assertThat(lines[2]).contains(",signed,,,,,,,0.000000000000021,");
    }

    private static OwnTransaction transaction(Status status) {
        return transaction(status, 4, 1);
    }

    private static OwnTransaction transaction(Status status, long nonce, long hash) {
        return new OwnTransaction(
                OP,
                Hash32.ofNumber(hash),
                Address.ZERO,
                new Nonce(nonce),
                OwnTransaction.Kind.SEND,
                Bytes.EMPTY,
                Optional.of(Hash32.ofNumber(9).toAddress()),
                new OwnTransaction.Asset.Coin("ETH"),
                new BigInteger("1500000000000000000"),
                FeeParts.ofExecution(Wei.of(21_000)),
                Optional.empty(),
                status,
                "=rent",
                NOON,
                NOON);
    }
}
