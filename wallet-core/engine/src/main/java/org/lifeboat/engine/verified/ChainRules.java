package org.lifeboat.engine.verified;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.engine.network.Network;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.rollups.opstack.execution.OpChains;
import org.lifeboat.rollups.opstack.execution.OpFees;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.rollups.opstack.execution.OpPrecompiles;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.block.ForkSchedule;
import org.lifeboat.verifier.call.ChainFees;
import org.lifeboat.verifier.call.Conditions;
import org.lifeboat.verifier.call.Foreign;

/// Under which rules a block of a network runs code: asks whoever knows the chain's family ([EthereumChain],
/// [OpChains]; an Arbitrum chain's block says it itself). Pure.
public sealed interface ChainRules {
    record Known(Conditions conditions) implements ChainRules {}

    record Unknown(CouldNot reason) implements ChainRules {}

    /// Source: OffchainLabs/nitro, ArbOS releases: 20 runs Cancun, 40 Prague, 50 Osaka. What comes after 51
    /// is not known here.
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
                    case OP_STACK -> opStack(network, header);
                    case OTHER -> unknown(CouldNot.Why.NOT_EVM, network.name());
                };
            case Network.Layer.L1 _, Network.Layer.Sidechain _, Network.Layer.Unstated _ -> ethereum(network, header);
        };
    }

    /// A chain that nobody described is taken to run the newest rules known here.
    private static ChainRules ethereum(Network network, BlockHeader header) {
        Optional<ForkSchedule.Step> step = EthereumChain.of(network.chain())
                .map(chain -> chain.forks().at(header.number(), header.unixSeconds()))
                .orElse(Optional.of(EthereumChain.NEWEST));
        if (step.isEmpty() || step.get().fork().compareTo(Fork.PRAGUE) < 0) {
            return unknown(CouldNot.Why.RULES_UNKNOWN, "a block from before Prague");
        }
        // Prague and Osaka have one set of header fields; a later fork that adds one never gets here.
        if (header.requestsHash().isEmpty()) {
            return unknown(CouldNot.Why.RULES_UNKNOWN, "a header without requestsHash");
        }
        ForkRules rules = step.get().fork().rules();
        Wei blobFee = new Wei(step.get()
                .blobs()
                .baseFee(header.excessBlobGas().map(Gas::amount).orElse(0L)));
        return new Known(new Conditions(
                network.chain(),
                rules,
                Precompiles.of(rules),
                environment(header, header.number(), header.mixHash(), blobFee),
                Foreign.NOTHING,
                ChainFees.NONE));
    }

    private static ChainRules opStack(Network network, BlockHeader header) {
        if (header.requestsHash().isEmpty()) {
            return unknown(CouldNot.Why.RULES_UNKNOWN, "a header without requestsHash");
        }
        Optional<OpChain> known = OpChains.of(network.chain());
        OpFork fork = known.map(chain -> chain.forks().at(header.unixSeconds())).orElseGet(() -> newest(header));
        if (!fork.isAtLeast(OpFork.ISTHMUS)) {
            return unknown(CouldNot.Why.RULES_UNKNOWN, "a block from before Isthmus");
        }
        boolean left = known.flatMap(OpChain::leavesAt)
                .filter(time -> time <= header.unixSeconds())
                .isPresent();
        if (left) {
            return new Known(opStack(network, header, OpFork.KARST, ForeignContracts.base(), ChainFees.UNKNOWN));
        }
        Foreign foreign = known.isPresent() ? Foreign.NOTHING : ForeignContracts.opStack();
        return new Known(opStack(network, header, fork, foreign, new OpFees(fork)));
    }

    /// A chain that nobody described is taken to run the newest fork that its header's form allows.
    /// Source: OP Stack specification, holocene/exec-engine and jovian/exec-engine: `extraData` begins with 0
    /// since Holocene and with 1 since Jovian.
    private static OpFork newest(BlockHeader header) {
        boolean jovian = !header.extraData().isEmpty() && header.extraData().at(0) == 1;
        return jovian ? OpFork.KARST : OpFork.ISTHMUS;
    }

    private static Conditions opStack(
            Network network, BlockHeader header, OpFork fork, Foreign foreign, ChainFees fees) {
        ForkRules rules = fork.ethereum().rules();
        // There are no blobs: their price stays at its least under any schedule.
        Wei blobFee = new Wei(rules.blobs().baseFee(0));
        return new Conditions(
                network.chain(),
                rules,
                OpPrecompiles.of(fork),
                environment(header, header.number(), header.mixHash(), blobFee),
                foreign,
                fees);
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
                ForeignContracts.arbitrum(),
                ChainFees.UNKNOWN));
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
