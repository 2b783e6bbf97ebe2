package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.anchor.RollupAnchors;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.PostedRoots;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.Powers;
import org.lifeboat.rollups.opstack.TokenExit;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.sandbox.beacon.Payloads;
import org.lifeboat.sandbox.beacon.Trick;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetForm;
import org.lifeboat.testkit.opdevnet.DevnetOptions;
import org.lifeboat.testkit.opdevnet.OnDevnetForms;
import org.lifeboat.testkit.opdevnet.OpDevnet;

/// A balance on a real OP Stack rises by the roots that its own proposer posts on its own L1, whose blocks
/// are the payloads of a beacon chain that the light client follows.
class RollupOnDevnetTest {
    private static final int MOST_LOOKS = 120;

    /// Source: specification, predeploys, "WETH9".
    private static final Address WRAPPED_ETHER = Address.fromHex("0x4200000000000000000000000000000000000006");

    /// Slots in which each L1 block is shown: finality is some twenty slots behind.
    private static final int SLOTS_A_BLOCK = 4;

    @TempDir
    Path folder;

    @OnDevnetForms
    void aBalanceOnARollup_isMatchedThenPostedThenFinal(DevnetForm form) throws Exception {
        try (OpDevnet devnet = OpDevnet.start(form.on(DevnetOptions.standard()).clocks(20, 12, 6));
                Followed world = new Followed(folder, devnet.facts())) {
            Figure.Known first = AnchoredChain.newest(world.refresh());
            assertThat(first.assurance()).isEqualTo(Assurance.MATCHED);

            // A root for an earlier block may come first; it does not vouch for what was read at a later one.
            Row posted = world.until(row -> level(row) == Assurance.Level.POSTED
                    && AnchoredChain.vouched(row).block().number()
                            >= first.block().number());
            assertThat(AnchoredChain.vouched(posted).amount()).isEqualTo(first.amount());
            assertThat(world.bridge())
                    .isInstanceOfSatisfying(
                            Exits.BridgeSeen.Read.class,
                            read -> assertThat(read.assurance().level()).isEqualTo(Assurance.Level.POSTED));

            assertThat(world.powers()).hasValueSatisfying(powers -> {
                assertThat(powers.codes()).containsOnlyKeys(named(form));
                assertThat(powers.upgrader()).contains(admin(devnet.facts()));
                assertThat(powers.delay()).as("it can come at once").isEmpty();
            });
            assertThat(world.token(WRAPPED_ETHER))
                    .as("it names no counterpart on L1")
                    .hasValueSatisfying(seen -> {
                        assertThat(seen.exit()).isEqualTo(new TokenExit.NoCounterpart());
                        assertThat(seen.ofL2()).isEqualTo(Assurance.MATCHED);
                    });
            world.until(_ -> world.hasFinal());
        }
    }

    /// Neither generation has an output oracle; the first one's portal names no registry of anchors.
    private static Set<Powers.Role> named(DevnetForm form) {
        return form.contracts() == DevnetOptions.Contracts.FIRST_FAULT_PROOFS
                ? EnumSet.complementOf(EnumSet.of(Powers.Role.ORACLE, Powers.Role.REGISTRY))
                : EnumSet.complementOf(EnumSet.of(Powers.Role.ORACLE));
    }

    private static Address admin(DevnetFacts facts) {
        return Address.fromHex(facts.account(DevnetFacts.Role.ADMIN).address());
    }

    private static Assurance.Level level(Row row) {
        return AnchoredChain.vouched(row).assurance().level();
    }

    /// The devnet with a light client on its L1.
    private static final class Followed implements AutoCloseable {
        private final BeaconWorld world;
        private final RpcSources opener;
        private final Source l1;
        private final Source l2;
        private final Follower follower;
        private final List<BeaconSource> beacons;
        private final Address owner;
        private final Address portal;
        private final Balances balances;
        private final Network below;
        private final Network rollup;
        private long slot = 7;
        private long shown;

