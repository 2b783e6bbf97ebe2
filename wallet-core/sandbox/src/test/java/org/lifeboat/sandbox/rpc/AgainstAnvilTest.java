package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.block.BaseFee;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.trie.TrieBuilder;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.contracts.ManyCalls;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.anvil.NodeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One genesis and one list of transactions on two nodes: the sandbox's answers are anvil's. What anvil does
/// in another way is named here, member by member.
class AgainstAnvilTest {
    private static final ChainId CHAIN = new ChainId(31_337);
    private static final Address MINER = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Address STRANGER = Address.fromHex("0x2222222222222222222222222222222222222222");
    private static final Person ANNA = Person.named("anna", CHAIN);
    private static final Person BEN = Person.named("ben", CHAIN);
    private static final Address DOLLAR = PlayToken.DOLLAR.address();

    // EIP-20: transfer(address,uint256), balanceOf(address).
    private static final String TRANSFER = "0xa9059cbb";
    private static final String BALANCE_OF = "0x70a08231";

    @TempDir
    static Path folder;

    private static AnvilNode anvil;
    private static RpcServer server;
    private static NodeClient ours;
    private static final List<String> HASHES = new ArrayList<>();

    @BeforeAll
    static void playTheSameOnBoth() throws IOException {
        Map<Address, GenesisAccount> accounts = new HashMap<>();
        accounts.put(ANNA.address(), GenesisAccount.holding(PlayWorld.ether(100)));
        accounts.put(BEN.address(), GenesisAccount.holding(PlayWorld.ether(5)));
        accounts.put(SystemCalls.HISTORY, new GenesisAccount(0, Wei.ZERO, Bytes.EMPTY, Map.of()));
        accounts.put(ManyCalls.ADDRESS, ManyCalls.genesis());
        accounts.put(DOLLAR, PlayToken.DOLLAR.genesis(Map.of(ANNA.address(), PlayToken.DOLLAR.units(1_000))));
        ChainSettings settings = new ChainSettings(CHAIN, Fork.OSAKA, new Gas(30_000_000), MINER, BaseFee.INITIAL);
        Genesis genesis = new Genesis(settings, HandClock.START, accounts);
        Path file = Files.writeString(folder.resolve("genesis.json"), json(genesis));
        anvil = AnvilNode.start(
                CHAIN.value(),
                "--hardfork",
                "osaka",
                "--init",
                file.toString(),
                "--accounts",
                "0",
                "--order",
                "fifo",
                "--disable-default-create2-deployer");
        anvil.rpc("anvil_setCoinbase", "[\"" + MINER.toHex() + "\"]");
        // Anvil brings this contract along, and the hashes of its blocks differ by their random numbers.
        anvil.rpc("anvil_setCode", "[\"" + SystemCalls.HISTORY.toHex() + "\",\"0x\"]");
        NodeClock clock = new NodeClock(HandClock.at(HandClock.START));
        L1Node node = new L1Node(genesis, Secp256k1.preferred(), clock, Mining.AT_ONCE);
        server = RpcServer.start(new JsonRpc(node, new Faucet(node, Secp256k1.preferred()), "test"), 0);
        ours = new NodeClient(server.url());
        transactions().forEach(AgainstAnvilTest::sendToBoth);
    }

    @AfterAll
    static void stop() {
        if (anvil != null) {
            anvil.close();
            server.close();
        }
    }

    private static List<SignedTransaction> transactions() {
        Bytes reverts = data(TRANSFER, STRANGER, PlayToken.DOLLAR.units(1_000_000));
        Bytes creation = Bytes.fromHex("0x600a600c600039600a6000f3602a60005260206000f3");
        AccessListEntry entry = new AccessListEntry(DOLLAR, List.of(PlayToken.balanceSlot(ANNA.address())));
        return List.of(
                ANNA.legacy(0, Optional.of(STRANGER), Wei.of(12_345), Bytes.EMPTY),
                ANNA.legacy(1, Optional.empty(), Wei.ZERO, creation),
                ANNA.withAccessList(2, DOLLAR, data(TRANSFER, BEN.address(), BigInteger.TEN), List.of(entry)),
                ANNA.calls(3, DOLLAR, data(TRANSFER, STRANGER, BigInteger.TWO)),
                ANNA.calls(4, DOLLAR, reverts),
                BEN.setsCode(0, STRANGER, ANNA.delegatesTo(ManyCalls.ADDRESS, 5)),
                BEN.pays(1, ANNA.address(), Wei.of(7)),
                // All of the balance goes: the slot is cleared, and gas refunded.
                BEN.calls(2, DOLLAR, data(TRANSFER, ANNA.address(), BigInteger.TEN)));
    }

