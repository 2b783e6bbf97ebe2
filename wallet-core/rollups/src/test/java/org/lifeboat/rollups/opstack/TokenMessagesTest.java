package org.lifeboat.rollups.opstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// What tokens say on their way between the layers, word by word.
class TokenMessagesTest {
    private static final Address MESSENGER_1 = Hash32.ofNumber(0x51).toAddress();
    private static final Address BRIDGE_1 = Hash32.ofNumber(0x52).toAddress();
    private static final Address TOKEN_1 = Hash32.ofNumber(0x11).toAddress();
    private static final Address TOKEN_2 = Hash32.ofNumber(0x22).toAddress();
    private static final Address FROM = Hash32.ofNumber(0x33).toAddress();
    private static final Address TO = Hash32.ofNumber(0x44).toAddress();
    private static final TokenPair PAIR = new TokenPair(TOKEN_2, TOKEN_1);

    /// `relayMessage` around `finalizeBridgeERC20`, word by word after the ABI specification; the selectors
    /// are those that the contracts publish.
    private static final String MESSAGE =
            "0x0166a07a" + word(0x11) + word(0x22) + word(0x33) + word(0x44) + word(1_500_000) + word(0xc0) + word(0);

    @Test
    void aWithdrawalOfTokens_isRead() {
        Withdrawal withdrawal = withdrawal(TokenMessages.L2_MESSENGER, relay(7, MESSAGE));

        assertThat(TokenWithdrawal.of(withdrawal))
                .contains(new TokenWithdrawal(
                        withdrawal, BRIDGE_1, TOKEN_1, TOKEN_2, FROM, TO, BigInteger.valueOf(1_500_000)));
    }

    @Test
    void whatIsNotTheBridges_isNotRead() {
        Bytes good = relay(7, MESSAGE);
        assertThat(TokenWithdrawal.of(withdrawal(FROM, good)))
                .as("anybody can write the same to the message passer")
                .isEmpty();
        Bytes byAnother = Bytes.fromHex(good.toHex().replaceFirst(word(TokenMessages.L2_BRIDGE), word(FROM)));
        assertThat(TokenWithdrawal.of(withdrawal(TokenMessages.L2_MESSENGER, byAnother)))
                .as("anybody can send the same by the messenger")
                .isEmpty();
        for (Bytes bad : List.of(
                Bytes.EMPTY,
                good.slice(0, good.size() - 1),
                good.plus(Bytes.of(new byte[32])),
                relay(7, "0x1635f5fd" + MESSAGE.substring(10)),
                relay(7, MESSAGE + word(1)))) {
            assertThat(TokenWithdrawal.of(withdrawal(TokenMessages.L2_MESSENGER, bad)))
                    .as(bad.toHex())
                    .isEmpty();
        }
    }

    @Test
    void coinBesideTheMessage_isNotTheBridges() {
        Withdrawal paid = new Withdrawal(
                BigInteger.ONE, TokenMessages.L2_MESSENGER, MESSENGER_1, Wei.of(1), BigInteger.TEN, relay(7, MESSAGE));

        assertThat(TokenWithdrawal.of(paid)).isEmpty();
    }

    @Test
    void calls_haveTheFormOfTheContracts() {
        BigInteger units = BigInteger.valueOf(5);
        L1Call home = TokenCalls.withdraw(PAIR, TO, units);
        assertThat(home.to()).isEqualTo(TokenMessages.L2_BRIDGE);
        assertThat(home.data().toHex())
                .isEqualTo("0x540abf73" + word(0x22) + word(0x11) + word(0x44) + word(5) + word(200_000) + word(0xc0)
                        + word(0));
        L1Call in = TokenCalls.deposit(BRIDGE_1, PAIR, TO, units);
        assertThat(in.to()).isEqualTo(BRIDGE_1);
        assertThat(in.data().toHex())
                .isEqualTo("0x838b2520" + word(0x11) + word(0x22) + word(0x44) + word(5) + word(200_000) + word(0xc0)
                        + word(0));
        L1Call allowance = TokenCalls.approve(TOKEN_1, BRIDGE_1, units);
        assertThat(allowance.to()).isEqualTo(TOKEN_1);
        assertThat(allowance.data().toHex()).isEqualTo("0x095ea7b3" + word(0x52) + word(5));
        L1Call payment = TokenCalls.forcePayment(MESSENGER_1, TOKEN_2, TO, units);
        assertThat(payment.to()).isEqualTo(MESSENGER_1);
        assertThat(payment.data().toHex()).startsWith("0xe9e05c42" + word(0x22)).contains("a9059cbb" + word(0x44));
        assertThat(payment.value()).isEqualTo(Wei.ZERO);
    }

