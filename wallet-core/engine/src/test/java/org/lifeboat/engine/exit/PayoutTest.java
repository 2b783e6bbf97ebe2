package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.fake.AnsweringSource;
import org.lifeboat.engine.fake.FakeSync;
import org.lifeboat.engine.logs.LogChain;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.Log;

/// Whether money arrived is read from the block that says so, where that block is verified.
class PayoutTest {
    private static final Hash32 FINISHED =
            Hash32.fromHex("0xdb5c7652857aa163daadd670e116628fb42e869d8ac4251ef8971d9e5727df1b");
    private static final Hash32 WITHDRAWAL = Hash32.ofNumber(99);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Address PORTAL = Hash32.ofNumber(5).toAddress();

    /// Block 2 says that the call failed; the blocks around it say nothing.
    private final LogChain chain = new LogChain()
            .block(List.of())
            .block(List.of())
            .block(List.of(List.of(finished(false))))
            .block(List.of())
            .block(List.of());

    @Test
    void onAnL1ThatIsFollowed_aFalseWordIsNotRepeated() {
        assertThat(arrived(new Told(2, false), verified(4))).contains(false);
        assertThat(arrived(new Told(2, true), verified(4)))
                .as("a lie about the outcome")
                .contains(false);
        assertThat(arrived(new Told(3, true), verified(4)))
                .as("an invented event")
                .isEmpty();
        assertThat(arrived(new Told(2, false), verified(1)))
                .as("not verified so far")
                .isEmpty();
    }

    @Test
    void onAnother_itIsTheSourcesWord() {
        assertThat(arrived(new Told(2, true), Optional.empty())).contains(true);
        assertThat(arrived(new Told(-1, true), Optional.empty())).isEmpty();
    }

    private Optional<SyncStatus> verified(int block) {
        VerifiedHead head = chain.head(block);
        return Optional.of(
                FakeSync.following(new VerifiedHead(20_000_000, head.beaconRoot(), head.block(), head.stateRoot())));
    }

    private static Optional<Boolean> arrived(Source source, Optional<SyncStatus> verified) {
        Network l1 = new Network(ChainId.ETHEREUM, "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
        return Payout.succeeded(
                new ExitPlace(l1, List.of(), l1, List.of(source), PORTAL, verified), WITHDRAWAL, PATIENCE);
    }

    private static Log finished(boolean success) {
        return new Log(
                PORTAL,
                List.of(FINISHED, WITHDRAWAL),
                Bytes.of(Hash32.ofNumber(success ? 1 : 0).toArray()));
    }

    /// A source that says in which block the portal finished the withdrawal, and how.
    private final class Told extends AnsweringSource {
        private final Source truth = chain.source("l1.example", (_, receipts) -> Optional.of(receipts));
        private final int block;
        private final boolean success;

        /// @param block negative: it tells of none
        Told(int block, boolean success) {
            this.block = block;
            this.success = success;
        }

        @Override
        public SourceId id() {
            return truth.id();
        }

        @Override
        protected Reply<?> answer(Query<?> query) {
            return switch (query) {
                case Query.ChainIdOf _ -> new Reply.Got<>(ChainId.ETHEREUM.value());
                case Query.HeaderOf(BlockSelector.Tag _) -> truly(new Query.HeaderOf(new BlockSelector.AtNumber(4)));
                case Query.LogsOf _ -> new Reply.Got<>(block < 0 ? List.of() : List.of(claim()));
                default -> truly(query);
            };
        }

        private Reply<?> truly(Query<?> query) {
            return truth.askAll(List.of(query), Purpose.FOLLOW_L1, PATIENCE).getFirst();
        }

        private LogClaim claim() {
            Log log = finished(success);
            Hash32 hash = chain.head(block).block().hash();
            return new LogClaim(log.contract(), log.topics(), log.data(), block, hash, Hash32.ofNumber(7), 0);
        }
    }
}
