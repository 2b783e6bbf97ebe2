package org.lifeboat.verifier.block;

import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;

/// One block's steps, under one chain's rules, on one state. Called once each, in this order; `MissingState`
/// may be thrown by any of them and ends the run.
public interface BlockProgram {
    /// Before the transactions: system calls.
    Step begin();

    /// @param encoded as the transactions trie holds it
    /// @return ran, a fault, needs, or unknown
    Step transaction(int index, Bytes encoded);

    /// After the transactions: withdrawals, requests.
    Step end(Block block);

    /// The header's fields that follow from the run.
    /// @param after the state after the block, with its root
    TrieResult<BlockOutput.Commitments> commitments(Optional<List<Withdrawal>> withdrawals, StateTrie after);

    /// Whether receipts hold the state root after their transaction in place of a status (before EIP-658,
    /// Byzantium).
    default boolean receiptsHoldRoots() {
        return false;
    }
}