    @Test
    void whatADepositSendsHome_isReadBack_underBothNames() {
        BigInteger units = BigInteger.valueOf(5);
        assertThat(TokenCalls.ordered(FROM, TokenCalls.withdraw(PAIR, TO, units).data()))
                .contains(new TokenOrder(PAIR, TO, units));
        Bytes toOneself =
                Bytes.fromHex("0x87087623" + word(0x22) + word(0x11) + word(5) + word(9) + word(0xa0) + word(0));
        assertThat(TokenCalls.ordered(FROM, toOneself)).contains(new TokenOrder(PAIR, FROM, units));
        assertThat(TokenCalls.ordered(FROM, toOneself.slice(0, 100))).isEmpty();
        assertThat(TokenCalls.ordered(FROM, Bytes.EMPTY)).isEmpty();
    }

    @Test
    void theMessengerOnL1_saysWhatCameOfIt() {
        Withdrawal withdrawal = withdrawal(TokenMessages.L2_MESSENGER, relay(7, MESSAGE));
        TokenWithdrawal tokens = TokenWithdrawal.of(withdrawal).orElseThrow();

        assertThat(relay(tokens, 1, 0)).contains(Relay.DONE);
        assertThat(relay(tokens, 1, 1)).as("it worked at the second try").contains(Relay.DONE);
        assertThat(relay(tokens, 0, 1)).contains(Relay.FAILED);
        assertThat(relay(tokens, 0, 0)).contains(Relay.NOT_KNOWN);
        L1Call again = TokenCalls.replay(tokens.withdrawal());
        assertThat(again.to()).isEqualTo(MESSENGER_1);
        assertThat(again.data()).isEqualTo(withdrawal.data());
        assertThat(TokenCalls.replayGas(tokens.withdrawal()).amount()).isEqualTo(500_000);
    }

    /// ERC-165 ids as the contracts publish them.
    @Test
    void theBridgesOwnKindsOfTokens_haveThePublishedIds() {
        assertThat(Tokens.OLDER_KIND.toHex()).isEqualTo("0x1d1d8b63");
        assertThat(Tokens.KIND.toHex()).isEqualTo("0xec4fc8e3");
    }

    private static Optional<Relay> relay(TokenWithdrawal tokens, int done, int failed) {
        Map<Bytes, Integer> answers = new HashMap<>();
        answers.put(Abi.call("successfulMessages(bytes32)", Abi.word(tokens.message())), done);
        answers.put(Abi.call("failedMessages(bytes32)", Abi.word(tokens.message())), failed);
        Reads reads = new Reads(call -> answer(answers, call));
        return OpStack.relay(reads, tokens.withdrawal());
    }

    private static CallResult answer(Map<Bytes, Integer> answers, ContractCall call) {
        Integer said = call.to().equals(MESSENGER_1) ? answers.get(call.input()) : null;
        return said == null
                ? new CallResult.Reverted(Bytes.EMPTY)
                : new CallResult.Returned(Bytes.of(Hash32.ofNumber(said).toArray()), 1, Set.of());
    }

    private static Withdrawal withdrawal(Address sender, Bytes data) {
        return new Withdrawal(BigInteger.ONE, sender, MESSENGER_1, Wei.ZERO, BigInteger.valueOf(500_000), data);
    }

    private static Bytes relay(long nonce, String message) {
        int size = message.length() / 2 - 1;
        String padding = "00".repeat((32 - size % 32) % 32);
        return Bytes.fromHex("0xd764ad0b" + word(nonce) + word(TokenMessages.L2_BRIDGE) + word(BRIDGE_1) + word(0)
                + word(200_000) + word(0xc0) + word(size) + message.substring(2) + padding);
    }

    private static String word(long number) {
        return Hash32.ofNumber(number).toHex().substring(2);
    }

    private static String word(Address address) {
        return address.toWord().toHex().substring(2);
    }
}
