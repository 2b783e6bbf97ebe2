package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.anchor.HashPath;
import org.lifeboat.engine.anchor.PathFinder;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rpc.Patience;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.opdevnet.DevnetPrograms;

/// The contract of EIP-2935 as go-ethereum keeps it: its own code, filled by the node block by block.
class RealHistoryContractTest {
    /// `params.AllDevChainProtocolChanges`, go-ethereum.
    private static final ChainId DEV = new ChainId(1_337);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BLOCKS = 45;

    @TempDir
    Path folder;

    @Test
    void blocksBeyondTheShortWalk_areTiedByWhatTheNodeKeeps() throws Exception {
        DevnetPrograms programs = DevnetPrograms.orSkip();
        int port = freePort();
        Process geth = new ProcessBuilder(
                        programs.built().resolve("geth").toString(),
                        "--dev",
                        "--datadir",
                        folder.resolve("geth").toString(),
                        "--http",
                        "--http.addr=127.0.0.1",
                        "--http.port=" + port,
                        "--http.api=eth",
                        "--authrpc.port=" + freePort(),
                        "--port=0",
                        "--nodiscover",
                        "--maxpeers=0",
                        "--ipcdisable")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("geth.log").toFile())
                .start();
        URI url = URI.create("http://127.0.0.1:" + port);
        try (RpcSources opener =
                new RpcSources(Route.DIRECT, _ -> {}, HealthBook.NONE, Patience.standard(), InstantSource.system())) {
            mine(new NodeClient(url));
            Source source = ((SourceOpener.Opened.Ready)
                            opener.open(new Endpoint(new SourceId(DEV, url.toString()), false)))
                    .source();
            BlockHeader top = header(source, BlockSelector.LATEST);
            VerifiedHead head = new VerifiedHead(1, Hash32.ZERO, top.ref(), top.stateRoot());

            for (long number : new long[] {1, 2, top.number() - 33, top.number() - 32}) {
                PathFinder.Found found = new PathFinder(List.of(source), Deadline.in(PATIENCE))
                        .find(number, head)
                        .orElseThrow();

                assertThat(found.path()).isInstanceOf(HashPath.History.class);
                assertThat(found.hash())
                        .isEqualTo(header(source, new BlockSelector.AtNumber(number))
                                .hash());
            }
        } finally {
            geth.destroy();
            if (!geth.waitFor(20, TimeUnit.SECONDS)) {
                geth.destroyForcibly();
            }
        }
    }

    /// Each transaction has a block of its own.
    private static void mine(NodeClient node) {
        String account = waitForAccount(node);
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        for (int block = 1; block <= BLOCKS; block++) {
            node.rpc(
                    "eth_sendTransaction",
                    "[{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x1\"}]".formatted(account, account));
            while (number(node) < block && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
        }
        assertThat(number(node)).isGreaterThanOrEqualTo(BLOCKS);
    }

    private static long number(NodeClient node) {
        return Long.decode(node.rpc("eth_blockNumber", "[]").stringValue());
    }

    private static String waitForAccount(NodeClient node) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (true) {
            try {
                return node.rpc("eth_accounts", "[]").get(0).stringValue();
            } catch (RuntimeException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static BlockHeader header(Source source, BlockSelector block) {
        HeaderClaim claim = source.ask(new Query.HeaderOf(block), Purpose.FOLLOW_L1, PATIENCE)
                .got()
                .orElseThrow()
                .orElseThrow();
        return ((Answer.Proven<BlockHeader>) BlockHeader.fromFields(claim.fields(), claim.claimedHash())).value();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
