package org.lifeboat.sandbox.chain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.block.Requests;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.LogsBloom;
import org.lifeboat.primitives.trie.TrieProof;

/// What a chain begins with.
/// @param unixSeconds the time of block 0
public record Genesis(ChainSettings settings, long unixSeconds, Map<Address, GenesisAccount> accounts) {
    /// The hash of no uncles: Keccak-256 of the RLP of an empty list. Source: EIP-3675, "Block structure".
    public static final Hash32 NO_OMMERS =
            Hash32.fromHex("0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347");

    public static final Bytes NO_NONCE = Bytes.of(new byte[BlockHeader.NONCE_SIZE]);

    public Genesis {
        accounts = Map.copyOf(accounts);
    }

    /// Block 0 and its state.
    public SealedBlock seal() {
        ChainState state = ChainState.of(accounts);
        BlockHeader header = new BlockHeader(
                Hash32.ZERO,
                NO_OMMERS,
                settings.feeRecipient(),
                state.root(),
                TrieProof.EMPTY_ROOT,
                TrieProof.EMPTY_ROOT,
                LogsBloom.of(List.of()),
                BigInteger.ZERO,
                0,
                settings.gasLimit(),
                new Gas(0),
                unixSeconds,
                Bytes.EMPTY,
                Hash32.ZERO,
                NO_NONCE,
                Optional.of(settings.initialBaseFee()),
                Optional.of(TrieProof.EMPTY_ROOT),
                Optional.of(new Gas(0)),
                Optional.of(new Gas(0)),
                Optional.of(Hash32.ZERO),
                Optional.of(new Requests(List.of()).hash()));
        return SealedBlock.of(header, List.of(), state);
    }
}
