package org.lifeboat.ui.send;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rpc.Patience;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.balances.Sheets;

/// The page of sending before a real node, with an account that has something to send.
abstract class NodeStory {
    private static final ChainId CHAIN = new ChainId(1);

    /// 10 coins.
    private static final String RICH = "0x8ac7230489e80000";

    private final RpcSources rpc = new RpcSources(Route.DIRECT, _ -> {}, Patience.standard(), InstantSource.system());
    final AnvilNode node = AnvilNode.l1(1);
    final OpenWallet wallet = new OpenWallet();
    final LaterTasks tasks = new LaterTasks();
    final SendViewModel model = new SendViewModel(desk(), tasks);

    @BeforeEach
    void connect() {
        node.rpc("anvil_setBalance", "[\"" + OpenWallet.FIRST + "\",\"" + RICH + "\"]");
        node.mine(2);
        Source source = source();
        wallet.records()
                .at(InstantSource.system())
                .with(source)
                .networks()
                .confirmEndpoint(CHAIN, source.id().url(), false, Instant.now());
    }

    @AfterEach
    void close() {
        rpc.close();
        wallet.close();
        node.close();
    }

    /// What the wallet asks.
    Source source() {
        return plain();
    }

    final Source plain() {
        SourceId id = new SourceId(CHAIN, node.url().toString());
        if (rpc.open(new Endpoint(id, false)) instanceof SourceOpener.Opened.Ready(Source ready)) {
            return ready;
        }
        throw new IllegalStateException("a node of this computer is no source");
    }

    final SendScreen.Review review(SendViewModel of) {
        of.load(Optional.empty());
        tasks.runAll();
        SendForm empty = ((SendScreen.Filling) of.screen().get()).form();
        of.review(new SendForm(
                empty.from(), empty.network(), empty.asset(), Sheets.TWO.toChecksum(), "1", false, true, Speed.NORMAL));
        tasks.runAll();
        return (SendScreen.Review) of.screen().get();
    }

    final SendDesk desk() {
        return new SendDesk(
                wallet.records(),
                wallet.keys(),
                new Tokens(TokenList.bundled(), wallet.records().storage().tokens()));
    }
}
