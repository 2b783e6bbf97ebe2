package org.lifeboat.app.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.send.Sending;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.RecentRequests;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.store.Opening;
import org.lifeboat.store.ProfileStore;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.liar.LyingProxy;
import org.lifeboat.testkit.solidity.DeployedToken;
import org.lifeboat.testkit.solidity.TestContracts;
import org.lifeboat.testkit.solidity.TestToken;

/// One anvil with a token and a liar in front of it, and the wallet's use cases over them.
final class StoryChain implements AutoCloseable {
    static final ChainId CHAIN = new ChainId(31_337);
    static final Duration TIME = Duration.ofSeconds(6);
    static final BigInteger TOKENS = BigInteger.valueOf(4_711);

    /// The first account of the test words that anvil is known for; its key is public.
    private static final String ANVIL_KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    /// Short, so that a table with sixty rows stays quick; a refused answer comes at once anyway.
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(500), Duration.ofMillis(1_200), Duration.ofSeconds(6));

    final AnvilNode node;
    final LyingProxy liar;
    final Address sender;
    final Address other;
    final Token pinned;
    final Token unknown;
    final Storage storage;
    private final ProfileStore store;

    private StoryChain(AnvilNode node) {
        this.node = node;
        this.sender = Address.fromHex(node.accounts().getFirst());
        this.other = Address.fromHex(node.accounts().get(1));
        this.pinned = token(TestToken.PLAIN, true);
        this.unknown = token(TestToken.SIX_DECIMALS, false);
        node.mine(5);
        this.liar = LyingProxy.inFrontOf(node.url());
        this.store = openStore();
        this.storage = store;
    }

    static StoryChain start() {
        return new StoryChain(AnvilNode.l1(CHAIN.value()));
    }

    private Token token(TestToken kind, boolean withPin) {
        DeployedToken deployed = TestContracts.deploy(node, kind);
        deployed.mint(sender.toHex(), TOKENS);
        String code = node.rpc("eth_getCode", "[\"" + deployed.address() + "\",\"latest\"]")
                .stringValue();
        Token.BalanceSlot slot = new Token.BalanceSlot(
                Token.BalanceSlot.Order.KEY_THEN_SLOT,
                Hash32.fromHex(kind.balanceSlot().orElseThrow()));
        Token.Pin pin = new Token.Pin(slot, Keccak256.hash(Bytes.fromHex(code)), Optional.empty());
        return new Token(
                CHAIN,
                Address.fromHex(deployed.address()),
                kind.contract(),
                kind.symbol(),
                kind.decimals().orElse(0),
                Optional.empty(),
                withPin ? Optional.of(pin) : Optional.empty());
    }

    private static ProfileStore openStore() {
        try {
            var opening = ProfileStore.open(Files.createTempDirectory("story").resolve("profile.db"));
            return ((Opening.Opened) opening).store();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A fresh source without a history, so that no row of a table depends on the one before.
    Source source(URI url) {
        var quick = new org.lifeboat.rpc.Patience(
                2, Duration.ofMillis(1), Duration.ofMillis(1), RandomGenerator.getDefault(), Thread::sleep);
        var sources = new RpcSources(Route.DIRECT, new RecentRequests(10), quick, InstantSource.system());
        Source source = ((SourceOpener.Opened.Ready)
                        sources.open(new Endpoint(new SourceId(CHAIN, url.toString()), false)))
                .source();
        source.limits(SourceLimits.STARTING.withAnswerBytes(512 * 1024));
        return source;
    }

    Source honest() {
        return source(node.url());
    }

    Source throughLiar() {
        return source(liar.url());
    }

    Network network() {
        return new Network(CHAIN, "Story", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    }

    /// What the node itself says, read past the wallet.
    BigInteger truth(String symbol, long block) {
        if (!symbol.equals(network().coinSymbol())) {
            return TOKENS;
        }
        String parameters = "[\"%s\",\"0x%x\"]".formatted(sender.toHex(), block);
        return new BigInteger(
                node.rpc("eth_getBalance", parameters).stringValue().substring(2), 16);
    }

    Balances balances() {
        return new Balances(storage.balances(), InstantSource.system());
    }

    Watch watch(Source source) {
        return new Watch(network(), List.of(source), List.of(sender), List.of(pinned, unknown));
    }

    Patience patience() {
        return SHORT;
    }

    Sending sending() {
        return new Sending(storage, InstantSource.system(), TIME);
    }

    Submission submission() {
        return new Submission(storage.activity(), InstantSource.system());
    }

    Following following() {
        return new Following(storage.activity(), InstantSource.system());
    }

    SendPlace place(Source source) {
        return new SendPlace(network(), List.of(source), List.of(), Set.of(), Optional.empty());
    }

    SendOrder order() {
        return SendOrder.of(
                sender, other, new Asset.Coin(network()), new SendAmount.Exactly(BigInteger.valueOf(1_000)));
    }

    /// A token that nothing is known of.
    static Token token(String contract) {
        return new Token(CHAIN, Address.fromHex(contract), "Token", "TOK", 0, Optional.empty(), Optional.empty());
    }

    /// A payment of a token whose books are made of block hashes.
    SendOrder blockHashOrder() {
        String contract = TestContracts.deploy(node, TestContracts.named("BlockHashToken"), "");
        node.send("{\"from\":\"%s\",\"to\":\"%s\",\"data\":\"%s%s\"}"
                .formatted(
                        other.toHex(),
                        contract,
                        CallData.selector("transfer(address,uint256)"),
                        CallData.words(other, 77)));
        Token token = token(contract);
        return SendOrder.of(sender, other, new Asset.Erc20(token, true), new SendAmount.Exactly(BigInteger.valueOf(5)));
    }

    /// Signs as the vault would.
    static SignedTransaction sign(Transaction transaction) {
        byte[] digest = transaction.signingHash().toArray();
        return new SignedTransaction(transaction, Secp256k1.preferred().sign(digest, Hex.decode(ANVIL_KEY)));
    }

    /// What was signed, read back from its bytes.
    static SignedTransaction decode(Bytes signed) {
        return ((Answer.Proven<SignedTransaction>) SignedTransaction.decode(signed)).value();
    }

    @Override
    public void close() {
        liar.close();
        store.close();
        node.close();
    }
}
