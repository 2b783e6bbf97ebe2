package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.block.BlockHeader;

/// An answer to a [Need] of the same name.
public sealed interface Given {
    record L1Header(BlockHeader header) implements Given {}

    record L1Receipts(List<Bytes> receipts) implements Given {
        public L1Receipts {
            receipts = List.copyOf(receipts);
        }
    }

    record L1Transactions(List<Bytes> transactions) implements Given {
        public L1Transactions {
            transactions = List.copyOf(transactions);
        }
    }

    /// @param blobs 131,072 bytes each
    record Blobs(List<Bytes> blobs) implements Given {
        public Blobs {
            blobs = List.copyOf(blobs);
        }
    }

    /// @param blocks newest first, each the parent of the one in front of it
    record L2Blocks(List<L2Block> blocks) implements Given {
        public L2Blocks {
            blocks = List.copyOf(blocks);
        }
    }

    /// @param transactions all of the block's, as the transactions trie holds them
    record L2Block(BlockHeader header, List<Bytes> transactions) {
        public L2Block {
            transactions = List.copyOf(transactions);
        }
    }
}
