package org.lifeboat.sandbox;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.rpc.JsonRpc;
import org.lifeboat.sandbox.rpc.RpcServer;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayWorld;

/// A world that runs: an L1 in memory, and the door through which programs talk to it. Close it, and all is gone.
public final class Sandbox implements AutoCloseable {
    private final L1Node l1;
    private final Faucet faucet;
    private final RpcServer server;

    private Sandbox(L1Node l1, Faucet faucet, RpcServer server) {
        this.l1 = l1;
        this.faucet = faucet;
        this.server = server;
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

    public L1Node l1() {
        return l1;
    }

    public Faucet faucet() {
        return faucet;
    }

    @Override
    public void close() {
        server.close();
    }
}
