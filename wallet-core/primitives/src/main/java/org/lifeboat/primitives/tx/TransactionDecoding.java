package org.lifeboat.primitives.tx;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;

/// Reads signed transactions, strictly. The bytes are a stranger's.
final class TransactionDecoding {
    private static final int WORD = 32;
    private static final BigInteger LEGACY_V = BigInteger.valueOf(27);
    private static final BigInteger EIP155_V = BigInteger.valueOf(35);
    /// `v` of the largest chain id that fits [ChainId].
    private static final int V_BYTES = 9;

    /// The largest number that [ChainId] and [Nonce] hold.
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private TransactionDecoding() {}

    static SignedTransaction legacy(RlpReader fields) throws RlpException {
        Nonce nonce = nonce(fields);
        Wei gasPrice = wei(fields);
        Gas gasLimit = gas(fields);
        Optional<Address> to = fields.addressOrEmpty();
        Wei value = wei(fields);
        Bytes data = fields.bytes();
        BigInteger v = fields.integer(V_BYTES);
        boolean old = v.equals(LEGACY_V) || v.equals(LEGACY_V.add(BigInteger.ONE));
        if (!old && v.compareTo(EIP155_V.add(BigInteger.TWO)) < 0) {
            throw new RlpException("v is neither 27, 28 nor of EIP-155");
        }
        BigInteger above = v.subtract(old ? LEGACY_V : EIP155_V);
        Optional<ChainId> chain = old ? Optional.empty() : Optional.of(chainId(above.shiftRight(1)));
        EcdsaSignature signature = inRange(scalars(above.testBit(0) ? 1 : 0, fields));
        return new SignedTransaction(
                new Transaction.Legacy(chain, nonce, gasPrice, gasLimit, to, value, data), signature);
    }

    static SignedTransaction accessList(RlpReader fields) throws RlpException {
        Transaction transaction = new Transaction.AccessListTx(
                chainId(fields),
                nonce(fields),
                wei(fields),
                gas(fields),
                fields.addressOrEmpty(),
                wei(fields),
                fields.bytes(),
                accessListOf(fields));
        return new SignedTransaction(transaction, inRange(signature(fields)));
    }

    static SignedTransaction dynamicFee(RlpReader fields) throws RlpException {
        Transaction transaction = new Transaction.DynamicFee(
                chainId(fields),
                nonce(fields),
                wei(fields),
                wei(fields),
                gas(fields),
                fields.addressOrEmpty(),
                wei(fields),
                fields.bytes(),
                accessListOf(fields));
        return new SignedTransaction(transaction, inRange(signature(fields)));
    }

    static SignedTransaction blob(RlpReader fields) throws RlpException {
        if (fields.atList()) {
            throw new RlpException("a blob transaction with its blobs: only the form that stands in a block is read");
        }
        Transaction transaction = new Transaction.Blob(
                chainId(fields),
                nonce(fields),
                wei(fields),
                wei(fields),
                gas(fields),
                fields.address(),
                wei(fields),
                fields.bytes(),
                accessListOf(fields),
                wei(fields),
                hashes(fields.list()));
        return new SignedTransaction(transaction, inRange(signature(fields)));
    }

    static SignedTransaction setCode(RlpReader fields) throws RlpException {
        Transaction transaction = new Transaction.SetCode(
                chainId(fields),
                nonce(fields),
                wei(fields),
                wei(fields),
                gas(fields),
                fields.address(),
                wei(fields),
                fields.bytes(),
                accessListOf(fields),
                authorizations(fields.list()));
        return new SignedTransaction(transaction, inRange(signature(fields)));
    }

    private static List<AccessListEntry> accessListOf(RlpReader fields) throws RlpException {
        RlpReader list = fields.list();
        List<AccessListEntry> entries = new ArrayList<>();
        while (list.hasMore()) {
            RlpReader entry = list.list();
            entries.add(new AccessListEntry(entry.address(), hashes(entry.list())));
            entry.end();
        }
        return entries;
    }

    private static List<Hash32> hashes(RlpReader list) throws RlpException {
        List<Hash32> hashes = new ArrayList<>();
        while (list.hasMore()) {
            hashes.add(list.hash());
        }
        return hashes;
    }

    private static List<SignedAuthorization> authorizations(RlpReader list) throws RlpException {
        List<SignedAuthorization> authorizations = new ArrayList<>();
        while (list.hasMore()) {
            RlpReader fields = list.list();
            authorizations.add(authorization(fields));
            fields.end();
        }
        return authorizations;
    }

    /// Takes every number that EIP-7702 lets stand, however senseless.
    private static SignedAuthorization authorization(RlpReader fields) throws RlpException {
        BigInteger chain = fields.integer(WORD);
        Address delegate = fields.address();
        BigInteger nonce = fields.integer(Long.BYTES);
        int yParity = fields.integer(Byte.BYTES).intValue();
        BigInteger r = fields.integer(WORD);
        BigInteger s = fields.integer(WORD);
        long cutChain = chain.min(LARGEST).longValue();
        Authorization authorization = new Authorization(
                cutChain == 0 ? Optional.empty() : Optional.of(new ChainId(cutChain)),
                delegate,
                new Nonce(nonce.min(LARGEST).longValue()));
        EcdsaSignature signature = new EcdsaSignature(Math.min(1, yParity), r, s);
        boolean fits = chain.compareTo(LARGEST) <= 0 && nonce.compareTo(LARGEST) <= 0 && yParity <= 1;
        return fits
                ? new SignedAuthorization(authorization, signature)
                : new SignedAuthorization(
                        authorization, signature, Optional.of(new AuthorizationNumbers(chain, nonce, yParity)));
    }

    private static EcdsaSignature signature(RlpReader fields) throws RlpException {
        long yParity = fields.longInteger();
        if (yParity > 1) {
            throw new RlpException("yParity is neither 0 nor 1");
        }
        return scalars((int) yParity, fields);
    }

    /// No chain ever took another one. Without this, what is signed under EIP-155 (chain id, 0, 0 at its end)
    /// would itself read as a signed transaction.
    private static EcdsaSignature inRange(EcdsaSignature signature) throws RlpException {
        if (!signature.isInRange()) {
            throw new RlpException("a signature out of range");
        }
        return signature;
    }

    private static EcdsaSignature scalars(int yParity, RlpReader fields) throws RlpException {
        return new EcdsaSignature(yParity, fields.integer(WORD), fields.integer(WORD));
    }

    private static ChainId chainId(RlpReader fields) throws RlpException {
        return chainId(fields.integer(WORD));
    }

    private static ChainId chainId(BigInteger value) throws RlpException {
        if (value.signum() == 0 || value.bitLength() >= Long.SIZE) {
            throw new RlpException("a chain id of 0, or of 2^63 or more");
        }
        return new ChainId(value.longValue());
    }

    private static Nonce nonce(RlpReader fields) throws RlpException {
        return new Nonce(fields.longInteger());
    }

    private static Gas gas(RlpReader fields) throws RlpException {
        return new Gas(fields.longInteger());
    }

    private static Wei wei(RlpReader fields) throws RlpException {
        return new Wei(fields.integer(WORD));
    }
}
