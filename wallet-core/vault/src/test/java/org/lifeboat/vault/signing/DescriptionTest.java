package org.lifeboat.vault.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.Transaction;

class DescriptionTest {
    private static final Address ME = Address.fromHex("0x0000000000000000000000000000000000000101");
    private static final Address YOU = Address.fromHex("0x0000000000000000000000000000000000000202");
    private static final Address TOKEN = Address.fromHex("0x0000000000000000000000000000000000000303");
    private static final ChainId CHAIN = new ChainId(10);
    private static final BigInteger MAX = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    private static final Facts FACTS = new Facts() {
        @Override
        public Optional<String> chainName(ChainId chain) {
            return Optional.of("OP Mainnet");
        }

        @Override
        public Optional<String> coinSymbol(ChainId chain) {
            return Optional.of("ETH");
        }

        @Override
        public Optional<String> addressName(ChainId chain, Address address) {
            return address.equals(YOU) ? Optional.of("Alice") : Optional.empty();
        }

        @Override
        public Optional<TokenFact> token(ChainId chain, Address contract) {
            return contract.equals(TOKEN) ? Optional.of(new TokenFact("USDC", 6)) : Optional.empty();
        }
    };

    private static TransactionRequest call(Optional<Address> to, long value, Bytes data) {
        return new TransactionRequest(new Transaction.DynamicFee(
                CHAIN,
                new Nonce(7),
                Wei.of(1),
                Wei.of(2_000_000_000),
                new Gas(50_000),
                to,
                Wei.of(value),
                data,
                List.of()));
    }

    private static Bytes data(String selector, Hash32... words) {
        Bytes data = Bytes.fromHex(selector);
        for (Hash32 word : words) {
            data = data.plus(Bytes.of(word.toArray()));
        }
        return data;
    }

    private static List<String> say(SigningRequest request, Facts facts) {
        return request.describe(ME, facts).lines().stream()
                .map(Wording.english()::say)
                .toList();
    }

    private static Stream<String> keys(SigningRequest request, Severity severity) {
        return request.describe(ME, FACTS).lines().stream()
                .filter(line -> line.severity() == severity)
                .map(Line::key);
    }

    @Test
    void payment_saysWhoWhatToWhomFeeChainNonce() {
        assertThat(say(call(Optional.of(YOU), 1_500_000_000_000_000_000L, Bytes.EMPTY), FACTS))
                .containsExactly(
                        "Account " + ME + " signs a transaction.",
                        "Sends 1.5 ETH to " + YOU + " (Alice).",
                        "Fee: at most 0.0001 ETH (50000 gas at up to 2 gwei). An L2 may charge for its data on L1"
                                + " on top.",
                        "Network: OP Mainnet (chain id 10).",
                        "Nonce: 7.");
    }

    @Test
    void tokenTransfer_countsInTheTokenWhereItIsKnown() {
        Bytes data = data("0xa9059cbb", YOU.toWord(), Hash32.ofNumber(2_500_000));

        assertThat(say(call(Optional.of(TOKEN), 0, data), FACTS))
                .contains("Sends 2.5 USDC of the token behind this contract to " + YOU + " (Alice).");
        assertThat(say(call(Optional.of(TOKEN), 0, data), Facts.NONE))
                .contains("Sends 2500000 smallest units (decimals not known) of the token behind this contract to "
                        + YOU + ".");
    }

    @Test
    void approval_isLoudAndLouderWithoutLimit() {
        var some = call(Optional.of(TOKEN), 0, data("0x095ea7b3", YOU.toWord(), Hash32.ofNumber(5)));
        var none = call(Optional.of(TOKEN), 0, data("0x095ea7b3", YOU.toWord(), Hash32.ZERO));

        assertThat(keys(some, Severity.WARNING)).containsExactly("allowance.some");
        assertThat(some.needsSecondConfirmation()).isFalse();
        assertThat(keys(none, Severity.NOTE)).contains("allowance.none");
        for (BigInteger amount : List.of(MAX, BigInteger.TWO.pow(255))) {
            var all = call(Optional.of(TOKEN), 0, data("0x095ea7b3", YOU.toWord(), Hash32.ofNumber(amount)));
            assertThat(keys(all, Severity.DANGER)).containsExactly("allowance.unlimited");
            assertThat(all.needsSecondConfirmation()).isTrue();
        }
        BigInteger almost = BigInteger.TWO.pow(255).subtract(BigInteger.ONE);
        assertThat(keys(
                        call(Optional.of(TOKEN), 0, data("0x095ea7b3", YOU.toWord(), Hash32.ofNumber(almost))),
                        Severity.WARNING))
                .containsExactly("allowance.some");
    }

    @Test
    void operatorForEverything_isDangerAndItsRevocationIsNot() {
        var grant = call(Optional.of(TOKEN), 0, data("0xa22cb465", YOU.toWord(), Hash32.ofNumber(1)));
        var revoke = call(Optional.of(TOKEN), 0, data("0xa22cb465", YOU.toWord(), Hash32.ZERO));

        assertThat(keys(grant, Severity.DANGER)).containsExactly("operator.grant");
        assertThat(revoke.needsSecondConfirmation()).isFalse();
    }

