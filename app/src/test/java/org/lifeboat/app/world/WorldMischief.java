package org.lifeboat.app.world;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.SyncStore;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.sandbox.beacon.Trick;
import org.lifeboat.sandbox.rollup.BatchPlace;
import org.lifeboat.testkit.anvil.NodeClient;

/// Everything that goes wrong in a world by chance: actors, servers, and the chain itself.
final class WorldMischief {
    /// What servers lie about: every field, and every method, that the wallet reads.
    private static final List<String> LIES = List.of(
            // accounts and their proofs
            "balance",
            "nonce",
            "codeHash",
            "storageHash",
            "accountProof",
            "storageProof",
            "proof",
            "key",
            "value",
            // blocks
            "hash",
            "number",
            "parentHash",
            "stateRoot",
            "transactionsRoot",
            "receiptsRoot",
            "withdrawalsRoot",
            "requestsHash",
            "mixHash",
            "logsBloom",
            "timestamp",
            "gasLimit",
            "gasUsed",
            "baseFeePerGas",
            "excessBlobGas",
            "parentBeaconBlockRoot",
            "extraData",
            "transactions",
            // transactions, receipts and logs
            "from",
            "to",
            "input",
            "type",
            "status",
            "blockNumber",
            "blockHash",
            "transactionHash",
            "transactionIndex",
            "cumulativeGasUsed",
            "effectiveGasPrice",
            "l1Fee",
            "logs",
            "topics",
            "data",
            "address",
            "logIndex",
            "removed",
            // whole answers
            "eth_blockNumber",
            "eth_chainId",
            "eth_getBalance",
            "eth_getTransactionCount",
            "eth_getCode",
            "eth_getStorageAt",
            "eth_getProof",
            "eth_call",
            "eth_estimateGas",
            "eth_getLogs",
            "eth_getTransactionByHash",
            "eth_getTransactionReceipt",
            "eth_getBlockReceipts",
            "eth_getBlockByNumber",
            "eth_getBlockByHash",
            "eth_feeHistory",
            "eth_gasPrice",
            "eth_maxPriorityFeePerGas",
            "eth_sendRawTransaction",
            "debug_getRawHeader",
            "debug_getRawReceipts");

    private final WorldWallet wallet;
    private final SplittableRandom random;
    private final List<String> story;
    private boolean serversAreHonest = true;

    WorldMischief(WorldWallet wallet, SplittableRandom random, List<String> story) {
        this.wallet = wallet;
        this.random = random;
        this.story = story;
    }

    // ---- who works for the rollup

    void sequencer() {
        tell(
                "sequencer",
                "{\"kind\":\"stop\"}",
                "{\"kind\":\"equivocate\"}",
                "{\"kind\":\"late\",\"seconds\":30}",
                "{\"kind\":\"censor\",\"accounts\":[\"" + wallet.own() + "\"]}");
    }

    void batcher() {
        tell("batcher", "{\"kind\":\"stop\"}", "{\"kind\":\"late\",\"seconds\":60}");
    }

    void proposer() {
        tell(
                "proposer",
                "{\"kind\":\"stop\"}",
                "{\"kind\":\"late\",\"seconds\":90}",
                "{\"kind\":\"falseRoots\"}",
                "{\"kind\":\"falseRoots\"}");
    }

    /// The operator posts false roots, and nobody else is quick to contest them.
    void falseRoots() {
        tell("proposer", "{\"kind\":\"falseRoots\"}");
        challenger();
    }

    void challenger() {
        tell("challenger", "{\"kind\":\"stop\"}", "{\"kind\":\"late\",\"seconds\":3600}");
    }

    private void tell(String actor, String... conducts) {
        String conduct = conducts[random.nextInt(conducts.length)];
        story.add("  " + actor + " " + conduct);
        wallet.l2Door.rpc("sandbox_tell", "[\"" + actor + "\"," + conduct + "]");
    }

    void honest() {
        for (String actor : List.of("sequencer", "batcher", "proposer", "challenger")) {
            wallet.l2Door.rpc("sandbox_tell", "[\"" + actor + "\",{\"kind\":\"honest\"}]");
        }
    }

