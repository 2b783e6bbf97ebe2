package org.lifeboat.rollups.opstack.derivation;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.rollups.opstack.execution.FeeParameters;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.rollups.opstack.execution.OpRules;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockExecutor;
import org.lifeboat.verifier.block.BlockFault;
import org.lifeboat.verifier.block.BlockOutput;
import org.lifeboat.verifier.block.BlockReason;
import org.lifeboat.verifier.block.Execution;
import org.lifeboat.verifier.block.MissingPart;
import org.lifeboat.verifier.trie.StateTrie;

/// Makes the block that L1 asks for, by running it on the state of its parent. Source: exec-engine, "Engine
/// API", for the fields of the header.
public final class BlockBuilder {
    /// Where tips go: the predeployed `SequencerFeeVault`. Source: predeploys.
    private static final Address SEQUENCER_FEE_VAULT = Address.fromHex("0x4200000000000000000000000000000000000011");

    private static final Hash32 NO_OMMERS =
            Keccak256.hash(new RlpWriter().list(_ -> {}).toBytes());

    private final OpChain chain;
    private final OpRules rules;
    private final BlockExecutor executor;

    /// What building a block came to.
    public sealed interface Result {
        /// @param block with every field of its header
        record Built(Block block, BlockOutput output) implements Result {}

        /// The block cannot be: since Holocene it becomes one of deposits only.
        record Invalid(BlockFault fault) implements Result {}

        record Incomplete(MissingPart missing) implements Result {}

        /// Rules are needed that this program does not have.
        record Unknown(String reason) implements Result {}
    }

    public BlockBuilder(OpChain chain, Secp256k1 curve, CodeCache codes) {
        this.chain = chain;
        this.rules = new OpRules(chain);
        this.executor = new BlockExecutor(rules, curve, codes);
    }

    /// @param state after the parent
    /// @param blockHashes the hash of an ancestor by its number; empty where it is not known
    public Result build(
            PayloadAttributes attributes,
            BlockHeader parent,
            StateTrie state,
            LongFunction<Optional<Hash32>> blockHashes) {
        OpFork fork = chain.forks().at(attributes.unixSeconds());
        OpFork parentFork = chain.forks().at(parent.unixSeconds());
        Optional<FeeParameters> fees = FeeParameters.from(parent.extraData(), parentFork, fork, chain.fees());
        if (fees.isEmpty()) {
            return new Result.Invalid(
                    new BlockFault(BlockReason.CHAIN_RULE, "the parent's extra data holds no fee parameters"));
        }
        long used = parent.gasUsed().amount();
        if (parentFork.isAtLeast(OpFork.JOVIAN)) {
            used = Math.max(used, parent.blobGasUsed().map(Gas::amount).orElse(0L));
        }
        Wei baseFee = fees.get()
                .next(parent.gasLimit().amount(), used, parent.baseFeePerGas().orElse(Wei.ZERO));
        BlockHeader draft = draft(attributes, parent, fork, baseFee);
        Optional<String> unknown = rules.unknown(draft);
        if (unknown.isPresent()) {
            return new Result.Unknown(unknown.get());
        }
        Optional<List<Withdrawal>> withdrawals =
                fork.isAtLeast(OpFork.CANYON) ? Optional.of(List.of()) : Optional.empty();
        Block block = new Block(draft, attributes.transactions(), List.of(), withdrawals);
        return switch (executor.execute(block, parent, state, blockHashes)) {
            case Execution.Done(BlockOutput output) -> sealed(block, parent, output);
            case Execution.Invalid(BlockFault fault) -> new Result.Invalid(fault);
            case Execution.Incomplete(MissingPart missing) -> new Result.Incomplete(missing);
            case Execution.Unknown(String reason) -> new Result.Unknown(reason);
        };
    }

    /// What can only be judged once the block has run, as the footprint of its data.
    private Result sealed(Block draft, BlockHeader parent, BlockOutput output) {
        BlockHeader header = output.seal(draft.header(), draft.transactions());
        return rules.checkHeader(header, parent)
                .<Result>map(Result.Invalid::new)
                .orElseGet(() -> new Result.Built(
                        new Block(header, draft.transactions(), List.of(), draft.withdrawals()), output));
    }

    private BlockHeader draft(PayloadAttributes attributes, BlockHeader parent, OpFork fork, Wei baseFee) {
        boolean ecotone = fork.isAtLeast(OpFork.ECOTONE);
        return new BlockHeader(
                attributes.parent().hash(),
                NO_OMMERS,
                SEQUENCER_FEE_VAULT,
                Hash32.ZERO,
                Hash32.ZERO,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                BigInteger.ZERO,
                parent.number() + 1,
                attributes.gasLimit(),
                new Gas(0),
                attributes.unixSeconds(),
                attributes.fees().map(this::extraData).orElse(Bytes.EMPTY),
                attributes.prevRandao(),
                Bytes.of(new byte[BlockHeader.NONCE_SIZE]),
                Optional.of(baseFee),
                fork.isAtLeast(OpFork.CANYON) ? Optional.of(Hash32.ZERO) : Optional.empty(),
                ecotone ? Optional.of(new Gas(0)) : Optional.empty(),
                ecotone ? Optional.of(new Gas(0)) : Optional.empty(),
                attributes.parentBeaconBlockRoot(),
                fork.ethereum().rules().requests ? Optional.of(Hash32.ZERO) : Optional.empty());
    }

    /// Source: holocene/exec-engine, "EIP-1559 Parameters in Block Header"; jovian/exec-engine, "Minimum
    /// Base Fee in Block Header".
    private Bytes extraData(PayloadAttributes.Fees fees) {
        boolean configured = fees.denominator() != 0 || fees.elasticity() != 0;
        long denominator = configured ? fees.denominator() : chain.fees().denominator();
        long elasticity = configured ? fees.elasticity() : chain.fees().elasticity();
        Bytes first = Bytes.of((byte) (fees.leastBaseFee().isPresent() ? 1 : 0))
                .plus(number(denominator, 4))
                .plus(number(elasticity, 4));
        return fees.leastBaseFee().map(least -> first.plus(number(least, 8))).orElse(first);
    }

    private static Bytes number(long number, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (number >>> (8 * (size - 1 - i)));
        }
        return Bytes.of(bytes);
    }
}
