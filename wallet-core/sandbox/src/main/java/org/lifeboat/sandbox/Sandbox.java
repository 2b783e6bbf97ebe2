package org.lifeboat.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.beacon.BeaconFace;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.sandbox.rollup.RollupHistory;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.rollup.WorldSeed;
import org.lifeboat.sandbox.rpc.JsonRpc;
import org.lifeboat.sandbox.rpc.RpcServer;
import org.lifeboat.sandbox.saved.WorldFile;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.sandbox.world.SteadyFee;

/// A world that runs: an L1 in memory with its beacon chain, rollups on it, and the doors through which
/// programs talk to them. Close it, and all is gone that was not kept in a file.
public final class Sandbox implements AutoCloseable {
    /// How often those who work for the rollup look what there is to do.
    private static final Duration TURN = Duration.ofSeconds(1);

    private final L1Node l1;
    private final Faucet faucet;
    private final List<Open> rollups;
    private final List<RpcServer> doors;
    private final URI url;
    private final BeaconFace beacon;
    private final Optional<WorldFile> kept;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Runnable> atEnd = new CopyOnWriteArrayList<>();

    /// @param doors the L1's, then those of the rollups
    private Sandbox(
            L1Node l1,
            List<Rollup> rollups,
            Faucet faucet,
            BeaconFace beacon,
            List<RpcServer> doors,
            Optional<WorldFile> kept) {
        this.kept = kept;
        this.l1 = l1;
        this.faucet = faucet;
        this.doors = List.copyOf(doors);
        this.url = doors.getFirst().url();
        this.rollups = IntStream.range(0, rollups.size())
                .mapToObj(i -> new Open(rollups.get(i), doors.get(i + 1).url()))
                .toList();
        this.beacon = beacon;
    }

    /// Starts a new world, in which each transaction gets a block of its own, with all its rollups.
    /// @param clock the world's time; it can be moved ahead of it, not back
    /// @param port 0: any that is free
    /// @param version what the program calls itself
    /// @throws IOException if the port is taken
    public static Sandbox start(InstantSource clock, int port, String version) throws IOException {
        return start(clock, port, version, RollupPlan.ALL);
    }

    /// The same with these rollups alone: where one thing is played, or many worlds are.
    /// @param plans at least one
    public static Sandbox start(InstantSource clock, int port, String version, List<RollupPlan> plans)
            throws IOException {
        return start(clock, port, version, plans, WorldSeed.usual());
    }

    /// The same with another past. Two worlds of one seed that begin at one time are the same to the last byte.
    public static Sandbox start(InstantSource clock, int port, String version, List<RollupPlan> plans, WorldSeed seed)
            throws IOException {
        return open(world(begin(clock), clock, plans), plans, Optional.empty(), new Face(port, version), seed);
    }

    /// @param version what the program calls itself
    private record Face(int port, String version) {}

    /// The time of block 0: what has happened before anybody looks takes its time.
    private static long begin(InstantSource clock) {
        return clock.instant().minus(RollupHistory.SPAN).getEpochSecond();
    }

    /// Goes on with the world of a file, or begins one there. Its time has stood still while it was closed.
    /// @return empty if the file is no world's, or not one that this version can play again
    /// @throws IOException if the port is taken, or the file cannot be read and written
    public static Optional<Sandbox> resume(InstantSource clock, int port, String version, Path file)
            throws IOException {
        return resume(clock, port, version, file, WorldSeed.usual());
    }

    /// @param seed of the world where one begins; one that goes on has its past
    public static Optional<Sandbox> resume(InstantSource clock, int port, String version, Path file, WorldSeed seed)
            throws IOException {
        long begun;
        List<String> events;
        switch (WorldFile.read(file)) {
            case WorldFile.Found.Unusable _ -> {
                return Optional.empty();
            }
            case WorldFile.Found.Nothing _ -> {
                begun = begin(clock);
                events = List.of();
            }
            case WorldFile.Found.World(long genesisSeconds, List<String> told) -> {
                begun = genesisSeconds;
                events = told;
            }
        }
        L1Node l1 = world(begun, clock, RollupPlan.ALL);
        if (!WorldFile.replay(events, l1)) {
            return Optional.empty();
        }
        WorldFile kept = WorldFile.open(file, begun);
        l1.keep(kept);
        l1.clock().follow(_ -> kept.moved(l1.clock().now()));
        return Optional.of(open(l1, RollupPlan.ALL, Optional.of(kept), new Face(port, version), seed));
    }

