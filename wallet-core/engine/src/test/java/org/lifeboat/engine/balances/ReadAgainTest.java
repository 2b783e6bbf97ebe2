package org.lifeboat.engine.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceLimits;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;

/// Who was read at the newest block is read once more at one that is vouched for.
class ReadAgainTest extends BalanceStory {
    private static final long OLDER = 90;

    private final List<Collection<BalanceProof>> older = new ArrayList<>();
    private final Balances rereading = new Balances(store, clock, new Vouching() {
        @Override
        public void take(Network network, Collection<BalanceProof> proofs, Again again) {
            older.add(again.at(chain.header(OLDER)));
        }
    });

    @Test
    void allThatIsProven_isProvenThereInOneRequest() throws InterruptedException {
        FakeSource source = honest("a");

        read(source);

        assertThat(older.getFirst()).extracting(BalanceProof::account).containsExactly(ALICE, BOB);
        assertThat(older.getFirst())
                .extracting(BalanceProof::header)
                .containsOnly(chain.header(OLDER).encoded());
        assertThat(source.requests()).hasSize(3);
        assertThat(source.requests().getLast())
                .allMatch(query -> selector(query)
                        .filter(new BlockSelector.ByHash(chain.header(OLDER).hash())::equals)
                        .isPresent());
    }

    @Test
    void aSourceWithoutOldStates_isNoLessTrustedForNewOnes() throws InterruptedException {
        FakeSource source = honest("a")
                .twist((query, reply) ->
                        isOlder(query) ? new Reply.Refused<>(-32_000, "missing trie node", Optional.empty()) : reply);

        read(source);
        BalanceSheet second = read(source);

        assertThat(older).allMatch(Collection::isEmpty);
        assertThat(known(second, ALICE).assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(source.refutations()).isEmpty();
    }

    @Test
    void wherePastBlocksAreKnownNotToBeProven_nobodyIsAsked() throws InterruptedException {
        FakeSource source = honest("a");
        SourceLimits guess = SourceLimits.STARTING;
        source.limits(new SourceLimits(
                guess.batchSize(),
                guess.answerBytes(),
                guess.requestBytes(),
                guess.requestsAtOnce(),
                OptionalLong.of(10), // blocks 91 to 100
                OptionalLong.empty()));

        read(source);

        assertThat(older).allMatch(Collection::isEmpty);
        assertThat(source.requests()).hasSize(2);
    }

    @Test
    void aLieAboutTheOlderBlock_setsTheSourceAside() throws InterruptedException {
        FakeSource liar = honest("a")
                .twist((query, reply) ->
                        isOlder(query) && query instanceof Query.BalanceOf ? new Reply.Got<>(Wei.of(1)) : reply);

        read(liar);

        assertThat(older).allMatch(Collection::isEmpty);
        assertThat(liar.refutations()).isNotEmpty();
    }

    private BalanceSheet read(FakeSource source) throws InterruptedException {
        return rereading.refresh(
                List.of(new Watch(network(), List.of(source), List.of(ALICE, BOB), List.of())), QUICK, _ -> {});
    }

    private boolean isOlder(Query<?> query) {
        BlockHeader header = chain.header(OLDER);
        return selector(query)
                .filter(block -> block.equals(new BlockSelector.ByHash(header.hash()))
                        || block.equals(new BlockSelector.AtNumber(OLDER)))
                .isPresent();
    }
}
