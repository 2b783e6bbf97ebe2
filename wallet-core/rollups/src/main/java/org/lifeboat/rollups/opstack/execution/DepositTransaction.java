package org.lifeboat.rollups.opstack.execution;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.rlp.RlpWriter;

/// A transaction that came from L1 and has no signature (type 0x7e). Source: specification, deposits, "The
/// Deposited Transaction Type".
/// @param sourceHash names the L1 event it was made of
/// @param from whoever the L1 event says; aliased where that is a contract
/// @param to empty where it creates a contract
/// @param mint ether that comes into being on the L2 before anything else, whatever becomes of the rest
/// @param system does not count against the block's gas; false since Regolith
public record DepositTransaction(
        Hash32 sourceHash,
        Address from,
        Optional<Address> to,
        Wei mint,
        Wei value,
        Gas gas,
        boolean system,
        Bytes data) {
    public static final byte TYPE = 0x7e;

    /// @return proven: `encoded` is exactly this transaction; refuted: it is none
    public static Answer<DepositTransaction> decode(Bytes encoded) {
        if (encoded.isEmpty() || encoded.at(0) != TYPE) {
            return new Answer.Refuted<>("not a deposit transaction: its first byte is not 0x7e");
        }
        try {
            RlpReader reader = RlpReader.of(encoded.sharedArray(), 1, encoded.size());
            RlpReader fields = reader.list();
            DepositTransaction read = new DepositTransaction(
                    fields.hash(),
                    fields.address(),
                    fields.addressOrEmpty(),
                    new Wei(fields.integer(32)),
                    new Wei(fields.integer(32)),
                    new Gas(fields.longInteger()),
                    fields.longInteger() == 1,
                    fields.bytes());
            fields.end();
            reader.end();
            return read.encoded().equals(encoded)
                    ? new Answer.Proven<>(read)
                    : new Answer.Refuted<>("not a deposit transaction: a flag is neither 0 nor 1");
        } catch (RlpException e) {
            return new Answer.Refuted<>("not a deposit transaction: " + e.reason());
        }
    }

    /// `0x7e || rlp([source_hash, from, to, mint, value, gas, is_system_transaction, data])`.
    public Bytes encoded() {
        Bytes fields = new RlpWriter()
                .list(w -> w.hash(sourceHash)
                        .address(from)
                        .addressOrEmpty(to)
                        .integer(mint.value())
                        .integer(value.value())
                        .integer(gas.amount())
                        .integer(system ? 1 : 0)
                        .bytes(data))
                .toBytes();
        return Bytes.of(TYPE).plus(fields);
    }

    public Hash32 hash() {
        return Keccak256.hash(encoded());
    }
}
