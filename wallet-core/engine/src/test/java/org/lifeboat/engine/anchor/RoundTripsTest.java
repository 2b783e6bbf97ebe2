package org.lifeboat.engine.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.PostedRoots;
import org.lifeboat.engine.fake.CountedChain;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSync;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OutputRoot;

/// How often the server of a rollup is asked for the balances of twenty accounts, by counting.
class RoundTripsTest {
    private static final int ACCOUNTS = 20;
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
    private static final Network ROLLUP = new Network(
            RollupChain.ID,
            "Roll",
            "ETH",
            new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);
    private static final Network L1 =
            new Network(ChainId.ETHEREUM, "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakeChain state = new FakeChain(RollupChain.ID.value());
    private final List<Game> posted = new ArrayList<>();
    private long l1Block = 1_000;

    @Test
    void twentyAccounts_areProvenInTwo_andTiedToARootInTwo() throws InterruptedException {
        List<Address> accounts = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            Address account = Hash32.ofNumber(0xacc0 + i).toAddress();
            state.with(account, 100 + i);
            storage.accounts().put(new Account(account, "", new Account.Kind.WatchOnly(), i, false));
            accounts.add(account);
        }
        CountedChain server = new CountedChain(state, 50);
        RollupAnchors anchors =
                new RollupAnchors(storage, _ -> Optional.of(place(server)), new Roots(), TokenList.bundled(), 1);
        Instant now = Instant.ofEpochSecond(server.header(50).unixSeconds() + 1);
        Balances balances = new Balances(storage.balances(), InstantSource.fixed(now), anchors);

        balances.refresh(List.of(new Watch(ROLLUP, List.of(server), accounts, List.of())), PATIENCE, _ -> {});
        assertThat(server.requests()).as("the head, then all proofs").hasSizeLessThanOrEqualTo(2);
        assertThat(vouched(accounts)).isZero();

        // Further away the contract of EIP-2935 shows it by one proof instead of the headers.
        server.grow(70);
        Hash32 root = OutputRoot.of(server.header(70)).orElseThrow().hash();
        posted.add(FakeBridge.game(1, 70, root));
        l1Block++;
        anchors.take(ROLLUP);
        assertThat(server.requests())
                .as("the root's header, then all headers down to the proofs")
                .hasSizeLessThanOrEqualTo(2);
        assertThat(vouched(accounts)).isEqualTo(ACCOUNTS);
    }

    private long vouched(List<Address> accounts) {
        return accounts.stream()
                .filter(account -> storage.balances().of(RollupChain.ID, account, Optional.empty()).stream()
                        .anyMatch(reading -> reading.assurance().level() == Assurance.Level.POSTED))
                .count();
    }

    private ExitPlace place(CountedChain server) {
        VerifiedHead head = new VerifiedHead(
                20_000_000 + l1Block, Hash32.ZERO, new BlockRef(l1Block, Hash32.ofNumber(l1Block), 0), Hash32.ZERO);
        return new ExitPlace(
                ROLLUP,
                List.of(server),
                L1,
                List.of(),
                FakeBridge.PORTAL,
                Optional.of(FakeSync.in(SyncStatus.Phase.FOLLOWING, head)));
    }

    /// What L1 says.
    private final class Roots implements PostedRoots {
        @Override
        public Optional<Posted> signed(ExitPlace place, Collection<Met> asked) {
            return Optional.of(posted(posted));
        }

        @Override
        public Optional<Posted> settled(ExitPlace place, Collection<Met> asked) {
            return Optional.of(posted(List.of()));
        }

        private Posted posted(List<Game> newest) {
            return new Posted(FakeBridge.bridge(false), new L1Time(9_500), newest, Map.of());
        }
    }
}