    @Test
    void callsThatAreNotUnderstood_areDanger() {
        List<Bytes> strange = List.of(
                Bytes.fromHex("0xdeadbeef"),
                Bytes.fromHex("0x01"),
                // A transfer cut short, one with something behind it, and one to no address.
                data("0xa9059cbb", YOU.toWord()),
                data("0xa9059cbb", YOU.toWord(), Hash32.ZERO, Hash32.ZERO),
                data("0xa9059cbb", Hash32.ofNumber(MAX), Hash32.ZERO));
        for (Bytes data : strange) {
            assertThat(call(Optional.of(TOKEN), 0, data).needsSecondConfirmation())
                    .as(data.toHex())
                    .isTrue();
        }
    }

    @Test
    void contractCreationAndMissingChain_areDanger() {
        assertThat(keys(call(Optional.empty(), 1, Bytes.fromHex("0x6000")), Severity.DANGER))
                .containsExactly("create");
        var anywhere = new TransactionRequest(new Transaction.Legacy(
                Optional.empty(), new Nonce(0), Wei.of(1), new Gas(21_000), Optional.of(YOU), Wei.ZERO, Bytes.EMPTY));
        assertThat(keys(anywhere, Severity.DANGER)).containsExactly("chain.every");
    }

    @Test
    void delegation_namesTheDelegate() {
        Authorization authorization = new Authorization(Optional.empty(), TOKEN, new Nonce(1));
        var request = new AuthorizationRequest(authorization);
        var setCode = new Transaction.SetCode(
                CHAIN,
                new Nonce(0),
                Wei.ZERO,
                Wei.of(1),
                new Gas(100_000),
                YOU,
                Wei.ZERO,
                Bytes.EMPTY,
                List.of(),
                List.of(new SignedAuthorization(
                        authorization, new EcdsaSignature(0, BigInteger.ZERO, BigInteger.ZERO))));
        var transaction = new TransactionRequest(setCode, List.of(Optional.empty()));
        assertThatThrownBy(() -> new TransactionRequest(setCode)).isInstanceOf(IllegalArgumentException.class);

        assertThat(keys(request, Severity.DANGER)).containsExactly("delegate.grant", "delegate.everyChain");
        assertThat(keys(transaction, Severity.DANGER)).contains("delegate.grant");
        assertThat(say(transaction, FACTS)).anyMatch(line -> line.contains(TOKEN.toChecksum()));
        assertThat(new AuthorizationRequest(new Authorization(Optional.of(CHAIN), Address.ZERO, new Nonce(1)))
                        .needsSecondConfirmation())
                .isFalse();
    }

    @Test
    void blobTransactions_areNotTaken() {
        assertThatThrownBy(() -> new TransactionRequest(new Transaction.Blob(
                        CHAIN,
                        new Nonce(0),
                        Wei.ZERO,
                        Wei.ZERO,
                        new Gas(0),
                        YOU,
                        Wei.ZERO,
                        Bytes.EMPTY,
                        List.of(),
                        Wei.ZERO,
                        List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void message_showsHiddenCharactersAndWarnsOfHashes() {
        assertThat(say(MessageRequest.ofText("hello\nFee: none"), FACTS))
                .contains("The message: \n| hello\n| Fee: none");
        assertThat(say(MessageRequest.ofText("pay \u202eeciov"), FACTS))
                .contains("The message: pay [U+202e]eciov")
                .anyMatch(line -> line.startsWith("The message has hidden"));
        assertThat(new MessageRequest(Bytes.of(Hash32.ofNumber(MAX).toArray())).needsSecondConfirmation())
                .isTrue();
    }

    @Test
    void message_isHashedWithThePrefixOfEip191() {
        // ethers.js documentation, hashMessage("Hello World").
        assertThat(MessageRequest.ofText("Hello World").digest().toHex())
                .isEqualTo("0xa1de988600a42c4b4ab089b619297c17d53cffae5d5120d82d8a92d0bb3b78f2");
    }

    @Test
    void bothLanguages_haveASentenceForEveryLine() {
        Wording english = Wording.english();
        Wording chinese = Wording.chinese();
        assertThat(english.keys()).isEqualTo(chinese.keys());
        for (KnownCall call : KnownCalls.ALL) {
            if (call.meaning() instanceof KnownCall.Meaning.Sentence sentence) {
                assertThat(english.keys()).contains(sentence.key());
            }
        }
        for (Wording wording : List.of(english, chinese)) {
            for (SigningRequest request : List.of(
                    request(),
                    call(Optional.of(TOKEN), 0, Bytes.fromHex("0x01020304")),
                    call(Optional.empty(), 0, Bytes.fromHex("0x60")))) {
                assertThat(request.describe(ME, Facts.NONE).lines().stream().map(wording::say))
                        .allMatch(line -> !line.contains("{"));
            }
        }
    }

    @Test
    void whatIsCounted_isInItsForm() {
        assertThat(say(call(Optional.of(TOKEN), 0, Bytes.fromHex("0x01020304")), Facts.NONE))
                .anyMatch(line -> line.contains("(4 bytes)"));
        assertThat(say(call(Optional.empty(), 0, Bytes.fromHex("0x60")), Facts.NONE))
                .anyMatch(line -> line.contains("1 byte of code"));
    }

    private static TransactionRequest request() {
        return call(Optional.of(TOKEN), 3, data("0x095ea7b3", YOU.toWord(), Hash32.ofNumber(5)));
    }
}
