package org.lifeboat.primitives.tx;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.rlp.RlpWriter;

/// What an account signs to run another contract's code as its own (EIP-7702).
/// @param chain the one chain it holds on; empty means **every** chain (written as chain id 0)
/// @param delegate the contract whose code is used; the zero address takes a delegation back
/// @param nonce the signing account's nonce at that moment
public record Authorization(Optional<ChainId> chain, Address delegate, Nonce nonce) {
    /// First byte of what is signed. Source: EIP-7702, "Parameters", `MAGIC`. Since: Prague.
    public static final byte MAGIC = 0x05;

    /// `MAGIC || rlp([chain_id, address, nonce])`.
    public Bytes signingPayload() {
        Bytes fields = new RlpWriter().list(this::writeFields).toBytes();
        return Bytes.of(MAGIC).plus(fields);
    }

    public Hash32 signingHash() {
        return Keccak256.hash(signingPayload());
    }

    void writeFields(RlpWriter writer) {
        writer.integer(chain.map(ChainId::value).orElse(0L)).address(delegate).integer(nonce.value());
    }
}
