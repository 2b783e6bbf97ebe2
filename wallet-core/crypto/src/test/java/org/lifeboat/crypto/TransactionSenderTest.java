package org.lifeboat.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

class TransactionSenderTest {
    private final Secp256k1 curve = Secp256k1.preferred();
    private final TransactionSender sender = new TransactionSender(curve);
    // EIP-155, "Example": the private key is 0x46 thirty-two times.
    private final byte[] key = Hash32.fromHex("0x" + "46".repeat(32)).toArray();
    private final Transaction.Legacy example = new Transaction.Legacy(
            Optional.of(ChainId.ETHEREUM),
            new Nonce(9),
            Wei.of(20_000_000_000L),
            new Gas(21_000),
            Optional.of(Address.fromHex("0x3535353535353535353535353535353535353535")),
            Wei.of(1_000_000_000_000_000_000L),
            Bytes.EMPTY);

    @Test
    void legacy_isTheExampleOfEip155() {
        assertThat(example.signingHash().toHex())
                .isEqualTo("0xdaf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53");

        SignedTransaction signed = sign(example);

        assertThat(signed.encoded().toHex())
                .isEqualTo("0xf86c098504a817c800825208943535353535353535353535353535353535353535880"
                        + "de0b6b3a76400008025a028ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276a0"
                        + "67cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83");
        assertThat(SignedTransaction.decode(signed.encoded())).isEqualTo(new Answer.Proven<>(signed));
        assertThat(sender.of(signed)).contains(curve.addressOfKey(key));
    }

    @Test
    void highS_isSignedByNobodyForAChain() {
        SignedTransaction signed = sign(example);
        EcdsaSignature low = signed.signature();
        EcdsaSignature high =
                new EcdsaSignature(1 - low.yParity(), low.r(), EcdsaSignature.CURVE_ORDER.subtract(low.s()));

        assertThat(sender.of(new SignedTransaction(example, high))).isEmpty();
    }

    @Test
    void authorization_recoversToItsSigner() {
        Authorization authorization = new Authorization(
                Optional.empty(), Address.fromHex("0x00000000000000000000000000000000000000aa"), new Nonce(1));
        EcdsaSignature signature = curve.sign(authorization.signingHash().toArray(), key);

        assertThat(sender.of(new SignedAuthorization(authorization, signature))).contains(curve.addressOfKey(key));
        assertThat(sender.of(
                        new SignedAuthorization(authorization, new EcdsaSignature(0, BigInteger.ZERO, BigInteger.ONE))))
                .isEmpty();
    }

    private SignedTransaction sign(Transaction transaction) {
        return new SignedTransaction(
                transaction, curve.sign(transaction.signingHash().toArray(), key));
    }
}
