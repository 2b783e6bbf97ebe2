package org.lifeboat.sandbox;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

/// Somebody with a key, who signs transactions of each type.
public record Person(byte[] key, ChainId chain) {
    private static final Secp256k1 CURVE = Secp256k1.preferred();
    public static final Wei TIP = Wei.of(1_000_000_000);
    public static final Wei FEE = Wei.of(20_000_000_000L);
    private static final Gas GAS = new Gas(300_000);

    public static Person named(String name, ChainId chain) {
        return new Person(Keccak256.digest(name.getBytes(StandardCharsets.UTF_8)), chain);
    }

    public Address address() {
        return CURVE.addressOfKey(key);
    }

    public SignedTransaction legacy(long nonce, Optional<Address> to, Wei value, Bytes data) {
        return legacy(nonce, to, value, data, GAS);
    }

    public SignedTransaction legacy(long nonce, Optional<Address> to, Wei value, Bytes data, Gas gas) {
        return sign(new Transaction.Legacy(Optional.of(chain), new Nonce(nonce), FEE, gas, to, value, data));
    }

    public SignedTransaction withAccessList(long nonce, Address to, Bytes data, List<AccessListEntry> list) {
        return sign(
                new Transaction.AccessListTx(chain, new Nonce(nonce), FEE, GAS, Optional.of(to), Wei.ZERO, data, list));
    }

    public SignedTransaction pays(long nonce, Address to, Wei value) {
        return sends(nonce, to, value, Bytes.EMPTY, GAS, TIP);
    }

    public SignedTransaction calls(long nonce, Address to, Bytes data) {
        return sends(nonce, to, Wei.ZERO, data, GAS, TIP);
    }

    public SignedTransaction sends(long nonce, Address to, Wei value, Bytes data, Gas gas, Wei tip) {
        return sign(new Transaction.DynamicFee(
                chain, new Nonce(nonce), tip, FEE, gas, Optional.of(to), value, data, List.of()));
    }

    public SignedTransaction setsCode(long nonce, Address to, SignedAuthorization... authorizations) {
        return sign(new Transaction.SetCode(
                chain, new Nonce(nonce), TIP, FEE, GAS, to, Wei.ZERO, Bytes.EMPTY, List.of(), List.of(authorizations)));
    }

    public SignedAuthorization delegatesTo(Address contract, long nonce) {
        Authorization authorization = new Authorization(Optional.of(chain), contract, new Nonce(nonce));
        EcdsaSignature nobodys = new EcdsaSignature(0, BigInteger.ONE, BigInteger.ONE);
        byte[] digest =
                new SignedAuthorization(authorization, nobodys).signingHash().toArray();
        return new SignedAuthorization(authorization, CURVE.sign(digest, key));
    }

    public SignedTransaction sign(Transaction transaction) {
        return new SignedTransaction(
                transaction, CURVE.sign(transaction.signingHash().toArray(), key));
    }
}
