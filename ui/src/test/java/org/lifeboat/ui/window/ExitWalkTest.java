package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.watch.ChainWatch;
import org.lifeboat.engine.watch.ExitWatch;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;

/// Through the pages about leaving an L2 in the real window, while no source answers: what was begun stands
/// there all the same, and nothing is lost.
class ExitWalkTest {
    private static final ChainId OP = new ChainId(10);
    private final Records records = new Records();
    private Optional<Hands> hands = Optional.empty();

    @AfterEach
    void close() {
        hands.ifPresent(Hands::close);
        records.close();
    }

    private Hands open() {
        OpenWallet.seal(records);
        records.networks().confirmEndpoint(new ChainId(1), "https://l1.example", false, Records.NOW);
        records.networks().confirmEndpoint(OP, "https://l2.example", false, Records.NOW);
        Hands opened = new Hands(records);
        hands = Optional.of(opened);
        opened.see("Unlock your wallet");
        opened.robot().write(OpenWallet.PASSWORD).push(KeyCode.ENTER);
        return opened;
    }

    @Test
    void aWithdrawal_isKeptBeforeAnythingIsSigned_andStandsOnThePage() {
        Hands walk = open();
        walk.see("Balances");
        walk.robot().push(KeyCode.CONTROL, KeyCode.DIGIT3);
        walk.see("No exit was begun here");
        walk.press("Withdraw");
        walk.see("Keep it and go to the review");
        walk.write("Amount", "0,25");
        walk.press("Keep it and go to the review");
        walk.see("Write an amount above nothing in digits, with at most one point and 18 decimals, like 0.25.");
        assertThat(exits().all()).isEmpty();
        walk.write("Amount", "0.25");
        walk.press("Keep it and go to the review");

        walk.see("No source gave what is needed");
        assertThat(exits().all())
                .singleElement()
                .satisfies(plan ->
                        assertThat(plan.state().amount()).isEqualTo(new Wei(new BigInteger("250000000000000000"))));
        assertThat(records.storage().activity().unsettled())
                .as("nothing was signed")
                .isEmpty();
        walk.press("Back");
        walk.see("0.25 ETH from OP Mainnet");
        assertThat(walk.nameless()).isEmpty();
        walk.seeBeginning("Kept, nothing is signed yet.");
    }

    @Test
    void forcing_offersToWaitBesideIt_withTheKeysAlone() {
        Hands walk = open();
        walk.see("Balances");
        walk.robot().push(KeyCode.CONTROL, KeyCode.DIGIT3);
        walk.tabAndPress("Force it through L1");
        walk.seeBeginning("Your money is not lost by waiting.");
        assertThat(walk.nameless()).isEmpty();
        walk.tabAndPress("Wait and tell me");
        walk.see(
                "Nothing was signed. You will be told as soon as OP Mainnet makes blocks again, as long as Lifeboat is open or the command “lifeboat watch” runs.");

        assertThat(new ChainWatch(records.storage().settings()).isWished(OP)).isTrue();
        walk.tabAndPress("Forced payment");
        walk.see("Review");
        walk.tabAndPress("Back to the exits");
        walk.tabAndPress("About this chain");
        walk.seeBeginning("Whether OP Mainnet is well is not known now.");
        walk.tabAndPress("Is this chain telling the truth?");
        walk.tabAndPress("Check it");
        walk.seeBeginning("Could not check:");
        assertThat(walk.nameless()).isEmpty();
        walk.tabAndPress("Back to the chain");
        walk.seeBeginning("Whether OP Mainnet is well is not known now.");
        assertThat(walk.nameless()).isEmpty();
    }

    @Test
    void aDeposit_isFilledInWithTheKeysAlone_andSignsNothing() {
        Hands walk = open();
        walk.see("Balances");
        walk.robot().push(KeyCode.CONTROL, KeyCode.DIGIT3);
        walk.tabAndPress("Bring money in");
        walk.see("Nothing was put into OP Mainnet from here yet.");
        assertThat(walk.nameless()).isEmpty();
        assertThat(walk.outOfReach()).isEmpty();
        walk.tabTo("Amount");
        walk.robot().write("0,25").push(KeyCode.ENTER);
        walk.see("Write an amount above nothing in digits, with at most one point and 18 decimals, like 0.25.");
        walk.write("Amount", "0.25");
        walk.tabAndPress("Review");

        walk.see("No source gave what is needed");
        assertThat(records.storage().activity().unsettled())
                .as("nothing was signed")
                .isEmpty();
        walk.tabAndPress("Back");
        walk.see("Bring money to an L2");
        walk.tabAndPress("Back to the exits");
        walk.see("No exit was begun here");
    }

    @Test
    void aDateThatPassedWhileTheWalletWasClosed_isSaidFirst() {
        Address account = Address.fromHex(OpenWallet.FIRST);
        Exits.Plan plan = exits().begin(OP, account, ExitState.wanted(ExitState.Way.SEQUENCER, account, Wei.of(7)));
        ExitReport waiting = new ExitReport(
                plan,
                ExitStage.WAITING,
                Optional.of(Records.NOW.minus(Duration.ofDays(2))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        new ExitWatch(records.storage().settings()).remember(waiting, Records.NOW.minus(Duration.ofDays(5)));

        open().seeBeginning("While Lifeboat was closed, a date passed: 0.000000000000000007 ETH from OP Mainnet");
    }

    private Exits exits() {
        return new Exits(records.storage(), records.clock(), Duration.ofSeconds(1));
    }
}
