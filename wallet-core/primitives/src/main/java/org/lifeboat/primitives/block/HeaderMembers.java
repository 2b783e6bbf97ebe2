package org.lifeboat.primitives.block;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// The members of a JSON-RPC block object, read as a header (execution-apis, schema `Block`).
final class HeaderMembers {
    private static final Set<String> FIELDS = Set.of(
            "parentHash",
            "sha3Uncles",
            "miner",
            "stateRoot",
            "transactionsRoot",
            "receiptsRoot",
            "logsBloom",
            "difficulty",
            "number",
            "gasLimit",
            "gasUsed",
            "timestamp",
            "extraData",
            "mixHash",
            "nonce",
            "baseFeePerGas",
            "withdrawalsRoot",
            "blobGasUsed",
            "excessBlobGas",
            "parentBeaconBlockRoot",
            "requestsHash");

    /// Members of a block object that are not part of the header.
    private static final Set<String> BODY =
            Set.of("hash", "size", "totalDifficulty", "transactions", "uncles", "withdrawals");

    private final Map<String, String> members;

    HeaderMembers(Map<String, String> members) {
        this.members = members;
    }

    Answer<BlockHeader> read(Hash32 claimedHash) {
        try {
            return check(header(), claimedHash);
        } catch (Absent e) {
            return new Answer.Unknown<>(e.cause, e.reason);
        } catch (IllegalArgumentException e) {
            return new Answer.Refuted<>("a header field is no value of its kind: " + e.getMessage());
        }
    }

    private Answer<BlockHeader> check(BlockHeader header, Hash32 claimedHash) {
        if (header.hash().equals(claimedHash)) {
            return new ArbitrumMembers(members).check(header);
        }
        Set<String> unknown = new TreeSet<>(members.keySet());
        unknown.removeAll(FIELDS);
        unknown.removeAll(BODY);
        if (ArbitrumMembers.applyTo(header)) {
            unknown.removeAll(ArbitrumMembers.NAMES);
        }
        return unknown.isEmpty()
                ? new Answer.Refuted<>("the header's fields do not hash to the hash it came with")
                : new Answer.Unknown<>(
                        Answer.Cause.UPDATE_NEEDED, "header fields this program does not know: " + unknown);
    }

    private BlockHeader header() throws Absent {
        Optional<Wei> baseFee = optional("baseFeePerGas", text -> new Wei(quantity(text)));
        Optional<Hash32> withdrawalsRoot = optional("withdrawalsRoot", Hash32::fromHex);
        Optional<Gas> blobGasUsed = optional("blobGasUsed", HeaderMembers::gas);
        Optional<Gas> excessBlobGas = optional("excessBlobGas", HeaderMembers::gas);
        Optional<Hash32> parentBeaconBlockRoot = optional("parentBeaconBlockRoot", Hash32::fromHex);
        Optional<Hash32> requestsHash = optional("requestsHash", Hash32::fromHex);
        if (BlockHeader.hasGap(
                List.of(baseFee, withdrawalsRoot, blobGasUsed, excessBlobGas, parentBeaconBlockRoot, requestsHash))) {
            throw new Absent(Answer.Cause.UPDATE_NEEDED, "a set of header fields this program does not know");
        }
        return new BlockHeader(
                required("parentHash", Hash32::fromHex),
                required("sha3Uncles", Hash32::fromHex),
                required("miner", Address::fromHex),
                required("stateRoot", Hash32::fromHex),
                required("transactionsRoot", Hash32::fromHex),
                required("receiptsRoot", Hash32::fromHex),
                required("logsBloom", Bytes::fromHex),
                required("difficulty", HeaderMembers::quantity),
                required("number", HeaderMembers::number),
                required("gasLimit", HeaderMembers::gas),
                required("gasUsed", HeaderMembers::gas),
                required("timestamp", HeaderMembers::number),
                required("extraData", Bytes::fromHex),
                required("mixHash", Hash32::fromHex),
                required("nonce", Bytes::fromHex),
                baseFee,
                withdrawalsRoot,
                blobGasUsed,
                excessBlobGas,
                parentBeaconBlockRoot,
                requestsHash);
    }

    private <T> T required(String name, Function<String, T> read) throws Absent {
        return optional(name, read)
                .orElseThrow(() -> new Absent(Answer.Cause.MISSING, "the header came without its field " + name));
    }

    private <T> Optional<T> optional(String name, Function<String, T> read) {
        return Optional.ofNullable(members.get(name)).map(read);
    }

    /// `0x` and hexadecimal digits, at most 256 bits.
    static BigInteger quantity(String text) {
        if (!text.matches("0x[0-9a-fA-F]{1,64}")) {
            throw new IllegalArgumentException("not a quantity");
        }
        return new BigInteger(text.substring(2), 16);
    }

    static long number(String text) {
        BigInteger value = quantity(text);
        if (value.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException("a number of 2^63 or more");
        }
        return value.longValue();
    }

    private static Gas gas(String text) {
        return new Gas(number(text));
    }

    private static final class Absent extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Answer.Cause cause;
        private final transient String reason;

        Absent(Answer.Cause cause, String reason) {
            super(reason, null, false, false);
            this.cause = cause;
            this.reason = reason;
        }
    }
}
