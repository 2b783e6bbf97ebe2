package org.lifeboat.primitives.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

class TransactionLawsTest {
    @Property(tries = 1_500)
    void signed_encodedAndDecoded_isTheSame(@ForAll("transactions") SignedTransaction signed) {
        assertThat(SignedTransaction.decode(signed.encoded())).isEqualTo(new Answer.Proven<>(signed));
        assertThat(signed.hash()).isEqualTo(Keccak256.hash(signed.encoded()));
    }

    /// Whatever decodes encodes to the very same bytes: nothing is dropped, nothing added.
    @Property(tries = 3_000)
    void changedBytes_areRefusedOrAnotherTransactionWhole(
            @ForAll("transactions") SignedTransaction signed, @ForAll int place, @ForAll byte change) {
        byte[] encoded = signed.encoded().toArray();
        encoded[Math.floorMod(place, encoded.length)] ^= change;
        check(Bytes.of(encoded));
    }

    @Property(tries = 500)
    void cutOrLengthenedBytes_areRefused(@ForAll("transactions") SignedTransaction signed, @ForAll int place) {
        Bytes encoded = signed.encoded();
        assertThat(SignedTransaction.decode(encoded.slice(0, Math.floorMod(place, encoded.size()))))
                .isNotInstanceOf(Answer.Proven.class);
        assertThat(SignedTransaction.decode(encoded.plus(Bytes.of((byte) place))))
                .isInstanceOf(Answer.Refuted.class);
    }

    @Property(tries = 2_000)
    void garbage_endsInAnOutcome(@ForAll byte[] garbage) {
        check(Bytes.of(garbage));
    }

    @Property(tries = 500)
    void signingPayload_isNeverWhatIsSent(@ForAll("transactions") SignedTransaction signed) {
        assertThat(signed.transaction().signingPayload()).isNotEqualTo(signed.encoded());
        assertThat(SignedTransaction.decode(signed.transaction().signingPayload()))
                .isNotInstanceOf(Answer.Proven.class);
    }

    private static void check(Bytes encoded) {
        if (SignedTransaction.decode(encoded) instanceof Answer.Proven<SignedTransaction>(SignedTransaction tx)) {
            assertThat(tx.encoded()).isEqualTo(encoded);
        }
    }

    @Provide
    Arbitrary<SignedTransaction> transactions() {
        Arbitrary<EcdsaSignature> signature =
                Combinators.combine(Arbitraries.of(0, 1), scalars(), scalars()).as(EcdsaSignature::new);
        return Combinators.combine(Arbitraries.integers().between(0, 5), words(), longs(), bytes(), signature)
                .as(TransactionLawsTest::make);
    }

    private static SignedTransaction make(
            int kind, BigInteger word, long number, Bytes data, EcdsaSignature signature) {
        Wei wei = new Wei(word);
        Nonce nonce = new Nonce(number);
        Gas gas = new Gas(number / 3);
        ChainId chain = new ChainId(1 + number / 5);
        Address address = Keccak256.hash(data).toAddress();
        Optional<Address> to = number % 2 == 0 ? Optional.of(address) : Optional.empty();
        List<AccessListEntry> list = List.of(
                new AccessListEntry(address, List.of(Hash32.ofNumber(word), Hash32.ZERO)),
                new AccessListEntry(Address.ZERO, List.of()));
        Transaction transaction = switch (kind) {
            case 0 -> new Transaction.Legacy(Optional.empty(), nonce, wei, gas, to, wei, data);
            case 1 -> new Transaction.Legacy(Optional.of(chain), nonce, wei, gas, to, wei, data);
            case 2 -> new Transaction.AccessListTx(chain, nonce, wei, gas, to, wei, data, list);
            case 3 -> new Transaction.DynamicFee(chain, nonce, wei, wei, gas, to, wei, data, list);
            case 4 ->
                new Transaction.Blob(chain, nonce, wei, wei, gas, address, wei, data, list, wei, List.of(Hash32.ZERO));
            default ->
                new Transaction.SetCode(
                        chain,
                        nonce,
                        wei,
                        wei,
                        gas,
                        address,
                        wei,
                        data,
                        list,
                        List.of(
                                new SignedAuthorization(new Authorization(Optional.empty(), address, nonce), signature),
                                new SignedAuthorization(
                                        new Authorization(Optional.of(chain), address, nonce), signature)));
        };
        return new SignedTransaction(transaction, signature);
    }

    private static Arbitrary<BigInteger> scalars() {
        return Arbitraries.bigIntegers().between(BigInteger.ONE, EcdsaSignature.CURVE_ORDER.subtract(BigInteger.ONE));
    }

    private static Arbitrary<BigInteger> words() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ZERO, BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE));
    }

    private static Arbitrary<Long> longs() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE);
    }

    private static Arbitrary<Bytes> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(80).map(Bytes::of);
    }
}
