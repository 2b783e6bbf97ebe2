package org.lifeboat.conformance.sandbox;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.interpreter.ContractAddress;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.state.AccountChange;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.transaction.TransactionParts;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.chain.ChainState;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockExecutor;
import org.lifeboat.verifier.block.BlockOutput;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.block.EthereumRules;
import org.lifeboat.verifier.block.Execution;

/// A published chain from its genesis on, every block of it run here. Nothing of it is believed: each block
/// that comes of the run must be the published one, by its hash.
final class WholeChain {
    private final EthereumChain chain;
    private final BlockExecutor executor;
    private final TransactionSender senders;
    private final History history;

    private WholeChain(EthereumChain chain, Secp256k1 curve, SealedBlock genesis) {
        this.chain = chain;
        this.executor = new BlockExecutor(new EthereumRules(chain), curve, new CodeCache(1 << 20));
        this.senders = new TransactionSender(curve);
        this.history = new History(genesis);
    }

    /// @param blocks written one behind the other as RLP, oldest first, without block 0
    /// @throws IllegalStateException if a run comes to another block than the published one
    static History run(EthereumChain chain, Secp256k1 curve, SealedBlock genesis, Bytes blocks) throws RlpException {
        WholeChain run = new WholeChain(chain, curve, genesis);
        RlpReader reader = RlpReader.of(blocks);
        while (reader.hasMore()) {
            if (!(Block.fromRlp(reader.raw()) instanceof Answer.Proven<Block>(Block block))) {
                throw new RlpException("no block");
            }
            run.history.append(run.next(block));
        }
        return run.history;
    }

    private SealedBlock next(Block block) {
        SealedBlock parent = history.newest();
        Execution execution = executor.execute(
                block,
                parent.header(),
                parent.state().trie(),
                number -> Optional.of(history.upTo(parent).blockHash(number)));
        if (!(execution instanceof Execution.Done(BlockOutput output))) {
            throw new IllegalStateException("block " + block.header().number() + ": " + execution);
        }
        ChainState after = rewarded(parent.state().followedBy(output.state()), block);
        BlockHeader sealed = new BlockOutput(
                        output.receipts(), output.gasUsed(), output.logsBloom(), output.commitments(), after.trie())
                .seal(block.header(), block.transactions());
        if (!sealed.hash().equals(block.header().hash())) {
            throw new IllegalStateException("the run makes " + sealed + " of " + block.header());
        }
        return new SealedBlock(
                sealed,
                sealed.hash(),
                transactions(block, output.receipts()),
                block.ommers(),
                block.withdrawals(),
                after);
    }

    // ---- proof of work

    /// With what the block's miner and those of its uncles were paid. Source: Yellow Paper, section 11.3;
    /// EIP-649, EIP-1234.
    private ChainState rewarded(ChainState state, Block block) {
        BlockHeader header = block.header();
        if (header.difficulty().signum() == 0) {
            return state;
        }
        BigInteger reward = reward(header);
        ChainState paid = state;
        BigInteger ofMiner = reward;
        for (BlockHeader uncle : block.ommers()) {
            BigInteger part = BigInteger.valueOf(8 + uncle.number() - header.number());
            paid = credited(paid, uncle.beneficiary(), reward.multiply(part).shiftRight(3));
            ofMiner = ofMiner.add(reward.shiftRight(5));
        }
        return credited(paid, header.beneficiary(), ofMiner);
    }

    private static ChainState credited(ChainState state, Address account, BigInteger wei) {
        StoredAccount before = state.account(account).orElse(StoredAccount.EMPTY);
        AccountChange.After paid = new AccountChange.After(
                before.nonce(), before.balance().plus(new Wei(wei)), before.codeHash(), Optional.empty());
        return state.after(List.of(new AccountChange(account, Optional.of(paid), false, Map.of())));
    }

    private BigInteger reward(BlockHeader header) {
        Fork fork = chain.forks()
                .at(header.number(), header.unixSeconds())
                .orElseThrow()
                .fork();
        boolean byzantium = fork.compareTo(Fork.BYZANTIUM) >= 0;
        boolean constantinople = fork.compareTo(Fork.CONSTANTINOPLE) >= 0;
        long ether = constantinople ? 2 : byzantium ? 3 : 5;
        return BigInteger.TEN.pow(18).multiply(BigInteger.valueOf(ether));
    }

    // ---- transactions

    private List<ExecutedTransaction> transactions(Block block, List<Receipt> receipts) {
        List<ExecutedTransaction> executed = new ArrayList<>();
        Wei baseFee = block.header().baseFeePerGas().orElse(Wei.ZERO);
        long gasBefore = 0;
        int logsBefore = 0;
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            SenderTransaction sent = read(block.transactions().get(i));
            long gasAfter = receipt.cumulativeGasUsed().amount();
            executed.add(new ExecutedTransaction(
                    sent,
                    i,
                    logsBefore,
                    receipt,
                    new Gas(gasAfter - gasBefore),
                    TransactionParts.effectivePrice(sent.transaction(), baseFee),
                    sent.transaction().recipient().isPresent()
                            ? Optional.empty()
                            : Optional.of(ContractAddress.of(sent.from(), sent.nonce())),
                    Optional.empty()));
            gasBefore = gasAfter;
            logsBefore += receipt.logs().size();
        }
        return executed;
    }

    private SenderTransaction read(Bytes encoded) {
        if (SignedTransaction.decode(encoded) instanceof Answer.Proven<SignedTransaction>(SignedTransaction signed)) {
            return SenderTransaction.of(signed, senders).orElseThrow();
        }
        throw new IllegalStateException("a transaction that was run cannot be read");
    }
}
