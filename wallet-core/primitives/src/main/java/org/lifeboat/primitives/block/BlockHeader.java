package org.lifeboat.primitives.block;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;

/// An execution-layer block header with the fields of every fork to Osaka; names as in the Yellow Paper,
/// section 4.4.
///
/// Each optional field came with a fork and implies all before it. Numbers are below 2^63, but for the time.
///
/// @param ommersHash Keccak-256 of the RLP of the uncles (`sha3Uncles`)
/// @param logsBloom 256 bytes
/// @param difficulty 0 since the Merge; 1 on Arbitrum
/// @param unixSeconds `timestamp`, in Unix seconds; unsigned, as a header's RLP may have any 64 bits there:
/// negative is a time no clock shows
/// @param mixHash `prevRandao` since the Merge; on Arbitrum counters of its own
/// @param nonce 8 bytes
/// @param baseFeePerGas EIP-1559, London
/// @param withdrawalsRoot EIP-4895, Shanghai; on OP Stack chains, from Isthmus, the message passer's storage
/// root
/// @param blobGasUsed EIP-4844, Cancun
/// @param excessBlobGas EIP-4844, Cancun
/// @param parentBeaconBlockRoot EIP-4788, Cancun
/// @param requestsHash EIP-7685, Prague
public record BlockHeader(
        Hash32 parentHash,
        Hash32 ommersHash,
        Address beneficiary,
        Hash32 stateRoot,
        Hash32 transactionsRoot,
        Hash32 receiptsRoot,
        Bytes logsBloom,
        BigInteger difficulty,
        long number,
        Gas gasLimit,
        Gas gasUsed,
        long unixSeconds,
        Bytes extraData,
        Hash32 mixHash,
        Bytes nonce,
        Optional<Wei> baseFeePerGas,
        Optional<Hash32> withdrawalsRoot,
        Optional<Gas> blobGasUsed,
        Optional<Gas> excessBlobGas,
        Optional<Hash32> parentBeaconBlockRoot,
        Optional<Hash32> requestsHash) {
    public static final int BLOOM_SIZE = 256;
    public static final int NONCE_SIZE = 8;

    public BlockHeader {
        if (logsBloom.size() != BLOOM_SIZE || nonce.size() != NONCE_SIZE) {
            throw new IllegalArgumentException("a bloom has 256 bytes and a header nonce 8");
        }
        if (difficulty.signum() < 0 || difficulty.bitLength() > 256 || number < 0) {
            throw new IllegalArgumentException("a header number out of range");
        }
        if (hasGap(List.of(
                baseFeePerGas, withdrawalsRoot, blobGasUsed, excessBlobGas, parentBeaconBlockRoot, requestsHash))) {
            throw new IllegalArgumentException("a header field of a fork without those of the forks before it");
        }
    }

    /// Reads the RLP of a header, as it is hashed.
    ///
    /// @return proven: `encoded` is exactly this header (what its hash is worth is for the caller to say);
    /// refuted: it is none; unknown: it has more fields than this program knows
    public static Answer<BlockHeader> fromRlp(Bytes encoded) {
        return HeaderRlp.read(encoded);
    }

    /// Rebuilds a header from the members of a JSON-RPC block object and computes its hash again.
    ///
    /// Members that are no header field are no obstacle as long as the hash comes out right: it covers every
    /// field there is. On Arbitrum the members `sendRoot`, `sendCount` and `l1BlockNumber` repeat what the
    /// header has in `extraData` and `mixHash`, and must agree with it.
    ///
    /// @param members the members that are strings, by their names in execution-apis
    /// @return proven: the fields hash to `claimedHash`; refuted: every member is known and they do not, or one
    /// is no value of its kind; unknown: the hash differs and there are members this program does not know, or
    /// fields of a fork without those before it (update needed), or a field that every header has is not there
    /// (missing)
    public static Answer<BlockHeader> fromFields(Map<String, String> members, Hash32 claimedHash) {
        return new HeaderMembers(members).read(claimedHash);
    }

    /// The RLP of all fields that are present.
    public Bytes encoded() {
        return HeaderRlp.write(this);
    }

    /// Computed anew at each call.
    public Hash32 hash() {
        return Keccak256.hash(encoded());
    }

    /// Computes the hash.
    public BlockRef ref() {
        return new BlockRef(number, hash(), unixSeconds);
    }

    static boolean hasGap(List<Optional<?>> laterFields) {
        boolean ended = false;
        for (Optional<?> field : laterFields) {
            if (ended && field.isPresent()) {
                return true;
            }
            ended = field.isEmpty();
        }
        return false;
    }
}
