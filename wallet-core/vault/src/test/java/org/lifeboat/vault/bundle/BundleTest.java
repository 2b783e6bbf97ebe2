package org.lifeboat.vault.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.signing.AuthorizationRequest;
import org.lifeboat.vault.signing.Facts;
import org.lifeboat.vault.signing.MessageRequest;
import org.lifeboat.vault.signing.Signer;
import org.lifeboat.vault.signing.Signing;
import org.lifeboat.vault.signing.SigningRequest;
import org.lifeboat.vault.signing.TransactionRequest;
import org.lifeboat.vault.signing.TypedData;
import org.lifeboat.vault.signing.TypedDataReading;
import org.lifeboat.vault.signing.TypedDataRequest;

class BundleTest {
    private static final Secp256k1 CURVE = Secp256k1.preferred();
    private static final TransactionSender SENDERS = new TransactionSender(CURVE);
    private static final Secret KEY = Secret.take(Hex.decode("0x" + "07".repeat(32)));
    private static final Address ACCOUNT = KEY.with(CURVE::addressOfKey);
    private static final Address TO = Address.fromHex("0x00000000000000000000000000000000000000aa");
    private static final ChainId CHAIN = new ChainId(10);
    private static final List<AccessListEntry> LIST = List.of(new AccessListEntry(TO, List.of(Hash32.ofNumber(1))));

    private static Bytes text(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SigningRequest> requests() {
        Nonce nonce = new Nonce(1);
        Gas gas = new Gas(21_000);
        Wei one = Wei.of(1);
        Bytes data = Bytes.fromHex("0x0102");
        Authorization authorization = new Authorization(Optional.empty(), TO, nonce);
        SignedAuthorization signed =
                new SignedAuthorization(authorization, new EcdsaSignature(1, BigInteger.TWO, BigInteger.TEN));
        TypedData typed = ((TypedDataReading.Valid) TypedData.read(
                        text("{\"types\":{\"A\":[{\"name\":\"a\",\"type\":\"uint256\"}]},\"primaryType\":\"A\","
                                + "\"domain\":{\"chainId\":10},\"message\":{\"a\":\"5\"}}")))
                .data();
        return List.of(
                new TransactionRequest(
                        new Transaction.Legacy(Optional.of(CHAIN), nonce, one, gas, Optional.of(TO), one, data)),
                new TransactionRequest(
                        new Transaction.Legacy(Optional.empty(), nonce, one, gas, Optional.empty(), one, data)),
                new TransactionRequest(
                        new Transaction.AccessListTx(CHAIN, nonce, one, gas, Optional.of(TO), one, data, LIST)),
                new TransactionRequest(new Transaction.DynamicFee(
                        CHAIN, nonce, one, Wei.of(9), gas, Optional.of(TO), one, data, LIST)),
                TransactionRequest.of(
                        new Transaction.SetCode(
                                CHAIN, nonce, one, Wei.of(9), gas, TO, one, data, LIST, List.of(signed)),
                        SENDERS),
                new TypedDataRequest(typed, CHAIN),
                MessageRequest.ofText("hello"),
                new AuthorizationRequest(authorization));
    }

    private static RequestBundle bundle() {
        return new RequestBundle(requests().stream()
                .map(request -> new RequestBundle.Item(ACCOUNT, request))
                .toList());
    }

    private static String written() {
        return new String(bundle().write().toArray(), StandardCharsets.UTF_8);
    }

    @Test
    void everyRequest_isReadAsItWasWritten() {
        assertThat(RequestBundle.read(bundle().write(), SENDERS)).isEqualTo(new BundleReading.Valid<>(bundle()));
    }

    @Test
    void everySignature_isReadAsItWasWritten() {
        List<SignedBundle.Item> items = requests().stream()
                .map(request -> {
                    Signing signing = new Signer(CURVE)
                            .sign(
                                    request,
                                    ACCOUNT,
                                    KEY,
                                    request.describe(ACCOUNT, Facts.NONE)
                                            .approve()
                                            .confirmAgain());
                    return new SignedBundle.Item(ACCOUNT, ((Signing.Done) signing).signed());
                })
                .toList();
        SignedBundle signed = new SignedBundle(items);

        assertThat(SignedBundle.read(signed.write(), CURVE)).isEqualTo(new BundleReading.Valid<>(signed));
        String forged = new String(signed.write().toArray(), StandardCharsets.UTF_8)
                .replace(ACCOUNT.toChecksum(), TO.toChecksum());
        assertThat(SignedBundle.read(text(forged), CURVE)).isInstanceOf(BundleReading.Refused.class);
    }

    @Test
    void newerVersion_asksForAnUpdate() {
        assertThat(RequestBundle.read(text(written().replace("\"version\" : \"1\"", "\"version\" : \"2\"")), SENDERS))
                .isEqualTo(new BundleReading.UpdateNeeded<>(2));
    }

    @Test
    void whatIsNotUnderstood_isRefused() {
        List<String> bad = List.of(
                "",
                "[]",
                "{}",
                written() + "x",
                written().replace("lifeboat-requests", "lifeboat-signatures"),
                written().replace("\"kind\" : \"message\"", "\"kind\" : \"hash\""),
                written().replace("\"message\" : \"0x68656c6c6f\"", "\"message\" : \"0x6\""),
                written().replace("\"message\" : \"0x68656c6c6f\"", "\"message\" : \"0x00\", \"note\" : \"\""),
                written().replace("\"gasLimit\" : \"21000\"", "\"gasLimit\" : 21000"),
                written().replace("\"gasLimit\" : \"21000\"", "\"gasLimit\" : \"021000\""),
                written().replace("\"gasLimit\" : \"21000\"", "\"gasLimit\" : \"-1\""),
                written().replace("\"type\" : \"4\"", "\"type\" : \"3\""),
                written().replace("\"a\" : \"5\"", "\"b\" : \"5\""),
                "{\"format\":\"lifeboat-requests\",\"version\":\"1\",\"items\":[]}",
                " ".repeat(Members.MOST_BYTES + 1));
        for (String json : bad) {
            assertThat(RequestBundle.read(text(json), SENDERS)).as(json).isInstanceOf(BundleReading.Refused.class);
        }
    }
}