    private static void sendToBoth(SignedTransaction signed) {
        long time = HandClock.START + 12L * (HASHES.size() + 1);
        String raw = "[\"" + signed.encoded().toHex() + "\"]";
        anvil.rpc("evm_setNextBlockTimestamp", "[" + time + "]");
        // Anvil's first block takes over the genesis block's base fee, whatever EIP-1559 says.
        JsonNode fees = ours.rpc("eth_feeHistory", "[1,\"latest\",[]]").path("baseFeePerGas");
        anvil.rpc("anvil_setNextBlockBaseFeePerGas", "[" + fees.get(1) + "]");
        ours.rpc("sandbox_setNextBlockTime", "[" + time + "]");
        String theirHash = anvil.rpc("eth_sendRawTransaction", raw).stringValue();
        String hash = ours.rpc("eth_sendRawTransaction", raw).stringValue();
        assertThat(hash).isEqualTo(theirHash);
        HASHES.add(hash);
        // Anvil answers before it has mined.
        while (anvil.rpc("eth_getTransactionReceipt", "[\"" + hash + "\"]").isNull()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void roots_areTheSameInEveryBlock() {
        for (int number = 1; number <= HASHES.size(); number++) {
            JsonNode theirs = anvil.rpc("eth_getBlockByNumber", at(number));
            JsonNode own = ours.rpc("eth_getBlockByNumber", at(number));
            for (String member : List.of(
                    "receiptsRoot",
                    "transactionsRoot",
                    "logsBloom",
                    "gasUsed",
                    "gasLimit",
                    "baseFeePerGas",
                    "timestamp",
                    "number",
                    "miner",
                    "withdrawalsRoot",
                    "sha3Uncles",
                    "requestsHash",
                    "blobGasUsed",
                    "excessBlobGas",
                    "difficulty",
                    "nonce")) {
                assertThat(own.path(member))
                        .as("block " + number + ", " + member)
                        .isEqualTo(theirs.path(member));
            }
        }
    }

    @Test
    void stateRoot_isTheSameInEveryBlock() {
        // Not in the last one: it clears a slot, which anvil's tries keep as a zero.
        for (int number = 1; number < HASHES.size(); number++) {
            assertThat(ours.rpc("eth_getBlockByNumber", at(number)).path("stateRoot"))
                    .as("block " + number)
                    .isEqualTo(anvil.rpc("eth_getBlockByNumber", at(number)).path("stateRoot"));
        }
    }

    @Test
    void clearedSlot_isNotInTheTrie() {
        BigInteger all = PlayToken.DOLLAR.units(1_000);
        Hash32 root = TrieBuilder.secure()
                .put(bytes(PlayToken.balanceSlot(ANNA.address())), rlp(all.subtract(BigInteger.TWO)))
                .put(bytes(PlayToken.balanceSlot(STRANGER)), rlp(BigInteger.TWO))
                .put(bytes(Hash32.ofNumber(2)), rlp(all))
                .root();

        assertThat(ours.rpc("eth_getProof", "[\"" + DOLLAR.toHex() + "\",[],\"latest\"]")
                        .path("storageHash")
                        .stringValue())
                .isEqualTo(root.toHex());
    }

    private static Bytes bytes(Hash32 word) {
        return Bytes.of(word.toArray());
    }

    private static Bytes rlp(BigInteger number) {
        return new RlpWriter().integer(number).toBytes();
    }

    @Test
    void receipts_areTheSame() {
        for (String hash : HASHES) {
            JsonNode theirs = anvil.rpc("eth_getTransactionReceipt", "[\"" + hash + "\"]");
            JsonNode own = ours.rpc("eth_getTransactionReceipt", "[\"" + hash + "\"]");
            for (String member : List.of(
                    "type",
                    "status",
                    "cumulativeGasUsed",
                    "gasUsed",
                    "effectiveGasPrice",
                    "logsBloom",
                    "from",
                    "to",
                    "contractAddress",
                    "transactionHash",
                    "transactionIndex",
                    "blockNumber")) {
                assertThat(own.path(member)).as(member).isEqualTo(theirs.path(member));
            }
            assertThat(own.path("logs").size()).isEqualTo(theirs.path("logs").size());
            for (int i = 0; i < own.path("logs").size(); i++) {
                for (String member : List.of("address", "topics", "data", "logIndex", "removed", "blockNumber")) {
                    assertThat(own.path("logs").get(i).path(member))
                            .isEqualTo(theirs.path("logs").get(i).path(member));
                }
            }
        }
    }

    @Test
    void transactions_areTheSame() {
        for (String hash : HASHES) {
            JsonNode theirs = anvil.rpc("eth_getTransactionByHash", "[\"" + hash + "\"]");
            JsonNode own = ours.rpc("eth_getTransactionByHash", "[\"" + hash + "\"]");
            for (String member : List.of(
                    "type",
                    "hash",
                    "from",
                    "to",
                    "nonce",
                    "gas",
                    "gasPrice",
                    "value",
                    "input",
                    "chainId",
                    "accessList",
                    "authorizationList",
                    "r",
                    "s",
                    "v",
                    "yParity",
                    "maxFeePerGas",
                    "maxPriorityFeePerGas",
                    "transactionIndex",
                    "blockNumber")) {
                assertThat(own.path(member)).as(member).isEqualTo(theirs.path(member));
            }
        }
    }

    private static List<String> sameAnswers() {
        String anna = "\"" + ANNA.address().toHex() + "\"";
        String slot = "\"" + PlayToken.balanceSlot(ANNA.address()).toHex() + "\"";
        String call = "{\"to\":\"%s\",\"data\":\"%s\"}"
                .formatted(DOLLAR.toHex(), data(BALANCE_OF, ANNA.address()).toHex());
        String transfer = "{\"from\":%s,\"to\":\"%s\",\"data\":\"%s\"}"
                .formatted(
                        anna,
                        DOLLAR.toHex(),
                        data(TRANSFER, STRANGER, BigInteger.ONE).toHex());
        return List.of(
                "eth_chainId []",
                "net_version []",
                "eth_blockNumber []",
                "eth_getBalance [" + anna + ",\"latest\"]",
                "eth_getBalance [" + anna + ",\"0x3\"]",
                "eth_getBalance [\"" + MINER.toHex() + "\",\"latest\"]",
                "eth_getTransactionCount [" + anna + ",\"latest\"]",
                "eth_getTransactionCount [" + anna + ",\"pending\"]",
                "eth_getCode [" + anna + ",\"latest\"]",
                "eth_getCode [\"" + DOLLAR.toHex() + "\",\"latest\"]",
                "eth_getStorageAt [\"" + DOLLAR.toHex() + "\"," + slot + ",\"latest\"]",
                "eth_getStorageAt [\"" + DOLLAR.toHex() + "\"," + slot + ",\"0x1\"]",
                "eth_call [" + call + ",\"latest\"]",
                "eth_call [" + call + ",\"0x1\"]",
                "eth_estimateGas [{\"from\":" + anna + ",\"to\":\"" + STRANGER.toHex() + "\",\"value\":\"0x1\"}]",
                "eth_getBlockTransactionCountByNumber [\"0x1\"]",
                "eth_getProof [" + anna + ",[],\"0x7\"]",
                "eth_getProof [\"" + STRANGER.toHex() + "\",[],\"0x1\"]",
                "eth_getProof [\"0x00000000000000000000000000000000000000ff\",[],\"0x7\"]",
                "eth_call [" + transfer + ",\"latest\"]");
    }

    @ParameterizedTest
    @MethodSource("sameAnswers")
    void answer_isTheSame(String question) {
        String[] parts = question.split(" ", 2);

        assertThat(ours.rpc(parts[0], parts[1])).isEqualTo(anvil.rpc(parts[0], parts[1]));
    }

    @Test
    void storageProof_isTheSame() {
        String question = "[\"%s\",[\"%s\",\"%s\",\"%s\"],\"0x7\"]"
                .formatted(
                        DOLLAR.toHex(),
                        PlayToken.balanceSlot(ANNA.address()).toHex(),
                        Hash32.ofNumber(2).toHex(),
                        Hash32.ofNumber(0x1234).toHex());
        JsonNode theirs = anvil.rpc("eth_getProof", question);
        JsonNode own = ours.rpc("eth_getProof", question);

        for (String member : List.of("balance", "nonce", "codeHash", "storageHash", "accountProof")) {
            assertThat(own.path(member)).as(member).isEqualTo(theirs.path(member));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(own.path("storageProof").get(i).path("value"))
                    .isEqualTo(theirs.path("storageProof").get(i).path("value"));
            assertThat(own.path("storageProof").get(i).path("proof"))
                    .isEqualTo(theirs.path("storageProof").get(i).path("proof"));
        }
    }

    @Test
    void logs_areTheSame() {
        String filter = "[{\"fromBlock\":\"0x0\",\"toBlock\":\"latest\",\"address\":\"" + DOLLAR.toHex()
                + "\",\"topics\":[null,\"" + ANNA.address().toWord().toHex() + "\"]}]";
        JsonNode theirs = anvil.rpc("eth_getLogs", filter);
        JsonNode own = ours.rpc("eth_getLogs", filter);

        assertThat(own.size()).isEqualTo(2).isEqualTo(theirs.size());
        for (int i = 0; i < 2; i++) {
            for (String member : List.of("address", "topics", "data", "blockNumber", "transactionHash", "logIndex")) {
                assertThat(own.get(i).path(member)).isEqualTo(theirs.get(i).path(member));
            }
        }
    }

    @Test
    void estimateOfATokenTransfer_isEnoughAndNotMore() {
        String question = "[{\"from\":\"%s\",\"to\":\"%s\",\"data\":\"%s\"}]"
                .formatted(
                        ANNA.address().toHex(),
                        DOLLAR.toHex(),
                        data(TRANSFER, MINER, BigInteger.ONE).toHex());
        long theirs = Long.decode(anvil.rpc("eth_estimateGas", question).stringValue());
        long own = Long.decode(ours.rpc("eth_estimateGas", question).stringValue());

        // Anvil stops searching when it is near.
        assertThat(own).isLessThanOrEqualTo(theirs).isGreaterThan(theirs * 98 / 100);
    }

    private static String at(int number) {
        return "[\"0x" + Integer.toHexString(number) + "\",false]";
    }

    private static Bytes data(String selector, Address account) {
        return Bytes.fromHex(selector).plus(Bytes.of(account.toWord().toArray()));
    }

    private static Bytes data(String selector, Address account, BigInteger amount) {
        return data(selector, account).plus(Bytes.of(Hash32.ofNumber(amount).toArray()));
    }

    private static String json(Genesis genesis) {
        Map<String, Object> alloc = new HashMap<>();
        genesis.accounts().forEach((address, account) -> {
            Map<String, String> storage = new HashMap<>();
            account.storage().forEach((slot, value) -> storage.put(slot.toHex(), value.toHex()));
            alloc.put(
                    address.toHex(),
                    Map.of(
                            "balance", Shown.quantity(account.balance()),
                            "nonce", Shown.quantity(account.nonce()),
                            "code", account.code().toHex(),
                            "storage", storage));
        });
        ChainSettings settings = genesis.settings();
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "config", Map.of("chainId", CHAIN.value()),
                        "nonce", "0x0",
                        "timestamp", Shown.quantity(genesis.unixSeconds()),
                        "extraData", "0x",
                        "gasLimit", Shown.quantity(settings.gasLimit()),
                        "difficulty", "0x0",
                        "coinbase", MINER.toHex(),
                        "baseFeePerGas", Shown.quantity(settings.initialBaseFee()),
                        "alloc", alloc));
    }
}
