package org.lifeboat.rpc.beacon;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.ExecutionHeader;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.LightClientHeader.Execution;
import org.lifeboat.lightclient.SyncAggregate;
import org.lifeboat.lightclient.SyncCommittee;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import tools.jackson.databind.JsonNode;

/// Reads the `data` member of light client answers in JSON. Numbers are decimal texts, bytes are `0x` hex.
public final class LightClientJson {
    private LightClientJson() {}

    /// @throws SszException if a member is missing or not of its type
    public static Bootstrap bootstrap(JsonNode data) throws SszException {
        return new Bootstrap(
                header(data.path("header")),
                committee(data.path("current_sync_committee")),
                hashes(data.path("current_sync_committee_branch")));
    }

    /// Reads an update, a finality update or an optimistic update: what the message does not have is left
    /// out.
    /// @throws SszException if a member is missing or not of its type
    public static Update update(JsonNode data) throws SszException {
        Optional<Update.NextCommittee> next = data.has("next_sync_committee")
                ? Update.next(
                        committee(data.path("next_sync_committee")), hashes(data.path("next_sync_committee_branch")))
                : Optional.empty();
        Optional<Update.Finality> finality = data.has("finalized_header")
                ? Update.finality(header(data.path("finalized_header")), hashes(data.path("finality_branch")))
                : Optional.empty();
        JsonNode aggregate = data.path("sync_aggregate");
        return new Update(
                header(data.path("attested_header")),
                next,
                finality,
                new SyncAggregate(
                        bytes(aggregate, "sync_committee_bits"), bytes(aggregate, "sync_committee_signature")),
                number(data, "signature_slot"));
    }

    /// A beacon block's header.
    /// @throws SszException if a member is missing or not of its type
    public static BeaconHeader beacon(JsonNode node) throws SszException {
        return new BeaconHeader(
                number(node, "slot"),
                number(node, "proposer_index"),
                hash(node, "parent_root"),
                hash(node, "state_root"),
                hash(node, "body_root"));
    }

    private static LightClientHeader header(JsonNode node) throws SszException {
        BeaconHeader header = beacon(node.path("beacon"));
        if (node.has("execution_block_hash")) {
            return new LightClientHeader(
                    header,
                    new Execution.ParentBlockHash(hash(node, "execution_block_hash")),
                    hashes(node.path("execution_branch")));
        }
        return node.has("execution")
                ? new LightClientHeader(
                        header,
                        new Execution.Payload(execution(node.path("execution"))),
                        hashes(node.path("execution_branch")))
                : new LightClientHeader(header, new Execution.None(), List.of());
    }

    private static ExecutionHeader execution(JsonNode node) throws SszException {
        Bytes feeRecipient = bytes(node, "fee_recipient");
        if (feeRecipient.size() != Address.SIZE) {
            throw new SszException("fee_recipient is no address");
        }
        return new ExecutionHeader(
                hash(node, "parent_hash"),
                Address.of(feeRecipient.toArray()),
                hash(node, "state_root"),
                hash(node, "receipts_root"),
                bytes(node, "logs_bloom"),
                hash(node, "prev_randao"),
                number(node, "block_number"),
                number(node, "gas_limit"),
                number(node, "gas_used"),
                number(node, "timestamp"),
                bytes(node, "extra_data"),
                bigNumber(node, "base_fee_per_gas"),
                hash(node, "block_hash"),
                hash(node, "transactions_root"),
                hash(node, "withdrawals_root"),
                node.has("blob_gas_used") ? number(node, "blob_gas_used") : 0,
                node.has("excess_blob_gas") ? number(node, "excess_blob_gas") : 0);
    }

    private static SyncCommittee committee(JsonNode node) throws SszException {
        byte[] keys = new byte[node.path("pubkeys").size() * SyncCommittee.KEY_SIZE];
        int at = 0;
        for (JsonNode key : node.path("pubkeys")) {
            System.arraycopy(key(key).toArray(), 0, keys, at, SyncCommittee.KEY_SIZE);
            at += SyncCommittee.KEY_SIZE;
        }
        return new SyncCommittee(Bytes.of(keys), key(node.path("aggregate_pubkey")));
    }

    private static Bytes key(JsonNode node) throws SszException {
        Bytes key = bytes(node, "a public key");
        if (key.size() != SyncCommittee.KEY_SIZE) {
            throw new SszException("a public key has " + key.size() + " bytes");
        }
        return key;
    }

    private static List<Hash32> hashes(JsonNode array) throws SszException {
        List<Hash32> hashes = new ArrayList<>();
        for (JsonNode node : array) {
            hashes.add(hash(bytes(node, "a branch"), "a branch"));
        }
        return hashes;
    }

    private static Hash32 hash(JsonNode node, String member) throws SszException {
        return hash(bytes(node, member), member);
    }

    private static Hash32 hash(Bytes bytes, String what) throws SszException {
        if (bytes.size() != Hash32.SIZE) {
            throw new SszException(what + " has " + bytes.size() + " bytes, not 32");
        }
        return Hash32.of(bytes.toArray());
    }

    private static Bytes bytes(JsonNode node, String member) throws SszException {
        JsonNode text = node.isObject() ? node.path(member) : node;
        if (!text.isString()) {
            throw new SszException(member + " is missing");
        }
        try {
            return Bytes.fromHex(text.asString());
        } catch (IllegalArgumentException e) {
            throw new SszException(member + " is not hex");
        }
    }

    private static long number(JsonNode node, String member) throws SszException {
        BigInteger number = bigNumber(node, member);
        if (number.bitLength() > 63) {
            throw new SszException(member + " is larger than any real one");
        }
        return number.longValueExact();
    }

    private static BigInteger bigNumber(JsonNode node, String member) throws SszException {
        String digits = node.path(member).isString() ? node.path(member).asString() : "";
        if (!digits.matches("[0-9]{1,78}") || new BigInteger(digits).bitLength() > 256) {
            throw new SszException(member + " is missing or no number");
        }
        return new BigInteger(digits);
    }
}
