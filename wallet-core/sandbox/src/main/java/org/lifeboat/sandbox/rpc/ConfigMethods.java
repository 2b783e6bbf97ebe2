package org.lifeboat.sandbox.rpc;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.verifier.block.ForkSchedule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which rules hold now and which come next: `eth_config` (EIP-7910).
final class ConfigMethods {
    /// Source: EIP-7910, "Precompiles".
    private static final Map<Integer, String> PRECOMPILES = Map.ofEntries(
            Map.entry(0x01, "ECREC"),
            Map.entry(0x02, "SHA256"),
            Map.entry(0x03, "RIPEMD160"),
            Map.entry(0x04, "ID"),
            Map.entry(0x05, "MODEXP"),
            Map.entry(0x06, "BN254_ADD"),
            Map.entry(0x07, "BN254_MUL"),
            Map.entry(0x08, "BN254_PAIRING"),
            Map.entry(0x09, "BLAKE2F"),
            Map.entry(0x0a, "KZG_POINT_EVALUATION"),
            Map.entry(0x0b, "BLS12_G1ADD"),
            Map.entry(0x0c, "BLS12_G1MSM"),
            Map.entry(0x0d, "BLS12_G2ADD"),
            Map.entry(0x0e, "BLS12_G2MSM"),
            Map.entry(0x0f, "BLS12_PAIRING_CHECK"),
            Map.entry(0x10, "BLS12_MAP_FP_TO_G1"),
            Map.entry(0x11, "BLS12_MAP_FP2_TO_G2"),
            Map.entry(0x100, "P256VERIFY"));

    private final L1Node node;

    ConfigMethods(L1Node node) {
        this.node = node;
    }

    Map<String, Method> all() {
        return Map.of("eth_config", _ -> config());
    }

    private JsonNode config() {
        BlockHeader newest = node.history().newest().header();
        ForkSchedule forks = node.settings().forks();
        Optional<ForkSchedule.Step> next = forks.steps().stream()
                .filter(step -> step.fromTime() > newest.unixSeconds())
                .findFirst();
        ObjectNode json = Shown.object();
        json.set("current", shown(node.settings().at(newest)));
        json.set("next", next.map(this::shown).orElseGet(Shown::nothing));
        json.set("last", next.map(_ -> shown(forks.steps().getLast())).orElseGet(Shown::nothing));
        return json;
    }

    private JsonNode shown(ForkSchedule.Step step) {
        ObjectNode json = Shown.object();
        json.put("activationTime", step.fromTime());
        ObjectNode blobs = json.putObject("blobSchedule");
        blobs.put("target", step.blobs().target());
        blobs.put("max", step.blobs().maximum());
        blobs.put("baseFeeUpdateFraction", step.blobs().updateFraction());
        json.put("chainId", Shown.quantity(node.settings().chain().value()));
        json.put("forkId", forkId(step).toHex());
        Precompiles precompiles = Precompiles.of(step.fork().rules());
        Map<String, Address> contracts = new TreeMap<>();
        PRECOMPILES.forEach((number, name) -> {
            Address address = Hash32.ofNumber(number).toAddress();
            precompiles.find(address).ifPresent(_ -> contracts.put(name, address));
        });
        json.set("precompiles", shown(contracts));
        json.set("systemContracts", shown(systemContracts(step)));
        return json;
    }

    private static Map<String, Address> systemContracts(ForkSchedule.Step step) {
        Map<String, Address> contracts = new TreeMap<>();
        if (step.fork().rules().beaconRoots) {
            contracts.put("BEACON_ROOTS_ADDRESS", SystemCalls.BEACON_ROOTS);
        }
        if (step.fork().rules().historyStorage) {
            contracts.put("HISTORY_STORAGE_ADDRESS", SystemCalls.HISTORY);
        }
        if (step.fork().rules().requests) {
            contracts.put("CONSOLIDATION_REQUEST_PREDEPLOY_ADDRESS", SystemCalls.CONSOLIDATION_REQUESTS);
            contracts.put("DEPOSIT_CONTRACT_ADDRESS", L1Node.NO_DEPOSITS);
            contracts.put("WITHDRAWAL_REQUEST_PREDEPLOY_ADDRESS", SystemCalls.WITHDRAWAL_REQUESTS);
        }
        return contracts;
    }

    private static ObjectNode shown(Map<String, Address> contracts) {
        ObjectNode json = Shown.object();
        contracts.forEach((name, address) -> json.put(name, address.toHex()));
        return json;
    }

    /// EIP-2124, EIP-6122: the checksum of block 0's hash and of every fork up to that step.
    private Bytes forkId(ForkSchedule.Step until) {
        BlockHeader genesis = node.history().oldest().header();
        CRC32 checksum = new CRC32();
        checksum.update(genesis.hash().toArray());
        List<ForkSchedule.Step> steps = node.settings().forks().steps();
        TreeSet<Long> numbers = new TreeSet<>();
        TreeSet<Long> times = new TreeSet<>();
        steps.subList(0, steps.indexOf(until) + 1).forEach(step -> {
            numbers.add(step.fromNumber());
            times.add(step.fromTime());
        });
        numbers.tailSet(0L, false).forEach(number -> checksum.update(bytes(number)));
        times.tailSet(genesis.unixSeconds(), false).forEach(time -> checksum.update(bytes(time)));
        return Bytes.of(ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) checksum.getValue())
                .array());
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
