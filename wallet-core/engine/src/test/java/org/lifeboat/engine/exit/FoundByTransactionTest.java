package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.fake.AnsweringSource;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Withdrawal;

/// A withdrawal of which nothing is left but the hash of the transaction that began it.
class FoundByTransactionTest {
    private static final Address USER = TokenMoves.USER;
    private static final List<Address> WALLET = List.of(Hash32.ofNumber(0xa11ce).toAddress(), USER);
    private static final Hash32 HASH = Hash32.ofNumber(77);
    private static final Network L1 =
            new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    private static final Network L2 = new Network(
            new ChainId(901),
            "L2",
            "ETH",
            new Network.Layer.L2(new ChainId(900), Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);

    private final Exits exits = new Exits(new InMemoryStorage(), InstantSource.system(), Duration.ofSeconds(5));
    private final Server one = new Server("https://one.example");
    private final Server two = new Server("https://two.example");

    @Test
    void coinAndTokens_ofOneTransaction_areFound_andKnownTheNextTime() {
        one.has(true, coin(USER, 1), TokenMoves.home(USER, USER, 9), coin(TokenMoves.STRANGER, 2));

        assertThat(search()).isInstanceOfSatisfying(ExitSearch.Sent.Own.class, own -> {
            assertThat(own.known()).isZero();
            assertThat(own.fresh())
                    .allSatisfy(plan -> assertThat(plan.account()).isEqualTo(USER))
                    .extracting(plan -> plan.state().withdrawal().orElseThrow())
                    .containsExactly(coin(USER, 1), TokenMoves.home(USER, USER, 9));
        });
        assertThat(search()).isEqualTo(new ExitSearch.Sent.Own(List.of(), 2));
        assertThat(exits.all()).hasSize(2);
    }

    @Test
    void whatOneSourceDoesNotHave_anotherIsAskedFor() {
        two.has(true, coin(USER, 1));

        assertThat(search()).isInstanceOf(ExitSearch.Sent.Own.class);
    }

    @Test
    void whatIsNoWithdrawalOfTheUser_isSaidAsWhatItIs_andMakesNoPlan() {
        assertThat(search()).isEqualTo(new ExitSearch.Sent.InNoBlock());
        one.has(true, coin(TokenMoves.STRANGER, 1), TokenMoves.home(TokenMoves.STRANGER, USER, 9));
        assertThat(search()).isEqualTo(new ExitSearch.Sent.NotMine());
        one.has(true);
        assertThat(search()).isEqualTo(new ExitSearch.Sent.NoWithdrawal());
        one.has(false, coin(USER, 1));
        assertThat(search()).isEqualTo(new ExitSearch.Sent.Reverted());
        one.silent = true;
        assertThat(search()).as("the other one answers").isEqualTo(new ExitSearch.Sent.InNoBlock());
        two.silent = true;
        assertThat(search()).isEqualTo(new ExitSearch.Sent.Silent());
        assertThat(exits.all()).isEmpty();
    }

    private ExitSearch.Sent search() {
        return exits.search(new ExitPlace(L2, List.of(one, two), L1, List.of(), FakeBridge.PORTAL))
                .in(HASH, WALLET);
    }

    private static Withdrawal coin(Address from, long wei) {
        return new Withdrawal(BigInteger.valueOf(wei), from, from, Wei.of(wei), BigInteger.TEN, Bytes.EMPTY);
    }

    private static final class Server extends AnsweringSource {
        private final String url;
        private final Map<Hash32, ReceiptClaim> receipts = new HashMap<>();
        private boolean silent;

        private Server(String url) {
            this.url = url;
        }

        private void has(boolean succeeded, Withdrawal... sent) {
            List<LogClaim> logs = List.of(sent).stream()
                    .map(one -> TokenMoves.passed(one, HASH))
                    .toList();
            receipts.put(
                    HASH,
                    new ReceiptClaim(
                            HASH,
                            Hash32.ofNumber(40),
                            40,
                            succeeded,
                            new Gas(1),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            logs));
        }

        @Override
        public SourceId id() {
            return new SourceId(L2.chain(), url);
        }

        @Override
        protected Reply<?> answer(Query<?> query) {
            return query instanceof Query.ReceiptOf(Hash32 hash) && !silent
                    ? new Reply.Got<>(Optional.ofNullable(receipts.get(hash)))
                    : new Reply.Refused<>(-32_601, "no such method", Optional.empty());
        }
    }
}