    void otherBatches() {
        batchesTo(BatchPlace.values()[random.nextInt(BatchPlace.values().length)]);
    }

    void batchesTo(BatchPlace place) {
        story.add("  batches: " + place);
        wallet.rollup().writeBatchesTo(place);
    }

    // ---- the bridge and L1

    void pause() {
        boolean on = random.nextBoolean();
        story.add("  bridge: " + (on ? "stopped" : "goes on"));
        wallet.rollup().guardian().pause(on);
        wallet.blocks(1);
    }

    void otherCode() {
        wallet.rollup().guardian().changePortal();
    }

    void reorganise() {
        int depth = random.nextInt(1, 5);
        boolean keep = random.nextBoolean();
        story.add("  " + depth + " blocks, " + (keep ? "what stood in them waits" : "what stood in them is lost"));
        wallet.sandbox().l1().reorganise(depth, keep);
    }

    void dearGas() {
        wallet.l1Door.rpc("sandbox_raiseBaseFee", "[\"0x4a817c800\"]"); // 20 gwei
    }

    // ---- servers

    void lie(NodeClient door) {
        String way = switch (random.nextInt(4)) {
            case 0 ->
                "{\"kind\":\"random\",\"perThousand\":%d,\"seed\":%d}"
                        .formatted(random.nextInt(5, 200), random.nextInt(1_000));
            case 1 ->
                "{\"kind\":\"%s\",\"perThousand\":%d,\"seed\":%d}"
                        .formatted(silence(), random.nextInt(5, 200), random.nextInt(1_000));
            case 2 -> "{\"kind\":\"%s\",\"about\":\"%s\"}".formatted(silence(), method());
            default ->
                "{\"kind\":\"lie\",\"about\":\"%s\",\"seed\":%d}"
                        .formatted(LIES.get(random.nextInt(LIES.size())), random.nextInt(1_000));
        };
        serversAreHonest = false;
        misbehave(door, way);
    }

    private String silence() {
        return random.nextBoolean() ? "hide" : "deny";
    }

    private String method() {
        List<String> methods = LIES.stream().filter(name -> name.contains("_")).toList();
        return methods.get(random.nextInt(methods.size()));
    }

    /// L1's beacon node lies, hides or denies.
    void beacon() {
        // Endless bodies take time and prove nothing more.
        List<Trick> tricks = Arrays.stream(Trick.values())
                .filter(trick -> trick != Trick.OVERSIZED)
                .toList();
        Trick trick = tricks.get(random.nextInt(tricks.size()));
        story.add("  beacon " + trick);
        wallet.l1Door.rpc("sandbox_beacon", "[\"" + trick.id() + "\"]");
    }

    void delay(NodeClient door) {
        misbehave(door, "{\"kind\":\"delay\",\"milliseconds\":%d}".formatted(random.nextInt(1, 20)));
    }

    private void misbehave(NodeClient door, String way) {
        story.add("  " + (door == wallet.l1Door ? "L1 " : "L2 ") + way);
        door.rpc("sandbox_misbehave", "[" + way + "]");
    }

    /// The servers tell the truth from now on, and the user trusts them again.
    void truth() {
        serversAreHonest = true;
        wallet.l1Door.rpc("sandbox_behave", "[]");
        wallet.l2Door.rpc("sandbox_behave", "[]");
        for (Network network : List.of(WorldWallet.L1, wallet.l2())) {
            wallet.online()
                    .sources(network.chain())
                    .forEach(source -> wallet.online().trustAgain(source.id()));
        }
        SyncStore disk = wallet.storage().sync();
        wallet.online().beacons(WorldWallet.L1.chain()).stream()
                .map(BeaconSource::id)
                .forEach(id -> disk.keepHealth(id, disk.healthOf(id).trustedAgain()));
    }

    boolean serversAreHonest() {
        return serversAreHonest;
    }

    /// Everybody does what they should again.
    void end() {
        truth();
        honest();
        wallet.rollup().guardian().pause(false);
    }
}
