package org.lifeboat.lightclient;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszReader;
import org.lifeboat.primitives.ssz.SszTree;
import org.lifeboat.primitives.ssz.SszWriter;

/// `ExecutionPayloadHeader`: the L1 block as the beacon block commits to it.
///
/// Source: consensus-specs, capella/beacon-chain.md (fifteen fields), deneb/beacon-chain.md (two more, zero
/// before).
/// @param timestamp Unix seconds
public record ExecutionHeader(
        Hash32 parentHash,
        Address feeRecipient,
        Hash32 stateRoot,
        Hash32 receiptsRoot,
        Bytes logsBloom,
        Hash32 prevRandao,
        long blockNumber,
        long gasLimit,
        long gasUsed,
        long timestamp,
        Bytes extraData,
        BigInteger baseFeePerGas,
        Hash32 blockHash,
        Hash32 transactionsRoot,
        Hash32 withdrawalsRoot,
        long blobGasUsed,
        long excessBlobGas) {
    /// `MAX_EXTRA_DATA_BYTES`, bellatrix/beacon-chain.md.
    static final int MAX_EXTRA_DATA = 32;
    /// `BYTES_PER_LOGS_BLOOM`, bellatrix/beacon-chain.md.
    static final int BLOOM_SIZE = 256;

    static ExecutionHeader read(SszReader in, boolean deneb) throws SszException {
        Hash32 parentHash = in.bytes32();
        Address feeRecipient = Address.of(in.take(Address.SIZE).toArray());
        Hash32 stateRoot = in.bytes32();
        Hash32 receiptsRoot = in.bytes32();
        Bytes logsBloom = in.take(BLOOM_SIZE);
        Hash32 prevRandao = in.bytes32();
        long blockNumber = in.uint64();
        long gasLimit = in.uint64();
        long gasUsed = in.uint64();
        long timestamp = in.uint64();
        int extraDataOffset = in.offset();
        BigInteger baseFee = in.uint256();
        Hash32 blockHash = in.bytes32();
        Hash32 transactionsRoot = in.bytes32();
        Hash32 withdrawalsRoot = in.bytes32();
        long blobGasUsed = deneb ? in.uint64() : 0;
        long excessBlobGas = deneb ? in.uint64() : 0;
        Bytes extraData = in.variable(extraDataOffset).getFirst().rest(MAX_EXTRA_DATA);
        in.done();
        return new ExecutionHeader(
                parentHash,
                feeRecipient,
                stateRoot,
                receiptsRoot,
                logsBloom,
                prevRandao,
                blockNumber,
                gasLimit,
                gasUsed,
                timestamp,
                extraData,
                baseFee,
                blockHash,
                transactionsRoot,
                withdrawalsRoot,
                blobGasUsed,
                excessBlobGas);
    }

    static ExecutionHeader empty() {
        return new ExecutionHeader(
                Hash32.ZERO,
                Address.ZERO,
                Hash32.ZERO,
                Hash32.ZERO,
                Bytes.of(new byte[BLOOM_SIZE]),
                Hash32.ZERO,
                0,
                0,
                0,
                0,
                Bytes.EMPTY,
                BigInteger.ZERO,
                Hash32.ZERO,
                Hash32.ZERO,
                Hash32.ZERO,
                0,
                0);
    }

    Bytes write(boolean deneb) {
        SszWriter out = new SszWriter()
                .bytes32(parentHash)
                .put(Bytes.of(feeRecipient.toArray()))
                .bytes32(stateRoot)
                .bytes32(receiptsRoot)
                .put(logsBloom)
                .bytes32(prevRandao)
                .uint64(blockNumber)
                .uint64(gasLimit)
                .uint64(gasUsed)
                .uint64(timestamp)
                .variable(extraData)
                .uint256(baseFeePerGas)
                .bytes32(blockHash)
                .bytes32(transactionsRoot)
                .bytes32(withdrawalsRoot);
        return (deneb ? out.uint64(blobGasUsed).uint64(excessBlobGas) : out).toBytes();
    }

    /// `hash_tree_root` in the shape of the fork that the header's slot belongs to.
    /// @param deneb whether that fork is Deneb or later
    public Hash32 root(SszTree tree, boolean deneb) {
        return tree.container(fieldRoots(tree, deneb));
    }

    /// The leaves of that tree; as [#root].
    public List<Hash32> fieldRoots(SszTree tree, boolean deneb) {
        List<Hash32> fields = new ArrayList<>(List.of(
                parentHash,
                tree.byteVector(Bytes.of(feeRecipient.toArray())),
                stateRoot,
                receiptsRoot,
                tree.byteVector(logsBloom),
                prevRandao,
                SszTree.uint64(blockNumber),
                SszTree.uint64(gasLimit),
                SszTree.uint64(gasUsed),
                SszTree.uint64(timestamp),
                tree.byteList(extraData, MAX_EXTRA_DATA),
                SszTree.uint256(baseFeePerGas),
                blockHash,
                transactionsRoot,
                withdrawalsRoot));
        if (deneb) {
            fields.add(SszTree.uint64(blobGasUsed));
            fields.add(SszTree.uint64(excessBlobGas));
        }
        return fields;
    }

    /// The L1 block that this header describes.
    public BlockRef block() {
        return new BlockRef(blockNumber, blockHash, timestamp);
    }
}
