package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitToken;
import org.lifeboat.engine.exit.L1Orders;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.fake.FakeToken;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// What is forced through L1 has to be there on the L2: else the fee on L1 is spent for nothing.
class ForcedFundsTest extends PaymentStory {
    private static final Address PORTAL = Hash32.ofNumber(0x5fc8).toAddress();
    private static final Network L2 = new Network(
            new ChainId(901),
            "L2",
            "ETH",
            new Network.Layer.L2(new ChainId(1), Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);

    private static final Address ON_L1 = Hash32.ofNumber(0x70c1).toAddress();
    private static final Token BRIDGED = new Token(
            L2.chain(), Hash32.ofNumber(0x70c2).toAddress(), "Bridged", "BRDG", 6, Optional.empty(), Optional.empty());

    private final FakeChain chain2 = new FakeChain(901).with(ALICE, 7);
    private final FakeSource source2 = new FakeSource(chain2, "l2")
            .token(BRIDGED.contract(), new FakeToken("Bridged", "BRDG", 6, Address::toWord));

    ForcedFundsTest() {
        storage.networks().put(L2);
        storage.tokens().put(BRIDGED);
        chain2.at(BRIDGED.contract()).storage.put(ALICE.toWord(), BigInteger.valueOf(7));
        assertThat(new Portals(NetworkRegistry.bundled(), storage.settings()).keep(L2.chain(), PORTAL))
                .isTrue();
    }

    @Test
    void aWeiMoreThanIsThere_isSaid_ofPaymentsAndOfWithdrawals() throws InterruptedException {
        Check tooMuch =
                Check.of(Check.Kind.FORCED_TOO_MUCH, "L2", "0.000000000000000007 ETH", "0.000000000000000008 ETH");

        assertThat(forced(payment(8))).containsExactly(tooMuch);
        assertThat(forced(withdrawal(8))).containsExactly(tooMuch);
        assertThat(forced(payment(7))).isEmpty();
        assertThat(forced(withdrawal(7))).isEmpty();
    }

    @Test
    void whatTheTransactionBrings_needNotBeThere() throws InterruptedException {
        assertThat(forced(L1Orders.deposit(place(), ALICE, ALICE, Wei.of(50)))).isEmpty();
    }

    @Test
    void whereNobodyAnswers_thatIsSaid() throws InterruptedException {
        source2.twist((_, _) -> new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no route"));

        assertThat(forced(payment(1)))
                .containsExactly(Check.of(Check.Kind.FORCED_UNREAD, "L2", "0.000000000000000001 ETH"));
    }

    @Test
    void aTokenMoreThanIsThere_isSaid_ofPaymentsAndOfWithdrawals() throws InterruptedException {
        Check tooMuch = Check.of(Check.Kind.FORCED_TOO_MUCH, "L2", "0.000007 BRDG", "0.000008 BRDG");

        assertThat(forced(tokens(8))).containsExactly(tooMuch);
        assertThat(forced(tokensHome(8))).containsExactly(tooMuch);
        assertThat(forced(tokens(7))).isEmpty();
        assertThat(forced(tokensHome(7))).isEmpty();
        source2.twist((query, reply) ->
                query instanceof Query.CallOf ? new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no route") : reply);
        assertThat(forced(tokens(1))).containsExactly(Check.of(Check.Kind.FORCED_UNREAD, "L2", "0.000001 BRDG"));
    }

    private SendOrder tokens(long units) {
        return L1Orders.force(place(), ALICE, BOB, BRIDGED.contract(), BigInteger.valueOf(units));
    }

    private SendOrder tokensHome(long units) {
        ExitToken token = ExitToken.of(BRIDGED, ON_L1, BigInteger.valueOf(units));
        return L1Orders.withdrawal(place(), ALICE, ExitState.wanted(ExitState.Way.THROUGH_L1, ALICE, token));
    }

    private List<Check> forced(SendOrder order) throws InterruptedException {
        SendPlace above = new SendPlace(
                l1(), List.of(source), List.of(new SendPlace.Elsewhere(L2, source2)), Set.of(), Optional.empty());
        return ((Preparation.Ready) sending.prepare(order, above))
                .draft().checks().stream()
                        .filter(check -> check.kind().name().startsWith("FORCED_"))
                        .toList();
    }

    private SendOrder payment(long wei) {
        return L1Orders.force(place(), ALICE, BOB, Wei.of(wei), Bytes.EMPTY, Optional.empty());
    }

    private SendOrder withdrawal(long wei) {
        return L1Orders.withdrawal(place(), ALICE, ExitState.wanted(ExitState.Way.THROUGH_L1, ALICE, Wei.of(wei)));
    }

    private ExitPlace place() {
        return new ExitPlace(L2, List.of(source2), l1(), List.of(source), PORTAL);
    }
}
