package org.lifeboat.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.AssetGroup;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.PlayChain;

/// What the list says of the sandbox's tokens is what the sandbox makes.
class PlayTokensTest {
    private final TokenList list = TokenList.bundled();

    @Test
    void aPlayToken_isOneAssetOnAllItsChains_andPlayMoney() {
        for (PlayToken token : PlayToken.values()) {
            Set<AssetGroup> groups = new HashSet<>();
            groups.add(group(PlayChain.ID, token.address(), token));
            for (RollupPlan plan : RollupPlan.ALL) {
                groups.add(group(plan.chain(), token.onLayer2(), token));
            }
            assertThat(groups).as(token.symbol()).hasSize(1);
            assertThat(groups).allMatch(group -> group instanceof AssetGroup.Listed listed && listed.testNet());
        }
    }

    @Test
    void nothingElseIsListedThere_andNothingCountsAsPinned() {
        for (ChainId chain : RollupPlan.ALL.stream().map(RollupPlan::chain).toList()) {
            assertThat(list.of(chain)).hasSameSizeAs(PlayToken.values());
        }
        assertThat(list.of(PlayChain.ID))
                .hasSameSizeAs(PlayToken.values())
                .allMatch(token -> token.pin().isEmpty());
    }

    private AssetGroup group(ChainId chain, Address contract, PlayToken made) {
        Token listed = list.find(chain, contract).orElseThrow();
        assertThat(listed.symbol()).isEqualTo(made.symbol());
        assertThat(listed.name()).isEqualTo(made.fullName());
        assertThat(listed.decimals()).isEqualTo(made.decimals());
        return new Asset.Erc20(listed, true).group();
    }
}
