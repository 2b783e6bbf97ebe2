package org.lifeboat.sandbox.world;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.block.BaseFee;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.BlockBuilder;
import org.lifeboat.sandbox.node.L1Node;

/// Keeps gas at a price as it is kept in the world: by other people's transactions, of which each block has as many
/// as bring the next one's base fee there (EIP-1559).
public final class SteadyFee {
    /// No secret: everybody can compute it, and nothing is worth anything here.
    private static final byte[] KEY = Keccak256.digest("Lifeboat sandbox: crowd".getBytes(StandardCharsets.US_ASCII));

    /// What the crowd has to spend, in whole coins.
    private static final long PURSE = 100_000_000;

    /// From the least base fee there is to the highest it takes some 220 full blocks.
    private static final int MOST_BLOCKS = 400;

    /// A hundredth off is near enough.
    private static final long NEAR = 100;

    /// So much of the price is the tip.
    private static final long TIP_SHARE = 20;

    private final L1Node node;
    private final Secp256k1 curve;
    private final Address crowd;
    private final Wei tip;
    private final Wei baseFee;

    private SteadyFee(L1Node node, Secp256k1 curve, Wei price) {
        this.node = node;
        this.curve = curve;
        this.crowd = curve.addressOfKey(KEY);
        this.tip = new Wei(price.value().divide(BigInteger.valueOf(TIP_SHARE)));
        this.baseFee = price.minus(tip).orElseThrow();
    }

    /// From now on gas costs as much, base fee and tip together; the blocks that it takes to get there are made.
    /// @param price more than [FeeSpike#HIGHEST] is taken for that
    /// @return what the next block's base fee is
    public static Wei keep(L1Node node, Faucet faucet, Secp256k1 curve, Wei price) {
        Wei wanted = price.compareTo(FeeSpike.HIGHEST) > 0 ? FeeSpike.HIGHEST : price;
        SteadyFee steady = new SteadyFee(node, curve, wanted);
        faucet.giveCoins(steady.crowd, PlayWorld.ether(PURSE));
        node.setTraffic(steady::fill);
        for (int i = 0; i < MOST_BLOCKS && !steady.isNear(); i++) {
            node.mine();
        }
        return steady.next();
    }

    private Wei next() {
        return node.baseFeeAfter(node.history().newest());
    }

    private boolean isNear() {
        BigInteger off = next().value().subtract(baseFee.value()).abs();
        return off.multiply(BigInteger.valueOf(NEAR)).compareTo(baseFee.value()) <= 0;
    }

    private void fill(BlockBuilder block) {
        long most = node.settings().rules().transactionGasCap;
        long left = wanted(block) - (node.settings().gasLimit().amount() - block.gasLeft());
        long nonce = node.pendingNonce(crowd);
        while (left >= Faucet.LEAST_BURNT) {
            long gas = Math.min(left, most);
            if (block.add(node.sender(signed(nonce, new Gas(gas))).orElseThrow())
                    .isPresent()) {
                return; // Gas costs more than anybody offers.
            }
            nonce++;
            left -= gas;
        }
    }

    /// The gas of a block after which the base fee is what is wanted, or as near as one block gets it: EIP-1559's
    /// formula turned round.
    private long wanted(BlockBuilder block) {
        long limit = node.settings().gasLimit().amount();
        BigInteger target = BigInteger.valueOf(limit / BaseFee.ELASTICITY);
        BigInteger now = block.baseFee().value().max(BigInteger.ONE);
        BigInteger more = baseFee.value()
                .subtract(now)
                .multiply(target)
                .multiply(BigInteger.valueOf(BaseFee.CHANGE_DENOMINATOR))
                .divide(now);
        return target.add(more)
                .max(BigInteger.ZERO)
                .min(BigInteger.valueOf(limit))
                .longValueExact();
    }

    private SignedTransaction signed(long nonce, Gas gas) {
        Transaction transaction = new Transaction.DynamicFee(
                node.settings().chain(),
                new Nonce(nonce),
                tip,
                FeeSpike.HIGHEST.times(2),
                gas,
                Optional.empty(),
                Wei.ZERO,
                Faucet.INVALID,
                List.of());
        Hash32 hash = transaction.signingHash();
        return new SignedTransaction(transaction, curve.sign(hash.toArray(), KEY));
    }
}