        Followed(Path folder, DevnetFacts facts) {
            world = new BeaconWorld(folder, BeaconWorld.minimal());
            new Beacons(world.store().sync()).confirmNetwork(BeaconWorld.CHAIN, BeaconWorld.minimal());
            opener = new RpcSources(
                    Route.DIRECT, _ -> {}, HealthBook.NONE, org.lifeboat.rpc.Patience.standard(), world::now);
            l1 = source(facts.l1ChainId(), facts.l1());
            l2 = source(facts.l2ChainId(), facts.sequencer());
            below = network(facts.l1ChainId(), new Network.Layer.L1());
            rollup = network(
                    facts.l2ChainId(), new Network.Layer.L2(new ChainId(facts.l1ChainId()), Network.Stack.OP_STACK));
            owner = Address.fromHex(facts.account(DevnetFacts.Role.USER).address());
            portal = Address.fromHex(facts.contract("OptimismPortal2"));
            world.store().accounts().put(new Account(owner, "Mine", new Account.Kind.WatchOnly(), 0, false));
            for (int i = 0; i < 3; i++) {
                show();
            }
            follower = world.follower();
            follower.begin(world.checkpointAt(9));
            beacons = world.sources(world.face(Trick.HONEST));
            balances = new Balances(
                    world.store().balances(),
                    world::now,
                    new RollupAnchors(
                            world.store(),
                            _ -> Optional.of(place()),
                            PostedRoots.ofBridge(Duration.ofSeconds(20)),
                            TokenList.bundled(),
                            1));
        }

        private static Network network(long chain, Network.Layer layer) {
            return new Network(new ChainId(chain), "Dev " + chain, "ETH", layer, true, Network.Origin.USER);
        }

        private Source source(long chain, NodeClient node) {
            SourceId id = new SourceId(new ChainId(chain), node.url().toString());
            return ((SourceOpener.Opened.Ready) opener.open(new Endpoint(id, false))).source();
        }

        private ExitPlace place() {
            SyncStatus status = BeaconWorld.round(follower, beacons).status();
            return new ExitPlace(rollup, List.of(l2), below, List.of(l1), portal, Optional.of(status));
        }

        Exits.BridgeSeen bridge() {
            return exits().bridge(place());
        }

        Optional<Powers> powers() {
            return exits().risks(place());
        }

        Optional<Exits.TokenSeen> token(Address token) {
            return exits().token(place(), token);
        }

        private Exits exits() {
            return new Exits(world.store(), world::now, Duration.ofSeconds(20));
        }

        /// Lets L1's newest block be the payload of the next slots, once it is a new one.
        private void show() {
            BlockHeader header = newest();
            while (header.number() == shown) {
                header = newest();
            }
            shown = header.number();
            for (int i = 0; i < SLOTS_A_BLOCK; i++) {
                slot++;
                world.chain().append(slot, Payloads.of(header));
            }
            world.clockAt(slot + 1);
        }

        private BlockHeader newest() {
            return l1.ask(new Query.HeaderOf(BlockSelector.LATEST), Purpose.FOLLOW_L1, Duration.ofSeconds(10))
                    .got()
                    .flatMap(found -> found)
                    .flatMap(claim -> BlockHeader.fromFields(claim.fields(), claim.claimedHash())
                                    instanceof Answer.Proven<BlockHeader>(BlockHeader header)
                            ? Optional.of(header)
                            : Optional.empty())
                    .orElseThrow(() -> new AssertionError("the L1 names no block"));
        }

        Row refresh() throws InterruptedException {
            Watch watch = new Watch(rollup, List.of(l2), List.of(owner), List.of());
            return balances.refresh(List.of(watch), Patience.SLOW_LINE, _ -> {})
                    .networks()
                    .getFirst()
                    .rows()
                    .getFirst();
        }

        boolean hasFinal() {
            return world.store().balances().of(rollup.chain(), owner).stream()
                    .anyMatch(reading -> reading.assurance().level() == Assurance.Level.FINAL);
        }

        Row until(Predicate<Row> reached) throws InterruptedException {
            for (int look = 0; look < MOST_LOOKS; look++) {
                show();
                Row row = refresh();
                if (reached.test(row)) {
                    return row;
                }
            }
            throw new AssertionError("not reached in " + MOST_LOOKS + " blocks of L1");
        }

        @Override
        public void close() {
            opener.close();
            world.close();
        }
    }
}
