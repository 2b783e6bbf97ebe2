package org.lifeboat.engine.source;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;

/// One question to a source, with the type of its answer. Each case is one JSON-RPC method of Ethereum's
/// execution API (github.com/ethereum/execution-apis).
///
/// @param <R> what a well-formed answer says; still only a claim
public sealed interface Query<R> {
    /// `eth_chainId`.
    record ChainIdOf() implements Query<Long> {}

    /// `eth_getBlockByNumber` or `eth_getBlockByHash` without transactions. Empty: the source knows no such
    /// block.
    record HeaderOf(BlockSelector block) implements Query<Optional<HeaderClaim>> {}

    /// `eth_getProof`.
    record ProofOf(Address account, List<Hash32> slots, BlockSelector block) implements Query<ProofClaim> {
        public ProofOf {
            slots = List.copyOf(slots);
        }
    }

    /// `eth_getBalance`.
    record BalanceOf(Address account, BlockSelector block) implements Query<Wei> {}

    /// `eth_getTransactionCount`.
    record NonceOf(Address account, BlockSelector block) implements Query<Nonce> {}

    /// `eth_getCode`.
    record CodeOf(Address account, BlockSelector block) implements Query<Bytes> {}

    /// `eth_getStorageAt`.
    record StorageOf(Address account, Hash32 slot, BlockSelector block) implements Query<Hash32> {}

    /// `eth_call`: what the call returns. A revert is a [Reply.Refused] with the revert data.
    record CallOf(CallRequest call, BlockSelector block) implements Query<Bytes> {}

    /// `eth_estimateGas`. A revert is a [Reply.Refused] with the revert data.
    record GasFor(CallRequest call) implements Query<Gas> {}

    /// `eth_createAccessList`: what the call would touch, as the source has it. A hint what to ask, never more.
    record AccessListOf(CallRequest call, BlockSelector block) implements Query<List<AccessListEntry>> {}

    /// `eth_feeHistory` over the newest blocks.
    /// @param blocks how many, 1 to 1024
    /// @param percentiles reward percentiles, each 0 to 100, ascending
    record FeeHistoryOf(int blocks, List<Integer> percentiles) implements Query<FeeHistoryClaim> {
        public FeeHistoryOf {
            percentiles = List.copyOf(percentiles);
        }
    }

    /// `eth_gasPrice`.
    record GasPriceOf() implements Query<Wei> {}

    /// `eth_getTransactionReceipt`. Empty: not mined, as far as the source knows.
    record ReceiptOf(Hash32 transaction) implements Query<Optional<ReceiptClaim>> {}

    /// `eth_getTransactionByHash`: whether the source knows the transaction, and its block if it is mined.
    record TransactionOf(Hash32 transaction) implements Query<Optional<TransactionClaim>> {}

    /// `eth_getLogs` over a block range, both ends included.
    /// @param addresses empty for any emitter
    /// @param topics per position the accepted values; an empty list accepts any
    record LogsOf(long fromBlock, long toBlock, List<Address> addresses, List<List<Hash32>> topics)
            implements Query<List<LogClaim>> {
        public LogsOf {
            addresses = List.copyOf(addresses);
            topics = topics.stream().map(List::copyOf).toList();
        }
    }

    /// `eth_sendRawTransaction`. Not retried by the transport: the caller sends the same bytes again if it must.
    record SendRaw(Bytes transaction) implements Query<Hash32> {}

    /// A method outside the cases above, for measuring what a source can do; only whether it answers matters.
    /// @param parametersJson a JSON array
    record Probe(String method, String parametersJson) implements Query<String> {}
}
