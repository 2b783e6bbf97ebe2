package org.lifeboat.sandbox.beacon;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.ExecutionHeader;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.SyncCommittee;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Writes light client messages as beacon nodes do: numbers as decimal texts, bytes as `0x` hex.
final class BeaconJson {
    private final StringJoiner members = new StringJoiner(",", "{", "}");

    static String bootstrap(Bootstrap message) {
        return new BeaconJson()
                .raw("header", header(message.header()))
                .raw("current_sync_committee", committee(message.committee()))
                .raw("current_sync_committee_branch", hashes(message.committeeBranch()))
                .toString();
    }

    /// @param withCommittee as an update; else as a finality update
    static String update(Update message, boolean withCommittee, boolean withFinality) {
        BeaconJson json = new BeaconJson().raw("attested_header", header(message.attested()));
        if (withCommittee) {
            message.next()
                    .ifPresent(next -> json.raw("next_sync_committee", committee(next.committee()))
                            .raw("next_sync_committee_branch", hashes(next.branch())));
        }
        if (withFinality) {
            message.finality()
                    .ifPresent(finality -> finality.header()
                            .ifPresent(header -> json.raw("finalized_header", header(header))
                                    .raw("finality_branch", hashes(finality.branch()))));
        }
        String aggregate = new BeaconJson()
                .text("sync_committee_bits", message.aggregate().bits().toHex())
                .text(
                        "sync_committee_signature",
                        message.aggregate().signature().toHex())
                .toString();
        return json.raw("sync_aggregate", aggregate)
                .number("signature_slot", message.signatureSlot())
                .toString();
    }

    static String beacon(BeaconHeader header) {
        return new BeaconJson()
                .number("slot", header.slot())
                .number("proposer_index", header.proposerIndex())
                .hash("parent_root", header.parentRoot())
                .hash("state_root", header.stateRoot())
                .hash("body_root", header.bodyRoot())
                .toString();
    }

    private static String header(LightClientHeader header) {
        BeaconJson json = new BeaconJson().raw("beacon", beacon(header.beacon()));
        header.payload()
                .ifPresent(payload ->
                        json.raw("execution", execution(payload)).raw("execution_branch", hashes(header.branch())));
        return json.toString();
    }

    private static String execution(ExecutionHeader header) {
        return new BeaconJson()
                .hash("parent_hash", header.parentHash())
                .text("fee_recipient", header.feeRecipient().toHex())
                .hash("state_root", header.stateRoot())
                .hash("receipts_root", header.receiptsRoot())
                .text("logs_bloom", header.logsBloom().toHex())
                .hash("prev_randao", header.prevRandao())
                .number("block_number", header.blockNumber())
                .number("gas_limit", header.gasLimit())
                .number("gas_used", header.gasUsed())
                .number("timestamp", header.timestamp())
                .text("extra_data", header.extraData().toHex())
                .text("base_fee_per_gas", header.baseFeePerGas().toString())
                .hash("block_hash", header.blockHash())
                .hash("transactions_root", header.transactionsRoot())
                .hash("withdrawals_root", header.withdrawalsRoot())
                .number("blob_gas_used", header.blobGasUsed())
                .number("excess_blob_gas", header.excessBlobGas())
                .toString();
    }

    private static String committee(SyncCommittee committee) {
        List<String> keys = new ArrayList<>();
        Bytes all = committee.keys();
        for (int at = 0; at < all.size(); at += SyncCommittee.KEY_SIZE) {
            keys.add(quoted(all.slice(at, at + SyncCommittee.KEY_SIZE).toHex()));
        }
        return new BeaconJson()
                .raw("pubkeys", "[" + String.join(",", keys) + "]")
                .text("aggregate_pubkey", committee.aggregateKey().toHex())
                .toString();
    }

    static String hashes(List<Hash32> hashes) {
        return "["
                + String.join(
                        ",", hashes.stream().map(hash -> quoted(hash.toHex())).toList()) + "]";
    }

    BeaconJson hash(String name, Hash32 value) {
        return text(name, value.toHex());
    }

    BeaconJson number(String name, long value) {
        return text(name, Long.toString(value));
    }

    /// @param value holds nothing that would have to be escaped
    BeaconJson text(String name, String value) {
        return raw(name, quoted(value));
    }

    BeaconJson raw(String name, String json) {
        members.add(quoted(name) + ":" + json);
        return this;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
