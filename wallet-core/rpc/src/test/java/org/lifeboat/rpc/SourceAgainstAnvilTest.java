package org.lifeboat.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.RecentRequests;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.testkit.anvil.AnvilNode;

/// Every query against a real node.
class SourceAgainstAnvilTest {
    private static final ChainId CHAIN = new ChainId(31_337);
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Wei TEN_THOUSAND_ETHER = new Wei(new BigInteger("10000000000000000000000"));
    private static final Hash32 SLOT = Hash32.ofNumber(5);
    private static final Hash32 WORD = Hash32.ofNumber(77);

    private static AnvilNode node;
    private static Address rich;
    private static Address contract;
    private static Hash32 transaction;

    private final RecentRequests log = new RecentRequests(100);

    @BeforeAll
    static void startNode() {
        node = AnvilNode.l1(CHAIN.value());
        rich = Address.fromHex(node.accounts().getFirst());
        contract = Address.fromHex("0x" + "c0".repeat(20));
        // PUSH1 42 PUSH0 MSTORE, PUSH0 PUSH0 LOG0, PUSH1 32 PUSH0 RETURN
        node.rpc("anvil_setCode", "[\"%s\",\"0x602a5f525f5fa060205ff3\"]".formatted(contract.toHex()));
        node.rpc("anvil_setStorageAt", "[\"%s\",\"%s\",\"%s\"]".formatted(contract.toHex(), SLOT, WORD));
        String from = node.accounts().get(1);
        var receipt = node.send("{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x7\"}".formatted(from, contract.toHex()));
        transaction = Hash32.fromHex(receipt.get("transactionHash").stringValue());
    }

    @AfterAll
    static void stopNode() {
        if (node != null) {
            node.close();
        }
    }

    private Source source(ChainId chain, URI url) {
        var sources = new RpcSources(Route.DIRECT, log, Patience.standard(), InstantSource.system());
        var opened = sources.open(new Endpoint(new SourceId(chain, url.toString()), false));
        return ((SourceOpener.Opened.Ready) opened).source();
    }

    private <R> R got(Query<R> query) {
        Reply<R> reply = source(CHAIN, node.url()).ask(query, Purpose.READ_BALANCES, TIME);
        return reply.got().orElseThrow(() -> new AssertionError(reply.problem()));
    }

