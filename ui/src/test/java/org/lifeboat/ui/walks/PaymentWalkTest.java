package org.lifeboat.ui.walks;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.testkit.anvil.AnvilNode;

/// Payments through the real window to a real node.
class PaymentWalkTest {
    private static final String NOBODY = "0x0000000000000000000000000000000000000000";

    /// The second of the well-known test accounts. Source: Foundry book, "anvil", default accounts.
    private static final String FRIEND = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

    private static final String MISTYPED = "0x70997970C51812dc3A010C7d01b50e0d17dc79c9";

    private final AnvilNode node = AnvilNode.l1(1);
    private final Hands hands = new Hands().with(1, node.url().toString());

    @BeforeEach
    void open() {
        node.mine(2);
        hands.open();
    }

    @AfterEach
    void close() {
        hands.close();
        node.close();
    }

    @Test
    void payment_isReviewedAskedAboutTwiceSentAndListed() {
        hands.push(KeyCode.CONTROL, KeyCode.N);
        hands.write("To", MISTYPED);
        hands.write("Amount", "0.25");
        hands.press("Review");
        hands.see("This address has a typing error: its checksum does not fit. Copy it again from where it came.");

        hands.write("To", NOBODY);
        hands.write("Amount", "0,25");
        hands.press("Review");
        hands.see("Write the amount in digits with at most one point, like 0.25.");

        hands.tick("Everything there is, less the fee");
        hands.press("Review");
        hands.seeLike("about 0.000");
        assertThat(hands.seeLike("Sign and send 9,999.99")).endsWith("ETH on Ethereum");
        hands.press("Back");
        assertThat(hands.written("To")).isEqualTo(NOBODY);

        hands.tick("Everything there is, less the fee");
        hands.write("Amount", "0.25");
        hands.press("Review");
        hands.see("This is the zero address. Nobody has its key.");
        hands.press("Sign and send 0.25 ETH on Ethereum");
        hands.see("Are you sure?");
        hands.press("Back");
        assertThat(hands.records().storage().activity().unsettled())
                .as("nothing was signed")
                .isEmpty();

        hands.press("Sign and send 0.25 ETH on Ethereum");
        hands.press("Sign and send 0.25 ETH on Ethereum all the same");
        hands.see("Sent");
        hands.press("Open Activity");
        hands.see("In a block of L1");
        hands.openFirstRow("Activity");
        hands.seeLike("It is in block 3 of L1.");
        hands.seeLike("paid 0.000");
        hands.push(KeyCode.ESCAPE);
        hands.see("1 transaction.");
    }

    @Test
    void payment_withTheKeysAlone() {
        hands.push(KeyCode.CONTROL, KeyCode.N);
        hands.see("Nothing is signed before you have seen the review.");
        named();
        hands.tabTo("To");
        hands.type(FRIEND);
        hands.tabTo("Amount");
        hands.type("0.25");
        hands.tabAndPress("Review");
        hands.see("Read all of it. Signing cannot be undone.");
        named();
        hands.tabTo("Sign and send 0.25 ETH on Ethereum");
        hands.pushUntil(KeyCode.ENTER, "Sent"); // it is deaf for its first second
        named();
        hands.tabAndPress("Open Activity");
        hands.see("In a block of L1");
        named();
        hands.tabToList("Activity");
        hands.push(KeyCode.HOME);
        hands.push(KeyCode.ENTER);
        hands.seeLike("It is in block 3 of L1.");
        named();
        hands.push(KeyCode.ESCAPE);
        hands.see("1 transaction.");
    }

    @Test
    void form_keepsWhatIsTypedWhenTheWindowBecomesNarrow() {
        hands.push(KeyCode.CONTROL, KeyCode.N);
        hands.write("To", FRIEND);
        hands.write("Amount", "0.25");
        hands.widen(640);
        hands.see("Nothing is signed before you have seen the review.");
        assertThat(hands.written("To")).isEqualTo(FRIEND);
        hands.widen(1280);

        assertThat(hands.written("To")).isEqualTo(FRIEND);
        assertThat(hands.written("Amount")).isEqualTo("0.25");
    }

    private void named() {
        assertThat(hands.nameless()).isEmpty();
    }

    @Test
    void waitingPayment_thatGoesIntoABlockIsToldOnAnyPage() {
        node.rpc("evm_setAutomine", "[false]");
        pay();
        hands.see("On its way");
        hands.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        hands.see("No contacts yet");
        node.mine(1);

        hands.see("Send to 0x709979…dc79C8: 0.25 ETH, Ethereum");
    }

    @Test
    void waitingPayment_isSentAgainSpedUpAndListedAsReplaced() {
        node.rpc("evm_setAutomine", "[false]");
        pay();
        hands.see("On its way");
        hands.openFirstRow("Activity");
        hands.press("Send the same transaction again");
        hands.seeLike("Taken by: 127.0.0.1:");
        OwnTransaction first = only();

        hands.press("Speed up");
        hands.see(first.hash().toHex());
        hands.pressLike("Sign again with a higher fee: 0.25 ETH on Ethereum");
        hands.see("Sent");
        node.mine(1);
        hands.press("Open Activity");
        hands.see("In a block of L1");
        hands.see("Replaced");
        assertThat(hands.records()
                        .storage()
                        .activity()
                        .find(first.chain(), first.hash())
                        .orElseThrow()
                        .status())
                .isInstanceOf(Status.Replaced.class);
    }

    @Test
    void waitingPayment_isCancelledByUsingUpItsNumber() {
        node.rpc("evm_setAutomine", "[false]");
        pay();
        hands.see("On its way");
        hands.openFirstRow("Activity");
        hands.press("Cancel it");
        hands.press("Sign: cancel number 0 on Ethereum");
        hands.see("Sent");
        node.mine(1);
        hands.press("Open Activity");
        hands.see("Replaced");

        String balance =
                node.rpc("eth_getBalance", "[\"" + FRIEND + "\",\"latest\"]").stringValue();
        assertThat(balance).as("nothing arrived").isEqualTo("0x21e19e0c9bab2400000"); // 10,000 coins
    }

    private void pay() {
        hands.push(KeyCode.CONTROL, KeyCode.N);
        hands.write("To", FRIEND);
        hands.write("Amount", "0.25");
        hands.press("Review");
        hands.press("Sign and send 0.25 ETH on Ethereum");
        hands.see("Sent");
        hands.press("Open Activity");
    }

    private OwnTransaction only() {
        return hands.records().storage().activity().unsettled().getFirst();
    }
}
