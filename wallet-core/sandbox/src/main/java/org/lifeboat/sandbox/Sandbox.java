package org.lifeboat.sandbox;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.beacon.BeaconFace;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.rpc.JsonRpc;
import org.lifeboat.sandbox.rpc.RpcServer;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayWorld;

/// A world that runs: an L1 in memory with its beacon chain, and the doors through which programs talk to both.
/// Close it, and all is gone.
public final class Sandbox implements AutoCloseable {
    private final L1Node l1;
    private final Faucet faucet;
    private final RpcServer server;
    private final BeaconFace beacon;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Sandbox(L1Node l1, Faucet faucet, RpcServer server) {
        this.l1 = l1;
        this.faucet = faucet;
        this.server = server;
        this.beacon = BeaconFace.open(l1.beacon());
    }

    /// Starts a new world, in which each transaction gets a block of its own.
    /// @param clock the world's time; it can be moved ahead of it, not back
    /// @param port 0: any that is free
    /// @param version what the program calls itself
    /// @throws IOException if the port is taken
    public static Sandbox start(InstantSource clock, int port, String version) throws IOException {
        Secp256k1 curve = Secp256k1.preferred();
        NodeClock time = new NodeClock(clock);
        L1Node l1 = new L1Node(PlayWorld.genesis(time.now()), curve, time, Mining.AT_ONCE);
        Faucet faucet = new Faucet(l1, curve);
        return new Sandbox(l1, faucet, RpcServer.start(new JsonRpc(l1, faucet, version), port));
    }

    /// Where the L1 answers: `http://127.0.0.1:PORT`.
    public URI url() {
        return server.url();
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

    /// From now on there is a block at least every `interval`, as on a real chain, so that what is paid becomes
    /// final without anybody doing anything. Ends when the sandbox is closed.
    public void keepTime(Duration interval) {
        Thread.ofVirtual().name("sandbox blocks").start(() -> {
            try {
                while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    l1.mineIfIdle(interval);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    public L1Node l1() {
        return l1;
    }

    public Faucet faucet() {
        return faucet;
    }

    @Override
    public void close() {
        closed.countDown();
        beacon.close();
        server.close();
    }
}
