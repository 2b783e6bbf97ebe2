package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;

/// What the wallet of a world says, held against what is so.
final class WorldTruth {
    private final WorldWallet wallet;
    private final WorldTokens tokens;
    private final WorldEvidence evidence;

    WorldTruth(WorldWallet wallet, WorldTokens tokens) {
        this.wallet = wallet;
        this.tokens = tokens;
        this.evidence = new WorldEvidence(wallet);
    }

    /// At all that it shows: its figures on both layers, and those ways home.
    void look(List<Exits.Plan> plans) throws InterruptedException {
        for (Network network : List.of(WorldWallet.L1, wallet.l2())) {
            NetworkReport report = wallet.refresh(network, List.of(tokens.of(network)));
            for (Row row : report.rows()) {
                if (row.newest() instanceof Figure.Known figure) {
                    requireTrue(network, row.position().asset(), figure);
                }
                if (row.vouched() instanceof Vouched.Known(Figure.Known figure, var _)) {
                    assertThat(figure.assurance().level()).isNotEqualTo(Assurance.Level.CLAIMED);
                    requireTrue(network, row.position().asset(), figure);
                }
            }
        }
        for (Exits.Plan plan : plans) {
            Exits.Look look = wallet.look(plan);
            requireTrue(ExitReport.of(look));
            evidence.require(look, look.assurance().filter(WorldTruth::checked).isPresent());
        }
    }

    /// What was checked is so in the block that it names. What is posted or final is in the chain as L1 has
    /// it; what only fits a header may be of the chain that an equivocating sequencer shows.
    private void requireTrue(Network network, Asset asset, Figure.Known figure) {
        boolean matched = figure.assurance().has(Assurance.Mark.MATCHED);
        boolean vouched = figure.assurance().level() != Assurance.Level.CLAIMED;
        if (!matched && !vouched) {
            return;
        }
        ChainNode chain =
                network.isL2() ? wallet.rollup().node() : wallet.sandbox().l1();
        Optional<SealedBlock> block = chain.history().find(figure.block().hash());
        if (!vouched && network.isL2()) {
            block = block.or(
                    () -> wallet.rollup().shown().history().find(figure.block().hash()));
        }
        assertThat(block).as("%s: %s", network.name(), figure).isPresent();
        assertThat(figure.amount().units())
                .as("%s: %s", network.name(), figure)
                .isEqualTo(
                        asset instanceof Asset.Coin
                                ? WorldLedger.balance(block.orElseThrow(), wallet.own())
                                : tokens.balance(network, block.orElseThrow(), wallet.own()));
    }

    static boolean checked(Assurance how) {
        return how.level() != Assurance.Level.CLAIMED || how.has(Assurance.Mark.MATCHED);
    }

    private void requireTrue(ExitReport report) {
        boolean checked = report.assurance().filter(WorldTruth::checked).isPresent();
        if (report.stage() == ExitStage.PAID_OUT && checked) {
            assertThat(ledger().isPaidOut(report.plan())).as("%s", report).isTrue();
        }
    }

    /// A root that is true is not found false, nor the other way round.
    void require(Finding found, Optional<Hash32> l1Head) {
        switch (found) {
            case Finding.True(BlockRef block, Hash32 root) ->
                assertThat(ledger().root(block.number())).as("%s", found).contains(root);
            case Finding.False(BlockRef block, Hash32 claimed, Hash32 _) ->
                assertThat(ledger().root(block.number())).as("%s", found).isNotEqualTo(Optional.of(claimed));
            case Finding.NotThere(BlockRef _, Hash32 _, long number, Hash32 claimed) ->
                assertThat(ledger().root(number).filter(_ -> ledger().follows(number, l1Head)))
                        .as("%s", found)
                        .isNotEqualTo(Optional.of(claimed));
            case Finding.Remade(BlockRef block, Hash32 root, Hash32 _, Finding.End _) ->
                assertThat(ledger().root(block.number())).as("%s", found).contains(root);
            case Finding.CouldNotCheck _, Finding.Cancelled _ -> {}
        }
    }

    private WorldLedger ledger() {
        return new WorldLedger(wallet);
    }
}
