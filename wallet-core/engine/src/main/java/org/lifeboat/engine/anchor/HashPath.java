package org.lifeboat.engine.anchor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.BeaconHistory;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.AccountProof;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.primitives.trie.StorageProof;

/// How an older block hangs below a verified one. Pure; bytes that anybody may have brought.
public sealed interface HashPath {
    /// `HISTORY_STORAGE_ADDRESS`. Source: EIP-2935, "Parameters". Since: Prague.
    Address HISTORY_CONTRACT = Address.fromHex("0x0000F90827F1C53a10cb7A02335B175320002935");

    /// `HISTORY_SERVE_WINDOW`: so many block hashes are kept. Source: EIP-2935, "Parameters".
    long HISTORY_WINDOW = 8_191;

    /// The RLP of every header from the verified block down to the one above the older block. Empty: the
    /// older block is the verified one.
    record Headers(List<Bytes> headers) implements HashPath {
        public Headers {
            headers = List.copyOf(headers);
        }
    }

    /// A proof of the history contract's storage under the verified block's state root.
    record History(List<Bytes> accountProof, List<Bytes> slotProof) implements HashPath {
        public History {
            accountProof = List.copyOf(accountProof);
            slotProof = List.copyOf(slotProof);
        }
    }

    /// A proof of the verified beacon block's state, which keeps the roots of all older ones.
    /// @param verified the header of the verified beacon block
    record Beacon(BeaconHeader verified, BeaconHistory.OlderBlock older) implements HashPath {}

    /// The hash of block `number` by this path; what a path through beacon blocks shows is the block of its slot,
    /// whatever its number.
    /// @param top the verified block
    /// @param network that it is of
    default Answer<Hash32> hashOf(long number, VerifiedHead top, BeaconNetwork network) {
        return switch (this) {
            case Headers(List<Bytes> headers) ->
                walk(headers, number, top.block().number(), top.block().hash());
            case History(List<Bytes> accountProof, List<Bytes> slotProof) ->
                read(accountProof, slotProof, number, top.block().number(), top.stateRoot());
            case Beacon(BeaconHeader verified, BeaconHistory.OlderBlock older) ->
                verified.root().equals(top.beaconRoot())
                        ? new BeaconHistory(network).blockHash(verified, older)
                        : new Answer.Refuted<>("the path begins at another beacon block");
        };
    }

    private static Answer<Hash32> walk(List<Bytes> headers, long number, long topNumber, Hash32 top) {
        if (headers.size() != topNumber - number) {
            return new Answer.Refuted<>(
                    "between blocks " + number + " and " + topNumber + " there are not " + headers.size() + " headers");
        }
        Hash32 expected = top;
        for (Bytes encoded : headers) {
            if (!Keccak256.hash(encoded).equals(expected)) {
                return new Answer.Refuted<>("a header does not have the hash " + expected);
            }
            switch (BlockHeader.fromRlp(encoded)) {
                case Answer.Proven<BlockHeader>(BlockHeader header) -> expected = header.parentHash();
                case Answer.Refuted<BlockHeader>(String reason) -> {
                    return new Answer.Refuted<>(reason);
                }
                case Answer.Unknown<BlockHeader>(Answer.Cause cause, String reason) -> {
                    return new Answer.Unknown<>(cause, reason);
                }
            }
        }
        return new Answer.Proven<>(expected);
    }

    /// The slot of the history contract that holds the hash of block `number`.
    static Hash32 slot(long number) {
        return Hash32.ofNumber(number % HISTORY_WINDOW);
    }

    private static Answer<Hash32> read(
            List<Bytes> accountProof, List<Bytes> slotProof, long number, long topNumber, Hash32 topState) {
        if (number >= topNumber || number < topNumber - HISTORY_WINDOW) {
            return new Answer.Refuted<>("the history contract at block " + topNumber + " does not reach " + number);
        }
        return AccountProof.check(topState, HISTORY_CONTRACT, accountProof)
                .then(state -> StorageProof.check(
                        state.map(AccountState::storageRoot).orElse(AccountState.EMPTY.storageRoot()),
                        slot(number),
                        slotProof))
                .then(HashPath::hash);
    }

    private static Answer<Hash32> hash(BigInteger word) {
        return word.signum() == 0
                ? new Answer.Unknown<>(Answer.Cause.NOT_OFFERED, "the history contract has nothing there")
                : new Answer.Proven<>(Hash32.ofNumber(word));
    }

    /// As a source's answer about the history contract.
    static Optional<HashPath> of(ProofClaim claim) {
        return claim.slots().size() == 1
                ? Optional.of(new History(
                        claim.accountProof(), claim.slots().getFirst().proof()))
                : Optional.empty();
    }
}