    private static L1Node world(long genesisSeconds, InstantSource clock, List<RollupPlan> plans) {
        Genesis genesis = PlayWorld.genesis(genesisSeconds);
        for (RollupPlan plan : plans) {
            genesis = Rollup.onL1(plan, genesis);
        }
        return new L1Node(genesis, Secp256k1.preferred(), new NodeClock(clock), Mining.AT_ONCE);
    }

    /// A rollup that can be asked.
    /// @param url where its L2 answers: `http://127.0.0.1:PORT`
    public record Open(Rollup rollup, URI url) {}

    private static Sandbox open(L1Node l1, List<RollupPlan> plans, Optional<WorldFile> kept, Face face, WorldSeed seed)
            throws IOException {
        Faucet faucet = new Faucet(l1, Secp256k1.preferred());
        List<Rollup> rollups = plans.stream()
                .map(plan -> Rollup.on(l1, plan, Secp256k1.preferred()))
                .toList();
        if (l1.history().newest().number() == 0) {
            RollupHistory.happens(l1, rollups, faucet, Secp256k1.preferred(), seed);
            rollups.stream()
                    .flatMap(rollup -> rollup.faults().all().stream())
                    .findFirst()
                    .ifPresent(fault -> {
                        throw new IllegalStateException("the world's past went wrong: " + fault);
                    });
        }
        rollups.forEach(rollup -> rollup.writeBatchesTo(rollup.plan().habits().batches()));
        Runnable turn = () -> rollups.forEach(Rollup::turn);
        BeaconFace beacon = BeaconFace.open(l1.beacon());
        List<RpcServer> doors = new ArrayList<>();
        try {
            doors.add(RpcServer.start(new JsonRpc(l1, faucet, beacon, face.version(), turn), face.port()));
        } catch (IOException taken) {
            beacon.close();
            throw taken;
        }
        for (Rollup rollup : rollups) {
            doors.add(RpcServer.start(new JsonRpc(rollup, faucet, face.version(), turn), 0));
        }
        return new Sandbox(l1, rollups, faucet, beacon, doors, kept);
    }

    /// Where the L1 answers: `http://127.0.0.1:PORT`.
    public URI url() {
        return url;
    }

    /// Where the first rollup's L2 answers: `http://127.0.0.1:PORT`.
    public URI rollupUrl() {
        return rollups.getFirst().url();
    }

    /// Where a beacon node answers light clients: `http://127.0.0.1:PORT`.
    public String beaconUrl() {
        return beacon.url();
    }

    /// How the beacon chain counts its slots.
    public BeaconNetwork beaconNetwork() {
        return l1.beacon().network();
    }

    /// The root of the beacon block of slot 0, from which everything later can be checked.
    public Hash32 checkpoint() {
        return l1.beacon().rootAt(0).orElseThrow();
    }

    /// From now on there is a block of L1 at least every `interval`, as on a real chain, so that what is
    /// paid becomes final without anybody doing anything, and everybody has their turn each second. What
    /// fails is among the rollups' faults, and time goes on. Ends when it is closed.
    public void keepTime(Duration interval) {
        Thread.ofVirtual().name("sandbox blocks").start(() -> {
            try {
                while (!closed.await(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                    rollup().faults().guard("L1", l1.clock()::now, () -> l1.mineIfIdle(interval));
                    for (Open each : rollups) {
                        each.rollup().faults().guard("turn", l1.clock()::now, each.rollup()::turn);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// From now on gas on L1 costs as much, whatever happens: others fill its blocks.
    /// @param price base fee and tip together
    public void keepGasAt(Wei price) {
        SteadyFee.keep(l1, faucet, Secp256k1.preferred(), price);
    }

    /// Moves time ahead, and everybody has their turn: what was just deposited arrives on its rollup.
    public void pass(Duration span) {
        l1.clock().advance(span);
        rollups.forEach(each -> each.rollup().turn());
    }

    public L1Node l1() {
        return l1;
    }

    /// The first one.
    public Rollup rollup() {
        return rollups.getFirst().rollup();
    }

    /// All of them, each with its door.
    public List<Open> rollups() {
        return rollups;
    }

    public Faucet faucet() {
        return faucet;
    }

    /// Runs `told` when the sandbox is closed.
    public void atEnd(Runnable told) {
        atEnd.add(told);
    }

    @Override
    public void close() {
        closed.countDown();
        beacon.close();
        doors.forEach(RpcServer::close);
        kept.ifPresent(WorldFile::close);
        atEnd.forEach(Runnable::run);
        atEnd.clear();
    }
}
