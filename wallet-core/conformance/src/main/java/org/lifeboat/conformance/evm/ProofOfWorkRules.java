package org.lifeboat.conformance.evm;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockContext;
import org.lifeboat.verifier.block.BlockFault;
import org.lifeboat.verifier.block.BlockOutput;
import org.lifeboat.verifier.block.BlockProgram;
import org.lifeboat.verifier.block.BlockReason;
import org.lifeboat.verifier.block.ChainRules;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.block.EthereumRules;
import org.lifeboat.verifier.block.Step;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;

/// Ethereum's rules with what only proof of work had: difficulty, rewards, and the DAO fork's irregular change.
final class ProofOfWorkRules implements ChainRules {
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    /// Source: EIP-779: so many blocks from the fork's on carry its mark.
    private static final int DAO_MARKED_BLOCKS = 10;

    private static final Bytes DAO_MARK = Bytes.fromHex("0x64616f2d686172642d666f726b");

    private final EthereumChain chain;
    private final Optional<Long> daoBlock;
    private final EthereumRules rules;

    ProofOfWorkRules(EthereumChain chain, Optional<Long> daoBlock) {
        this.chain = chain;
        this.daoBlock = daoBlock;
        this.rules = new EthereumRules(chain);
    }

    private Fork fork(BlockHeader header) {
        return chain.forks()
                .at(header.number(), header.unixSeconds())
                .orElseThrow()
                .fork();
    }

    private boolean isWork(BlockHeader header) {
        return fork(header).compareTo(Fork.PARIS) < 0;
    }

    @Override
    public Optional<String> unknown(BlockHeader header) {
        return rules.unknown(header);
    }

    @Override
    public Optional<BlockFault> checkHeader(BlockHeader header, BlockHeader parent) {
        return rules.checkHeader(header, parent).or(() -> isWork(header) ? work(header, parent) : Optional.empty());
    }

    private Optional<BlockFault> work(BlockHeader header, BlockHeader parent) {
        BigInteger expected = Difficulty.next(fork(header), header, parent);
        return BlockFault.unless(
                        header.difficulty().equals(expected), BlockReason.CHAIN_RULE, "difficulty is not " + expected)
                .or(() -> BlockFault.unless(
                        !isMarked(header) || header.extraData().equals(DAO_MARK),
                        BlockReason.CHAIN_RULE,
                        "a block after the DAO fork without its mark"));
    }

    private boolean isMarked(BlockHeader header) {
        return daoBlock.isPresent()
                && header.number() >= daoBlock.get()
                && header.number() < daoBlock.get() + DAO_MARKED_BLOCKS;
    }

    @Override
    public Optional<BlockFault> checkBody(Block block) {
        return rules.checkBody(block);
    }

    @Override
    public BlockProgram begin(BlockContext context) {
        BlockProgram program = rules.begin(context);
        return isWork(context.header()) ? new Work(program, context) : program;
    }

    private final class Work implements BlockProgram {
        private final BlockProgram program;
        private final BlockContext context;

        Work(BlockProgram program, BlockContext context) {
            this.program = program;
            this.context = context;
        }

        @Override
        public Step begin() {
            if (daoBlock.isPresent() && context.header().number() == daoBlock.get()) {
                emptyDao(context.state());
            }
            return program.begin();
        }

        @Override
        public Step transaction(int index, Bytes encoded) {
            return program.transaction(index, encoded);
        }

        @Override
        public Step end(Block block) {
            reward(block);
            return program.end(block);
        }

        /// Source: Yellow Paper, section 11.3, with EIP-649 (3 ether) and EIP-1234 (2 ether).
        private void reward(Block block) {
            Fork fork = fork(block.header());
            int ether = fork.compareTo(Fork.BYZANTIUM) < 0 ? 5 : fork.compareTo(Fork.CONSTANTINOPLE) < 0 ? 3 : 2;
            BigInteger full = ETHER.multiply(BigInteger.valueOf(ether));
            WorldState state = context.state();
            state.beginTransaction();
            BigInteger miner = full;
            for (BlockHeader uncle : block.ommers()) {
                long eighths = 8 - (block.header().number() - uncle.number());
                BigInteger part = full.multiply(BigInteger.valueOf(eighths)).shiftRight(3);
                state.credit(state.account(uncle.beneficiary()), part);
                miner = miner.add(full.shiftRight(5));
            }
            state.credit(state.account(block.header().beneficiary()), miner);
            state.finishTransaction(false);
        }

        @Override
        public TrieResult<BlockOutput.Commitments> commitments(
                Optional<List<Withdrawal>> withdrawals, StateTrie after) {
            return program.commitments(withdrawals, after);
        }

        @Override
        public boolean receiptsHoldRoots() {
            return program.receiptsHoldRoots();
        }
    }

    private static void emptyDao(WorldState state) {
        state.beginTransaction();
        Account refund = state.account(DaoAccounts.REFUND);
        for (Address address : DaoAccounts.emptied()) {
            Account account = state.account(address);
            BigInteger balance = state.balanceOf(account);
            state.debit(account, balance);
            state.credit(refund, balance);
        }
        state.finishTransaction(false);
    }
}
