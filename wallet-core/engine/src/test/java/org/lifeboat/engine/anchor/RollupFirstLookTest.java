package org.lifeboat.engine.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.balances.Vouching;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.Game;

/// Who looks for the first time need not wait for the next root.
class RollupFirstLookTest extends RollupAnchorsStory {
    /// The newest root is below what was read, as it is for an hour on most chains.
    @Test
    void whoLooksForTheFirstTime_isReadAtTheNewestRootToo_once() {
        chain.grow(10, OWNER, 500);
        bridge.post(chain, 1, 10);
        chain.grow(20, OWNER, 200);

        read(chain, 200, this::proving500);
        assertThat(vouched()).containsExactly(posted(500, 10));
        assertThat(askedAgain).containsExactly(10L);

        read(chain, 200, this::proving500);
        assertThat(askedAgain).as("a root vouches for it").containsExactly(10L);
        chain.grow(30, OWNER, 200);
        bridge.post(chain, 2, 30);
        refresh();
        assertThat(vouched()).as("the head's own proof rises as ever").containsExactly(posted(200, 20));
    }

    @Test
    void aServerWithoutOldStates_leavesItForLater_andIsAskedAgainAtTheNextLookOnly() {
        chain.grow(10, OWNER, 500);
        bridge.post(chain, 1, 10);
        chain.grow(20, OWNER, 200);
        RollupAnchors seldom = new RollupAnchors(storage, _ -> Optional.of(place()), bridge, TokenList.bundled(), 25);
        Vouching.Again none = block -> {
            askedAgain.add(block.number());
            return List.of();
        };
        storage.balances().put(reading(Assurance.MATCHED, 200, chain.head().ref()));

        for (int look = 0; look < 30; look++) {
            seldom.take(ROLLUP, List.of(chain.proof(OWNER, 200)), none);
            l1Block++;
        }

        assertThat(askedAgain).containsExactly(10L, 10L);
        assertThat(vouched()).isEmpty();
    }

    /// As with a token that is younger than the root.
    @Test
    void whatIsNotProvenThere_isAskedForAgain_andTheRestIsKeptOnce() {
        Address other = Address.fromHex("0x00000000000000000000000000000000000a11ce");
        chain.grow(10, OWNER, 500);
        bridge.post(chain, 1, 10);
        chain.grow(20, OWNER, 200);
        storage.balances().put(reading(Assurance.MATCHED, 200, chain.head().ref()));

        for (int look = 0; look < 3; look++) {
            l1Block++;
            anchors.take(ROLLUP, List.of(chain.proof(OWNER, 200), chain.proof(other, 1)), this::proving500);
        }

        assertThat(askedAgain).containsExactly(10L, 10L, 10L);
        assertThat(vouched()).containsExactly(posted(500, 10));
        assertThat(storage.evidence().of(RollupChain.ID, OWNER, Optional.of(KeptProofs.BALANCE)).stream()
                        .filter(id -> storage.evidence()
                                        .find(id)
                                        .orElseThrow()
                                        .block()
                                        .number()
                                == 10))
                .hasSize(1);
    }

    /// What was looked at without any proof does not delay the first one.
    @Test
    void aFirstProof_isSeenToAtOnce() {
        chain.grow(10, OWNER, 500);
        bridge.post(chain, 1, 10);
        chain.grow(20, OWNER, 200);
        RollupAnchors seldom = new RollupAnchors(storage, _ -> Optional.of(place()), bridge, TokenList.bundled(), 25);
        storage.balances().put(reading(Assurance.MATCHED, 200, chain.head().ref()));

        seldom.take(ROLLUP);
        l1Block++;
        seldom.take(ROLLUP, List.of(chain.proof(OWNER, 200)), this::proving500);

        assertThat(vouched()).containsExactly(posted(500, 10));
    }

    @Test
    void atAContestedRoot_orAFalseOne_orOfAnotherBlock_nothingIsReadAgain() {
        chain.grow(10, OWNER, 500);
        RollupChain liar = chain.branch(5).grow(12, OWNER, 1_000_000);
        chain.grow(12, OWNER, 500);
        bridge.post(chain, 1, 8);
        bridge.post(chain, 2, 10);
        bridge.change(2, game -> FakeBridge.with(game, Game.Status.IN_PROGRESS, 2, Optional.empty(), true));
        bridge.post(liar, 3, 12);
        chain.grow(20, OWNER, 200);

        read(chain, 200, block -> {
            askedAgain.add(block.number());
            return List.of(liar.proof(OWNER, 1_000_000));
        });
        assertThat(askedAgain).containsExactly(8L);
        assertThat(vouched()).isEmpty();

        bridge.paused = true;
        read(chain, 200, this::proving500);
        assertThat(askedAgain).as("while the bridge is paused no root counts").containsExactly(8L);
    }

    private Collection<BalanceProof> proving500(BlockHeader block) {
        askedAgain.add(block.number());
        return List.of(chain.branch(Math.toIntExact(block.number())).proof(OWNER, 500));
    }
}
