package org.lifeboat.ui.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.liar.Lie;
import org.lifeboat.testkit.liar.LyingProxy;

/// The balance sheet in each of its states, brought about by what a real node behind a proxy says.
class SheetWalkTest {
    private final AnvilNode node = AnvilNode.l1(1);
    private final LyingProxy proxy = LyingProxy.inFrontOf(node.url());
    private final Hands hands = new Hands();

    @AfterEach
    void close() {
        hands.close();
        proxy.close();
        node.close();
    }

    @Test
    void withoutASource_nobodyIsAsked() {
        hands.open();

        hands.see("No source chosen, so nothing is known");
        assertThat(proxy.requests()).isZero();
    }

    @Test
    void firstLoad_thatIsNotAnsweredShowsNoZero() {
        proxy.tell(Lie.SLOW_DRIP);
        hands.with(1, proxy.url().toString()).open();

        hands.see("Asking your sources");
        hands.see("No source answered. What you see is from before; nothing new is known.");
        hands.see("no figure");
        assertThat(hands.sees("0 ETH")).isFalse();
    }

    @Test
    void refresh_thatTakesLongCanBeGivenUp() {
        node.mine(2);
        hands.with(1, proxy.url().toString()).stalling().open();

        hands.press("Cancel");
        hands.see("Refresh");
        hands.seeLike("Networks read: 0 of 1.");
        hands.see("no figure");
    }

    /// Whoever works by keys presses the same key again.
    @Test
    void refresh_keepsTheFocus_orLendsItToCancel() {
        node.mine(2);
        hands.with(1, proxy.url().toString()).open();
        hands.see("10,000 ETH");
        hands.tabAndPress("Refresh");
        hands.see("10,000 ETH");
        assertThat(hands.isAt("Refresh")).isTrue();

        hands.stalling();
        hands.tabAndPress("Refresh");
        hands.see("Cancel");
        assertThat(hands.isAt("Cancel")).isTrue();
        hands.push(KeyCode.SPACE);
        hands.see("Refresh");
        assertThat(hands.isAt("Refresh")).isTrue();
    }

    @Test
    void sheet_goesThroughItsStates() {
        node.mine(2);
        hands.with(1, proxy.url().toString()).open();
        hands.see("10,000 ETH");
        assertThat(hands.seeLike("Ethereum block ")).endsWith("one server's word");
        hands.see("Unchecked header");

        // Partial: a second network does not answer.
        hands.with(10, "http://127.0.0.1:1");
        hands.press("Refresh");
        hands.see("1 of 2 networks answered. What belongs to the others is from before or missing.");
        hands.see("at least");

        // Offline, and hours later: the figure stays, with its age.
        proxy.tell(Lie.HTTP_500);
        hands.now(Instant.now().plus(Duration.ofHours(3)));
        hands.press("Refresh");
        assertThat(hands.seeLike("No source answered. What you see is from before; nothing new is known."))
                .contains("Some figures are from ");
        hands.see("10,000 ETH");
    }

    @Test
    void liar_isNamedWithWhatItSaidInUnits() {
        node.mine(2);
        proxy.tell(Lie.BALANCE);
        hands.with(1, proxy.url().toString()).open();

        String said = hands.seeLike("127.0.0.1:" + proxy.url().getPort() + " gave a false answer and was set aside.");
        assertThat(said).containsPattern("it said [0-9.]+ ETH; the proof says [0-9.]+ ETH\\.");
        hands.see("A source was set aside");
        hands.press("Networks and sources");
        hands.seeLike("Set aside: ");
    }
}