    @Test
    void simpleQueries_areAnsweredInOneRequestWithTheChainChecked() {
        List<Query<?>> queries = List.of(
                new Query.ChainIdOf(),
                new Query.BalanceOf(rich, BlockSelector.LATEST),
                new Query.NonceOf(rich, BlockSelector.LATEST),
                new Query.CodeOf(contract, BlockSelector.LATEST),
                new Query.StorageOf(contract, SLOT, BlockSelector.LATEST),
                new Query.CallOf(CallRequest.read(contract, Bytes.EMPTY), BlockSelector.LATEST));

        List<Reply<?>> replies = source(CHAIN, node.url()).askAll(queries, Purpose.READ_BALANCES, TIME);

        assertThat(replies)
                .isEqualTo(List.of(
                        new Reply.Got<>(CHAIN.value()),
                        new Reply.Got<>(TEN_THOUSAND_ETHER),
                        new Reply.Got<>(new Nonce(0)),
                        new Reply.Got<>(Bytes.fromHex("0x602a5f525f5fa060205ff3")),
                        new Reply.Got<>(WORD),
                        new Reply.Got<>(Bytes.of(Hash32.ofNumber(42).toArray()))));
        assertThat(log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.methods()).containsEntry("eth_chainId", 2).containsEntry("eth_getBalance", 1);
            assertThat(entry.host()).isEqualTo("127.0.0.1:" + node.url().getPort());
            assertThat(entry.outcome()).isEqualTo("ok");
            assertThat(entry.bytesReceived()).isPositive();
        });
    }

    @Test
    void headerOf_isTheSameByTagByNumberAndByHash() {
        HeaderClaim latest = got(new Query.HeaderOf(BlockSelector.LATEST)).orElseThrow();
        long number = Long.decode(latest.fields().get("number"));

        assertThat(got(new Query.HeaderOf(new BlockSelector.AtNumber(number)))).contains(latest);
        assertThat(got(new Query.HeaderOf(new BlockSelector.ByHash(latest.claimedHash()))))
                .contains(latest);
        assertThat(latest.fields()).containsKeys("parentHash", "stateRoot", "baseFeePerGas", "parentBeaconBlockRoot");
        assertThat(latest.fields()).doesNotContainKeys("hash", "transactions", "withdrawals", "size");
        assertThat(got(new Query.HeaderOf(new BlockSelector.AtNumber(1_000_000))))
                .isEmpty();
    }

    @Test
    void proofOf_carriesTheAccountAndTheSlotsAsked() {
        Hash32 head =
                got(new Query.HeaderOf(BlockSelector.LATEST)).orElseThrow().claimedHash();

        ProofClaim proof =
                got(new Query.ProofOf(contract, List.of(SLOT, Hash32.ofNumber(9)), new BlockSelector.ByHash(head)));

        assertThat(proof.balance()).isEqualTo(Wei.of(7));
        assertThat(proof.accountProof()).isNotEmpty();
        assertThat(proof.slots()).extracting(ProofClaim.Slot::value).containsExactly(WORD.toNumber(), BigInteger.ZERO);
    }

    @Test
    void receiptAndTransaction_areFoundOrSaidToBeUnknown() {
        ReceiptClaim receipt = got(new Query.ReceiptOf(transaction)).orElseThrow();

        assertThat(receipt.succeeded()).isTrue();
        assertThat(receipt.logs()).singleElement().extracting(LogClaim::emitter).isEqualTo(contract);
        assertThat(got(new Query.TransactionOf(transaction)).orElseThrow().blockHash())
                .contains(receipt.blockHash());
        assertThat(got(new Query.ReceiptOf(Hash32.ofNumber(1)))).isEmpty();
        assertThat(got(new Query.TransactionOf(Hash32.ofNumber(1)))).isEmpty();
    }

    @Test
    void logsOf_findsTheEvent() {
        List<LogClaim> logs = got(new Query.LogsOf(0, 1, List.of(contract), List.of()));

        assertThat(logs).singleElement().extracting(LogClaim::transaction).isEqualTo(transaction);
    }

    @Test
    void fees_areAnswered() {
        FeeHistoryClaim fees = got(new Query.FeeHistoryOf(2, List.of(10, 50)));

        assertThat(fees.baseFees()).hasSize(3);
        assertThat(fees.rewards()).allSatisfy(row -> assertThat(row).hasSize(2));
        assertThat(got(new Query.GasPriceOf()).isZero()).isFalse();
        CallRequest transfer = new CallRequest(Optional.of(rich), Optional.of(Address.ZERO), Wei.of(1), Bytes.EMPTY);
        assertThat(got(new Query.GasFor(transfer))).isEqualTo(new Gas(21_000));
    }

    @Test
    void sendRaw_refusalKeepsTheServersWords() {
        Reply<Hash32> reply =
                source(CHAIN, node.url()).ask(new Query.SendRaw(Bytes.fromHex("0x01")), Purpose.SEND_TRANSACTION, TIME);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.message()).isNotBlank());
        assertThat(log.entries()).extracting(RequestLog.Entry::methods).anyMatch(methods -> methods.size() == 1);
    }

    @Test
    void wrongChain_holdsBackEveryAnswerAndSendsNothing() {
        Source source = source(new ChainId(10), node.url());

        List<Reply<?>> replies = source.askAll(
                List.of(
                        new Query.ChainIdOf(),
                        new Query.BalanceOf(rich, BlockSelector.LATEST),
                        new Query.SendRaw(Bytes.fromHex("0x01"))),
                Purpose.SEND_TRANSACTION,
                TIME);

        var wrong = new Reply.Failed<>(Reply.Failure.WRONG_CHAIN, "the source is on chain 31337, not on 10");
        assertThat(replies).isEqualTo(List.of(new Reply.Got<>(31_337L), wrong, wrong));
        assertThat(log.entries()).noneMatch(entry -> entry.methods().containsKey("eth_sendRawTransaction"));
    }

    @Test
    void probe_returnsJsonText() {
        assertThat(got(new Query.Probe("web3_clientVersion", "[]"))).startsWith("\"anvil/");
    }
}
