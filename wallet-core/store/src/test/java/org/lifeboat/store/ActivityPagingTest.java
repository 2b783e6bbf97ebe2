package org.lifeboat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.ActivityPage;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

class ActivityPagingTest {
    @TempDir
    Path folder;

    private ProfileStore store;

    @BeforeEach
    void open() {
        store = Samples.open(folder.resolve("records.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void pages_coverEverythingOnce_alsoWhileNewerOnesComeIn() {
        put(0, 25);
        List<OwnTransaction> seen = new ArrayList<>();
        Optional<ActivityPage.Cursor> next = Optional.empty();
        int newer = 100;
        do {
            ActivityPage page = store.activity().page(ActivityFilter.ALL, next, 10);
            seen.addAll(page.transactions());
            next = page.next();
            store.activity().put(Samples.transaction(newer++));
        } while (next.isPresent());

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(seen).extracting(OwnTransaction::signedAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void page_ofTheLastFullPieceSaysThatItIsTheLast() {
        put(0, 10);

        assertThat(store.activity()
                        .page(ActivityFilter.ALL, Optional.empty(), 10)
                        .next())
                .isEmpty();
        assertThat(store.activity()
                        .page(ActivityFilter.ALL, Optional.empty(), 9)
                        .next())
                .isPresent();
        assertThatThrownBy(() -> store.activity().page(ActivityFilter.ALL, Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.activity().page(ActivityFilter.ALL, Optional.empty(), 1_001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filters_narrow_withTheirEndsAsTheySay() {
        put(0, 20);
        Instant from = Samples.NOON.plusSeconds(5);
        Instant until = Samples.NOON.plusSeconds(8);
        ActivityFilter between = new ActivityFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(OwnTransaction.Kind.SEND),
                Optional.empty(),
                Optional.of(from),
                Optional.of(until));

        assertThat(store.activity().count(between)).isEqualTo(3);
        assertThat(store.activity().count(ActivityFilter.of(ChainId.ETHEREUM))).isEqualTo(10);
        assertThat(store.activity().count(ActivityFilter.of(Samples.address(3))))
                .isEqualTo(4);
    }

    @Test
    void everyStatus_comesBack_andUnsettledOnesAreFound() {
        List<Status> statuses = List.of(
                new Status.Saved(),
                new Status.Sent(Samples.NOON),
                new Status.Accepted(Samples.block(7)),
                new Status.Mined(Samples.block(8)),
                new Status.Reverted(Samples.block(9)),
                new Status.Replaced(Optional.of(Hash32.ofNumber(5))),
                new Status.Replaced(Optional.empty()),
                new Status.Dropped());
        for (int i = 0; i < statuses.size(); i++) {
            OwnTransaction transaction = full(i, statuses.get(i));
            store.activity().put(transaction);
            assertThat(store.activity().find(transaction.chain(), transaction.hash()))
                    .contains(transaction);
        }

        assertThat(store.activity().unsettled())
                .extracting(OwnTransaction::status)
                .containsExactly(statuses.get(0), statuses.get(1), statuses.get(7));
        assertThat(store.activity().unsettled(Samples.OP, Samples.address(1))).hasSize(3);
        assertThat(store.activity().inBlocksFrom(Samples.OP, 8)).hasSize(2);
        assertThat(store.activity().withNonce(Samples.OP, Samples.address(1), new Nonce(3)))
                .hasSize(1);
    }

    /// One second less, equal; a replaced one by when it was; never one that is under way.
    @Test
    void settledOnes_areFoundByTheirBlocksTime_amongTheNewestOnly() {
        BlockRef block = Samples.block(8);
        Instant blockTime = Instant.ofEpochSecond(block.unixSeconds());
        OwnTransaction mined = full(1, new Status.Mined(block));
        OwnTransaction accepted = full(2, new Status.Accepted(block));
        OwnTransaction reverted = full(3, new Status.Reverted(block));
        OwnTransaction replaced =
                full(4, new Status.Replaced(Optional.empty())).with(new Status.Replaced(Optional.empty()), blockTime);
        List.of(mined, accepted, reverted, replaced).forEach(store.activity()::put);
        store.activity().put(full(5, new Status.Saved()));
        store.activity().put(full(6, new Status.Sent(blockTime.plusSeconds(9))));
        store.activity().put(full(7, new Status.Dropped()));

        assertThat(store.activity().settledSince(blockTime, 1_000))
                .containsExactly(replaced, reverted, accepted, mined);
        assertThat(store.activity().settledSince(blockTime.plusSeconds(1), 1_000))
                .isEmpty();
        assertThat(store.activity().settledSince(blockTime, 4))
                .as("three that are under way were signed later")
                .containsExactly(replaced);
    }

    @Test
    void savedTransaction_isNotYetOneThatWasSent() {
        OwnTransaction saved = full(1, new Status.Saved());
        store.activity().put(saved);
        assertThat(store.activity().everSentTo(Samples.address(2))).isFalse();

        store.activity().put(saved.with(new Status.Dropped(), Samples.NOON));
        assertThat(store.activity().everSentTo(Samples.address(2))).isTrue();
        assertThat(store.activity().count(ActivityFilter.ALL)).isEqualTo(1);
    }

    /// Looks at the plan, not at a clock: no filter of one kind may walk through the whole table or sort it.
    @Test
    void page_isServedByAnIndex() throws Exception {
        put(0, 3);
        for (String where : List.of(
                "",
                " WHERE chain = 10",
                " WHERE account = '0x'",
                " WHERE kind = 'SEND'",
                " WHERE counterpart = '0x'",
                " WHERE chain = 10 AND (signed_at, row) < (5, 5)")) {
            String sql =
                    "EXPLAIN QUERY PLAN SELECT * FROM activity" + where + " ORDER BY signed_at DESC, row DESC LIMIT 51";
            try (var connection = Database.connectToLook(folder.resolve("records.db"))) {
                List<String> plan = new Session(connection).list(sql, row -> row.text("detail"));
                assertThat(plan).as(where).singleElement().asString().contains("USING INDEX activity_by_");
            }
        }
    }

    private void put(int from, int to) {
        store.atomically(() -> {
            for (int i = from; i < to; i++) {
                store.activity().put(Samples.transaction(i));
            }
            return to;
        });
    }

    private static OwnTransaction full(int number, Status status) {
        return new OwnTransaction(
                Samples.OP,
                Hash32.ofNumber(77 + number),
                Samples.address(1),
                new Nonce(number),
                OwnTransaction.Kind.CONTRACT_CALL,
                Bytes.fromHex("0x02"),
                Optional.of(Samples.address(2)),
                new OwnTransaction.Asset.Erc20(Samples.address(3), "USDC", 6),
                BigInteger.TWO.pow(256).subtract(BigInteger.ONE),
                new FeeParts(Wei.of(1), Wei.of(2), Wei.of(3)),
                Optional.of(new FeeParts(Wei.of(4), Wei.of(5), Wei.of(6))),
                status,
                "rent, \"May\"",
                Samples.NOON,
                Samples.NOON);
    }
}
