package org.lifeboat.engine.verified;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.network.Network;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.verifier.call.Conditions;
import org.lifeboat.verifier.call.Foreign;

/// Under which rules a block of a network runs code. Pure.
public sealed interface ChainRules {
    record Known(Conditions conditions) implements ChainRules {}

    record Unknown(CouldNot reason) implements ChainRules {}

    /// Source: docs.base.org, "Upgrades": Base's two chains.
    long BASE = 8_453;

    long BASE_SEPOLIA = 84_532;

    /// Source: OffchainLabs/nitro, ArbOS releases: 20 runs Cancun, 40 Prague, 50 Osaka. What comes after 51 is
    /// not known here.
    int ARBOS_CANCUN = 20;

    int ARBOS_PRAGUE = 40;
    int ARBOS_OSAKA = 50;
    int ARBOS_NEWEST = 51;

    /// @param header of a block of that network, with its hash recomputed
    static ChainRules of(Network network, BlockHeader header) {
        return switch (network.layer()) {
            case Network.Layer.L2(var _, Network.Stack stack) ->
                switch (stack) {
                    case ARBITRUM_NITRO -> arbitrum(network, header);
                    case OP_STACK -> byTime(network, header, true);
                    case OTHER -> unknown(CouldNot.Why.NOT_EVM, network.name());
                };
            case Network.Layer.L1 _, Network.Layer.Sidechain _, Network.Layer.Unstated _ ->
                byTime(network, header, false);
        };
    }

    private static ChainRules byTime(Network network, BlockHeader header, boolean opStack) {
        long chain = network.chain().value();
        Optional<ForkTimes.Step> step = ForkTimes.of(chain)
                .map(steps -> newest(steps, header.unixSeconds()))
                .orElse(Optional.of(ForkTimes.NEWEST));
        if (step.isEmpty()) {
            return unknown(CouldNot.Why.RULES_UNKNOWN, "a block from before Prague");
        }
        // Prague and Osaka have one set of header fields; a later fork that adds one never gets here.
        if (header.requestsHash().isEmpty()) {
            return unknown(CouldNot.Why.RULES_UNKNOWN, "a header without requestsHash");
        }
        Fork fork = step.get().fork();
        boolean base = chain == BASE || chain == BASE_SEPOLIA;
        Foreign foreign =
                !opStack ? Foreign.NOTHING : base ? ForeignContracts.base(fork) : ForeignContracts.opStack(fork);
        Wei blobFee = new Wei(step.get()
                .blobs()
                .baseFee(header.excessBlobGas().map(Gas::amount).orElse(0L)));
        return new Known(new Conditions(
                network.chain(),
                fork.rules(),
                Precompiles.of(fork.rules()),
                environment(header, header.number(), header.mixHash(), blobFee),
                foreign));
    }

    private static Optional<ForkTimes.Step> newest(List<ForkTimes.Step> steps, long unixSeconds) {
        return steps.stream().filter(step -> step.from() <= unixSeconds).reduce((_, later) -> later);
    }

    /// Source: Nitro keeps three numbers in `mixHash`: how many messages were sent, the L1 block number that
    /// NUMBER gives, and the version of ArbOS, eight bytes each. PREVRANDAO is 1 (docs.arbitrum.io, "Solidity
    /// support").
    private static ChainRules arbitrum(Network network, BlockHeader header) {
        Bytes mix = Bytes.of(header.mixHash().toArray());
        BigInteger l1Number = new BigInteger(1, mix.slice(8, 16).toArray());
        BigInteger version = new BigInteger(1, mix.slice(16, 24).toArray());
        boolean known = version.bitLength() < 16
                && version.intValue() >= ARBOS_CANCUN
                && version.intValue() <= ARBOS_NEWEST
                && l1Number.bitLength() < 63
                && header.difficulty().equals(BigInteger.ONE);
        if (!known) {
            return unknown(CouldNot.Why.RULES_UNKNOWN, "ArbOS " + version);
        }
        int arbOs = version.intValue();
        Fork fork = arbOs >= ARBOS_OSAKA ? Fork.OSAKA : arbOs >= ARBOS_PRAGUE ? Fork.PRAGUE : Fork.CANCUN;
        return new Known(new Conditions(
                network.chain(),
                fork.rules(),
                Precompiles.of(fork.rules()),
                environment(header, l1Number.longValue(), Hash32.ofNumber(1), Wei.of(1)),
                ForeignContracts.arbitrum()));
    }

    private static BlockEnvironment environment(BlockHeader header, long number, Hash32 randomness, Wei blobFee) {
        return new BlockEnvironment(
                header.beneficiary(),
                number,
                header.unixSeconds(),
                header.gasLimit().amount(),
                header.difficulty(),
                randomness,
                header.baseFeePerGas().orElse(Wei.ZERO),
                blobFee);
    }

    private static ChainRules unknown(CouldNot.Why why, String detail) {
        return new Unknown(new CouldNot(why, detail));
    }
}
