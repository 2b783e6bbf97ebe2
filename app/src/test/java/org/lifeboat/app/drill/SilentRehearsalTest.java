package org.lifeboat.app.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.PlayMoney;
import org.lifeboat.app.wiring.PlaySession;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillMove;
import org.lifeboat.engine.drill.DrillTurn;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.engine.drill.Rehearsal;
import org.lifeboat.engine.drill.RehearsalFlaw;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.TokenReport;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Route;
import org.lifeboat.primitives.Address;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;

/// An L2 whose servers are all gone before anybody rehearses; the chains of one sandbox stand for the real ones.
class SilentRehearsalTest {
    private static final Address OWNER = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Where nobody listens.
    private static final String DEAD = "http://127.0.0.1:1";

    @Test
    void whatWasReadLast_isPlayed_andItIsSaidThatItWouldHaveEndedAtTheProof() throws IOException, InterruptedException {
        RealMoney money;
        try (PlaySession real = newcomer()) {
            Profile profile = real.profile();
            refresh(profile);
            RealMoney.Held before = read(real).tokens().getFirst();
            assertThat(before.way().kind()).isEqualTo(TokenReport.Kind.STANDARD_BRIDGE);
            assertThat(before.comesHome()).isTrue();
            profile.storage().sources().all().stream()
                    .map(endpoint -> endpoint.id())
                    .filter(id -> id.chain().equals(PlayMoney.ROLLUP.chain()))
                    .toList()
                    .forEach(profile.networks()::removeEndpoint);
            profile.networks()
                    .confirmEndpoint(
                            PlayMoney.ROLLUP.chain(),
                            DEAD,
                            false,
                            profile.clock().instant());
            refresh(profile);

            money = read(real);
        }

        assertThat(money.atHand().silent()).isTrue();
        assertThat(money.onL2()).isEqualTo(PlayWorld.ether(5));
        assertThat(money.tokens())
                .singleElement()
                .satisfies(held -> assertThat(held.way().kind()).isEqualTo(TokenReport.Kind.COULD_NOT_READ));
        Rehearsal rehearsal = new Rehearsal(money, played(money));
        assertThat(rehearsal.flaws()).startsWith(RehearsalFlaw.SILENT);
        assertThat(rehearsal.stoppedAt()).contains(ExitStep.PROVE);
    }

    private static PlaySession newcomer() throws IOException {
        PlaySession session = PlaySession.open();
        Account account = new Account(OWNER, "Mine", new Account.Kind.WatchOnly(), 0, false);
        session.profile().storage().accounts().put(account);
        give(session);
        return session;
    }

    private static Online online(Profile profile) {
        return new Online(profile, Route.DIRECT, _ -> {});
    }

    /// As a new account of *Try without money* has it.
    private static void give(PlaySession session) {
        RollupPlan plan = session.sandbox().rollup().plan();
        PlayToken token = PlayToken.DOLLAR;
        session.sandbox().faucet().giveCoins(OWNER, PlayWorld.ether(10));
        session.sandbox().faucet().bridgeCoins(plan.portal(), OWNER, PlayWorld.ether(5));
        session.sandbox().faucet().bridgeTokens(plan.tokenBridge(), token, OWNER, token.units(100));
        session.sandbox().pass(Duration.ofSeconds(20));
    }

    private static void refresh(Profile profile) throws InterruptedException {
        Network l2 = PlayMoney.ROLLUP;
        try (Online online = online(profile)) {
            Watch watch = new Watch(
                    l2,
                    online.sources(l2.chain()),
                    List.of(OWNER),
                    profile.tokens().of(l2.chain()));
            new Balances(profile.storage().balances(), profile.clock(), online.vouching())
                    .refresh(List.of(watch), Patience.SLOW_LINE, _ -> {});
        }
    }

    private static RealMoney read(PlaySession session) {
        Profile profile = session.profile();
        try (Online online = online(profile)) {
            ExitPlace place = new ExitPlace(
                    PlayMoney.ROLLUP,
                    online.sources(PlayMoney.ROLLUP.chain()),
                    PlayMoney.NETWORK,
                    online.sources(PlayMoney.NETWORK.chain()),
                    session.sandbox().rollup().plan().portal());
            Exits exits = new Exits(profile.storage(), profile.clock(), PATIENCE);
            RealMoney.Outcome outcome =
                    RealMoney.read(profile.storage(), exits, profile.clock(), place, OWNER, true, PATIENCE);
            assertThat(outcome).isInstanceOf(RealMoney.Outcome.Read.class);
            return ((RealMoney.Outcome.Read) outcome).money();
        }
    }

    private static List<DrillMove> played(RealMoney money) throws IOException, InterruptedException {
        List<DrillMove> moves = new ArrayList<>();
        try (DrillSession session = DrillSession.open(Purse.of(money), BridgeTerms.of(money))) {
            session.begin(Drill.SEQUENCER_GONE, (_, draft) -> {
                Description said = session.player().describe(draft);
                Approval approval = said.approve();
                return session.player()
                        .sign(draft, said.needsSecondConfirmation() ? approval.confirmAgain() : approval);
            });
            DrillTurn turn = session.next();
            for (; turn instanceof DrillTurn.Moved(DrillMove move); turn = session.next()) {
                moves.add(move);
            }
            assertThat(turn).isEqualTo(new DrillTurn.Ended(true));
        }
        return moves;
    }
}
