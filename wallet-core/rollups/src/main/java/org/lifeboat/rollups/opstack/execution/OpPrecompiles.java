package org.lifeboat.rollups.opstack.execution;

import java.util.Optional;
import org.lifeboat.evm.precompile.Precompile;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.primitives.Address;

/// The precompiled contracts of an OP Stack chain: Ethereum's, P256VERIFY earlier, and limits on how long an
/// input may be, so that a fault proof can run them. Source: specification (ethereum-optimism/specs at
/// fd72cf797d), exec-engine of Fjord ("P256VERIFY Precompile"), Granite ("bn256Pairing Precompile Input
/// Restriction"), Isthmus ("BLS Precompiles"), Jovian and Karst ("Precompile Input Size Restrictions"). Of
/// Karst's only the limit of pairings on BN254 is new; it says that the others are unchanged from Jovian.
public final class OpPrecompiles {
    /// RIP-7212, Fjord. Since Karst the price is Ethereum's own (EIP-7951).
    private static final long P256_GAS = 3450;

    private static final int PAIRING = 0x08;
    private static final int G1_SUM = 0x0c;
    private static final int G2_SUM = 0x0e;
    private static final int BLS_PAIRING = 0x0f;

    private OpPrecompiles() {}

    /// Those of a chain at that fork.
    public static Precompiles of(OpFork fork) {
        Precompiles all = Precompiles.of(fork.ethereum().rules());
        if (fork.isAtLeast(OpFork.FJORD) && !fork.isAtLeast(OpFork.KARST)) {
            all = all.withP256(P256_GAS);
        }
        if (fork.isAtLeast(OpFork.GRANITE)) {
            all = limited(all, PAIRING, pairingLimit(fork));
        }
        if (fork.isAtLeast(OpFork.ISTHMUS)) {
            boolean jovian = fork.isAtLeast(OpFork.JOVIAN);
            all = limited(all, G1_SUM, jovian ? 288_960 : 513_760);
            all = limited(all, G2_SUM, jovian ? 278_784 : 488_448);
            all = limited(all, BLS_PAIRING, jovian ? 156_672 : 235_008);
        }
        return all;
    }

    /// Unit: bytes.
    private static int pairingLimit(OpFork fork) {
        if (fork.isAtLeast(OpFork.KARST)) {
            return 57_600;
        }
        return fork.isAtLeast(OpFork.JOVIAN) ? 81_984 : 112_687;
    }

    private static Precompiles limited(Precompiles all, int number, int limit) {
        byte[] address = new byte[Address.SIZE];
        address[Address.SIZE - 1] = (byte) number;
        Precompile contract = all.find(Address.of(address)).orElseThrow();
        return all.with(number, new Limited(contract, limit));
    }

    /// Fails on an input that is longer, at the same price.
    private record Limited(Precompile contract, int limit) implements Precompile {
        @Override
        public long gas(byte[] data, int offset, int size) {
            return contract.gas(data, offset, size);
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return input.length > limit ? Optional.empty() : contract.run(input);
        }
    }
}
