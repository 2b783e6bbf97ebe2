package org.lifeboat.app.world;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.TokenDeposit;
import org.lifeboat.engine.exit.TokenReport;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.contracts.PlayToken;

/// The tokens of a world: what their owner does with them, and where they truly are.
final class WorldTokens {
    /// What its owner has of it on each layer, in whole tokens.
    private static final long HELD = 200;

    private static final PlayToken KIND = PlayToken.DOLLAR;

    private static final int LEAST = 10;
    private static final int MOST = 70;

    private final WorldWallet wallet;
    private final SplittableRandom random;
    private final List<String> story;
    private BigInteger intended = BigInteger.ZERO;

    WorldTokens(WorldWallet wallet, SplittableRandom random, List<String> story) {
        this.wallet = wallet;
        this.random = random;
        this.story = story;
    }

    /// On both layers, before anything happens.
    void give() {
        var faucet = wallet.sandbox().faucet();
        faucet.giveTokens(KIND, wallet.own(), KIND.units(HELD));
        faucet.bridgeTokens(wallet.rollup().plan().tokenBridge(), KIND, wallet.own(), KIND.units(HELD));
        wallet.blocks(WorldWallet.ARRIVAL);
    }

    /// As the wallet lists it on that network.
    Token of(Network network) {
        Address contract = network.isL2() ? KIND.onLayer2() : KIND.address();
        return new Tokens(TokenList.bundled(), wallet.storage().tokens())
                .find(network.chain(), contract)
                .orElseThrow();
    }

    BigInteger amount() {
        return KIND.units(random.nextInt(LEAST, MOST));
    }

    // ---- what the user does

    void pay(Network network) throws InterruptedException {
        BigInteger units = amount();
        Asset asset = new Asset.Erc20(of(network), network.testNet());
        SendOrder order = SendOrder.of(wallet.own(), SeededWorld.FRIEND, asset, new SendAmount.Exactly(units));
        wallet.signAndSend(network, order, () -> intended = intended.add(units));
    }

    /// The next step of bringing some to the L2: an allowance, or the deposit.
    void bringIn() throws InterruptedException {
        Optional<TokenDeposit> next = TokenDeposit.next(
                wallet.exits(),
                wallet.storage(),
                wallet.profile().clock(),
                wallet.place(),
                new TokenDeposit.Money(wallet.own(), wallet.own(), of(wallet.l2()), amount()),
                WorldWallet.PATIENCE);
        if (next.isPresent() && next.get() instanceof TokenDeposit.Offered(TokenDeposit.Step step, SendOrder order)) {
            story.add("  " + step);
            wallet.signAndSend(WorldWallet.L1, order);
        } else {
            story.add("  " + next);
        }
    }

    /// A wish to bring some home, where the bridge says that it would pay it.
    Optional<Exits.Plan> takeOut(ExitState.Way way, BigInteger units) {
        Token token = of(wallet.l2());
        Exits exits = wallet.exits();
        return TokenReport.of(
                        token, exits.token(wallet.place(), token.contract()).map(Exits.TokenSeen::exit))
                .wish(units)
                .map(wish -> exits.begin(wallet.l2().chain(), wallet.own(), ExitState.wanted(way, wallet.own(), wish)));
    }

    // ---- the truth

    /// What an account holds in a block of that network.
    BigInteger balance(Network network, SealedBlock block, Address account) {
        return block.state()
                .storage(of(network).contract(), PlayToken.balanceSlot(account))
                .toNumber();
    }

    /// What somebody holds on both layers.
    BigInteger given(Address account) {
        return balance(WorldWallet.L1, wallet.sandbox().l1().history().newest(), account)
                .add(balance(wallet.l2(), wallet.rollup().node().history().newest(), account));
    }

    /// The most that the friend can have: what was signed for.
    BigInteger intended() {
        return intended;
    }

    /// What the account had, less what is somewhere.
    BigInteger missing() {
        return KIND.units(2 * HELD).subtract(given(wallet.own())).subtract(given(SeededWorld.FRIEND));
    }
}
