package org.lifeboat.rollups.opstack.execution;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.verifier.call.ChainFees;

/// What a transaction that is only tried out would pay beside gas, by what `L1Block` holds in the state it is
/// tried on. Source: ethereum-optimism/optimism, `packages/contracts-bedrock/src/L2/L1Block.sol`, storage
/// layout; the contract keeps the fields of the last block's [L1Attributes] at the same places of its slots
/// as the call data has them.
/// @param fork of the block; from Isthmus on
public record OpFees(OpFork fork) implements ChainFees {
    /// `basefee`.
    private static final Hash32 BASE_FEE = Hash32.ofNumber(1);

    /// From the low end: `sequenceNumber` 64 bits, `blobBaseFeeScalar` 32, `baseFeeScalar` 32.
    private static final Hash32 SCALARS = Hash32.ofNumber(3);

    /// `blobBaseFee`.
    private static final Hash32 BLOB_BASE_FEE = Hash32.ofNumber(7);

    /// From the low end: `operatorFeeConstant` 64 bits, `operatorFeeScalar` 32, `daFootprintGasScalar` 16.
    private static final Hash32 OPERATOR = Hash32.ofNumber(8);

    /// A signature is not there yet. Its bytes do not compress, whichever they are; these, of `SHA-256("r")`
    /// and `SHA-256("s")`, do not either, so that the size is right but for a byte or two.
    static final EcdsaSignature SOME_SIGNATURE = new EcdsaSignature(
            1,
            new BigInteger("454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1", 16),
            new BigInteger("043a718774c572bd8a25adbeb1bfcd5c0256ae11cecf9f9c3f925d0e52beaf89", 16));

    @Override
    public Optional<Charge> of(Transaction transaction, StateReader state) {
        Bytes encoded = new SignedTransaction(transaction, SOME_SIGNATURE).encoded();
        return read(state).map(l1 -> new OpCharge(fork, l1, L1Fee.of(fork, l1, encoded)));
    }

    /// What `L1Block` says of prices; nothing else of it.
    /// @return empty where the contract is not there, or was never told
    static Optional<L1Attributes> read(StateReader state) {
        BigInteger baseFee = word(state, BASE_FEE);
        BigInteger scalars = word(state, SCALARS);
        BigInteger blobBaseFee = word(state, BLOB_BASE_FEE);
        BigInteger operator = word(state, OPERATOR);
        boolean there = state.account(L1Attributes.CONTRACT)
                .filter(account -> !account.codeHash().equals(StoredAccount.EMPTY.codeHash()))
                .isPresent();
        if (!there || baseFee.signum() == 0) {
            return Optional.empty(); // No L1 has a base fee of nothing: the contract was never told.
        }
        return Optional.of(new L1Attributes(
                0,
                0,
                new Wei(baseFee),
                Hash32.ZERO,
                0,
                Hash32.ZERO,
                new L1Attributes.Scalars.Ecotone(part(scalars, 96, 32), part(scalars, 64, 32), new Wei(blobBaseFee)),
                part(operator, 64, 32),
                bits(operator, 0, 64),
                (int) part(operator, 96, 16)));
    }

    private record OpCharge(OpFork fork, L1Attributes l1, Wei data) implements Charge {
        @Override
        public Wei operator(long gas) {
            return OperatorFee.of(fork, l1, gas);
        }
    }

    private static BigInteger word(StateReader state, Hash32 slot) {
        return state.storage(L1Attributes.CONTRACT, slot).toNumber();
    }

    private static BigInteger bits(BigInteger word, int from, int count) {
        return word.shiftRight(from).and(BigInteger.ONE.shiftLeft(count).subtract(BigInteger.ONE));
    }

    private static long part(BigInteger word, int from, int count) {
        return bits(word, from, count).longValue();
    }
}
