package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.fake.AnsweringSource;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.logs.LogFilter;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Withdrawal;

/// Withdrawals that were begun elsewhere, by the events that they left on both layers.
class FoundByEventsTest {
    private static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    private static final Address TARGET = Hash32.ofNumber(0xc0ffee).toAddress();
    private static final Hash32 TRANSACTION = Hash32.ofNumber(77);
    private static final Network L1 =
            new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    private static final Network L2 = new Network(
            new ChainId(901),
            "L2",
            "ETH",
            new Network.Layer.L2(new ChainId(900), Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);

    private final Exits exits =
            new Exits(new InMemoryStorage(), InstantSource.fixed(Instant.EPOCH), Duration.ofSeconds(5));
    private final Chain l1 = new Chain(900);
    private final Chain l2 = new Chain(901);

    @Test
    void twoWithdrawalsOfOneTransaction_areTwo() {
        l2.logs.add(sent(withdrawal(0, 300)));
        l2.logs.add(sent(withdrawal(1, 400)));
        l2.logs.add(sent(withdrawal(2, 400)));

        assertThat(exits.search(place(l2)).onL2(USER, 0).orElseThrow())
                .extracting(plan -> plan.state().withdrawal().orElseThrow())
                .containsExactly(withdrawal(0, 300), withdrawal(1, 400), withdrawal(2, 400));
        assertThat(exits.search(place(l2)).onL2(USER, 0).orElseThrow()).isEmpty();
    }

    @Test
    void aPlanThatWaitsForOneOfThem_takesThatOne() {
        exits.begin(L2.chain(), USER, ExitState.forced(TRANSACTION, TARGET, Wei.of(400)));
        l2.logs.add(sent(withdrawal(0, 300)));
        l2.logs.add(sent(withdrawal(1, 400)));

        assertThat(exits.search(place(l2)).onL2(USER, 0).orElseThrow())
                .extracting(plan -> plan.state().amount())
                .containsExactly(Wei.of(300));
        assertThat(exits.all())
                .extracting(plan -> plan.state().withdrawal())
                .containsExactly(Optional.of(withdrawal(1, 400)), Optional.of(withdrawal(0, 300)));
    }

    @Test
    void withTheLayer2Gone_whatWasForced_isFoundOnL1() {
        l1.logs.add(forced(OpStack.initiate(TARGET, Wei.of(500)).data(), 500));
        l1.logs.add(forced(Bytes.EMPTY, 600)); // no withdrawal

        List<Exits.Plan> found = exits.search(place()).onL1(USER, 1_000).orElseThrow();

        assertThat(found)
                .extracting(
                        plan -> plan.state().way(),
                        plan -> plan.state().target(),
                        plan -> plan.state().amount())
                .containsExactly(tuple(ExitState.Way.THROUGH_L1, TARGET, Wei.of(500)));
        assertThat(found.getFirst().state().l2Transaction()).isPresent();
        assertThat(exits.search(place()).onL1(USER, 1_000).orElseThrow()).isEmpty();
    }

    @Test
    void withTheLayer2Gone_whatWasProven_isFoundOnL1_withAllThatItTakes() {
        l1.prove(withdrawal(5, 700), TRANSACTION);

        assertThat(exits.search(place()).onL1(USER, 1_000).orElseThrow())
                .extracting(Exits.Plan::state)
                .containsExactly(ExitState.provenOnL1(withdrawal(5, 700)));
    }

    @Test
    void anInputThatDoesNotHaveTheHashOfTheEvent_isNotBelieved() {
        l1.prove(withdrawal(5, 700), TRANSACTION);
        l1.inputs.put(TRANSACTION, proof(withdrawal(5, 7_000_000)));

        assertThat(exits.search(place()).onL1(USER, 1_000).orElseThrow()).isEmpty();
    }

    private ExitPlace place(Source... layer2) {
        return new ExitPlace(L2, List.of(layer2), L1, List.of(l1), FakeBridge.PORTAL);
    }

    private static Withdrawal withdrawal(long number, long wei) {
        return new Withdrawal(
                BigInteger.ONE.shiftLeft(240).add(BigInteger.valueOf(number)),
                USER,
                TARGET,
                Wei.of(wei),
                BigInteger.valueOf(100_000),
                Bytes.EMPTY);
    }

    private static LogClaim sent(Withdrawal withdrawal) {
        Bytes data = words(
                Hash32.ofNumber(withdrawal.value().value()),
                Hash32.ofNumber(withdrawal.gasLimit()),
                Hash32.ofNumber(0x80),
                withdrawal.hash(),
                Hash32.ZERO);
        List<Hash32> topics = List.of(
                Withdrawal.EVENT,
                Hash32.ofNumber(withdrawal.nonce()),
                withdrawal.sender().toWord(),
                withdrawal.target().toWord());
        return new LogClaim(OpStack.MESSAGE_PASSER, topics, data, 40, Hash32.ofNumber(40), TRANSACTION, 0);
    }

    /// As the portal writes it: nothing is minted, the account on the L2 pays.
    private static LogClaim forced(Bytes call, long wei) {
        Bytes packed = words(Hash32.ZERO, Hash32.ofNumber(wei))
                .plus(Bytes.fromHex("0x0000000000030d40" + "00"))
                .plus(call);
        Bytes padding = Bytes.of(new byte[(32 - packed.size() % 32) % 32]);
        Bytes data = words(Hash32.ofNumber(32), Hash32.ofNumber(packed.size()))
                .plus(packed)
                .plus(padding);
        List<Hash32> topics = List.of(OpStack.DEPOSITED, USER.toWord(), OpStack.MESSAGE_PASSER.toWord(), Hash32.ZERO);
        return new LogClaim(FakeBridge.PORTAL, topics, data, 90, Hash32.ofNumber(90), Hash32.ofNumber(wei), wei);
    }

    private static Bytes proof(Withdrawal withdrawal) {
        OutputRoot root = new OutputRoot(Hash32.ofNumber(1), Hash32.ofNumber(2), Hash32.ofNumber(3));
        return OpStack.prove(
                        FakeBridge.bridge(false),
                        withdrawal,
                        FakeBridge.game(0, 50, root.hash()),
                        root,
                        List.of(Bytes.fromHex("0xc0"), Bytes.fromHex("0xc101")))
                .data();
    }

    private static Bytes words(Hash32... words) {
        Bytes all = Bytes.EMPTY;
        for (Hash32 word : words) {
            all = all.plus(Bytes.of(word.toArray()));
        }
        return all;
    }

    /// Has events and the transactions that wrote them.
    private static final class Chain extends AnsweringSource {
        private final FakeChain chain;
        private final List<LogClaim> logs = new ArrayList<>();
        private final Map<Hash32, Bytes> inputs = new HashMap<>();

        private Chain(long id) {
            this.chain = new FakeChain(id);
        }

        private void prove(Withdrawal withdrawal, Hash32 transaction) {
            List<Hash32> topics = List.of(
                    OpStack.WITHDRAWAL_PROVEN,
                    withdrawal.hash(),
                    withdrawal.sender().toWord(),
                    withdrawal.target().toWord());
            logs.add(new LogClaim(FakeBridge.PORTAL, topics, Bytes.EMPTY, 95, Hash32.ofNumber(95), transaction, 3));
            inputs.put(transaction, proof(withdrawal));
        }

        @Override
        protected Reply<?> answer(Query<?> query) {
            return switch (query) {
                case Query.ChainIdOf _ -> new Reply.Got<>(chain.chainId());
                case Query.HeaderOf _ -> new Reply.Got<>(Optional.of(chain.claim(chain.height())));
                case Query.LogsOf(long from, long to, List<Address> addresses, List<List<Hash32>> topics) ->
                    new Reply.Got<>(logs.stream()
                            .filter(log -> log.blockNumber() >= from && log.blockNumber() <= to)
                            .filter(log -> new LogFilter(addresses, topics)
                                    .matches(new Log(log.emitter(), log.topics(), log.data())))
                            .toList());
                case Query.Probe(String _, String parameters) ->
                    new Reply.Got<>(inputs.entrySet().stream()
                            .filter(entry -> parameters.contains(entry.getKey().toHex()))
                            .map(entry -> "{\"input\":\"" + entry.getValue().toHex() + "\"}")
                            .findFirst()
                            .orElse("null"));
                default -> new Reply.Refused<>(-32601, "no such method", Optional.empty());
            };
        }

        @Override
        public SourceId id() {
            return new SourceId(new ChainId(chain.chainId()), "https://chain" + chain.chainId() + "/");
        }
    }
}
