package org.lifeboat.conformance.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Bench;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.RecentRequests;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.store.Opening;
import org.lifeboat.store.ProfileStore;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.solidity.DeployedToken;
import org.lifeboat.testkit.solidity.TestContracts;
import org.lifeboat.testkit.solidity.TestToken;
import org.lifeboat.testkit.vectors.VectorSource;

/// A refresh of the balance sheet: requests and CPU against real nodes, and time with slow and dead sources.
public final class BalancesBench implements Bench {
    private static final int TOKENS = 30;
    private static final int ROUNDS = 40;
    private static final int WARM_UP = 40;
    private static final Duration ROUND_TRIP = Duration.ofMillis(200);

    @Override
    public String name() {
        return "balances";
    }

    @Override
    public String description() {
        return "Balance sheet: requests and CPU of a refresh, time with slow and dead sources";
    }

    @Override
    public void run(VectorSource vectors, PrintStream out) throws IOException {
        try (ProfileStore store = openStore()) {
            Balances balances = new Balances(store.balances(), InstantSource.system());
            refreshAgainstAnvil(balances, out);
            slowAndDead(balances, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProfileStore openStore() throws IOException {
        Opening opening = ProfileStore.open(Files.createTempDirectory("bench").resolve("profile.db"));
        if (opening instanceof Opening.Opened(ProfileStore store)) {
            return store;
        }
        throw new IllegalStateException("an empty profile does not open");
    }

    /// Ten accounts, thirty pinned tokens, two networks.
    private static void refreshAgainstAnvil(Balances balances, PrintStream out) throws InterruptedException {
        try (AnvilNode one = AnvilNode.l1(31_337);
                AnvilNode two = AnvilNode.optimism(31_338)) {
            RecentRequests log = new RecentRequests(10_000);
            List<Watch> watches = List.of(watch(one, log), watch(two, log));
            for (int i = 0; i < WARM_UP; i++) {
                balances.refresh(watches, Patience.SLOW_LINE, _ -> {});
            }
            int before = log.entries().size();
            long cpu = cpuNanos();
            long wall = System.nanoTime();
            BalanceSheet sheet = balances.refresh(watches, Patience.SLOW_LINE, _ -> {});
            for (int i = 1; i < ROUNDS; i++) {
                sheet = balances.refresh(watches, Patience.SLOW_LINE, _ -> {});
            }
            double wallMillis = (System.nanoTime() - wall) / 1e6 / ROUNDS;
            double cpuMillis = (cpuNanos() - cpu) / 1e6 / ROUNDS;
            double requests = (log.entries().size() - before) / 2.0 / ROUNDS;
            out.printf("refresh of 10 accounts x %d tokens x 2 networks%n", TOKENS);
            out.printf("  figures, of them matched        %d, %d%n", figures(sheet, false), figures(sheet, true));
            out.printf("  HTTP requests a network         %.1f%n", requests);
            out.printf("  CPU a refresh, both networks    %.1f ms%n", cpuMillis);
            out.printf("  wall time a refresh             %.1f ms%n", wallMillis);
        }
    }

    private static Watch watch(AnvilNode node, RecentRequests log) {
        List<Address> accounts =
                node.accounts().stream().map(Address::fromHex).limit(10).toList();
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < TOKENS; i++) {
            DeployedToken deployed = TestContracts.deploy(node, TestToken.PLAIN);
            for (Address account : accounts) {
                deployed.mint(account.toHex(), BigInteger.valueOf(1_000L + i));
            }
            tokens.add(token(node, deployed));
        }
        return new Watch(network(node.chainId()), List.of(source(node, log)), accounts, tokens);
    }

    private static Token token(AnvilNode node, DeployedToken deployed) {
        String code = node.rpc("eth_getCode", "[\"" + deployed.address() + "\",\"latest\"]")
                .stringValue();
        Token.BalanceSlot slot = new Token.BalanceSlot(Token.BalanceSlot.Order.KEY_THEN_SLOT, Hash32.ZERO);
        return new Token(
                new ChainId(node.chainId()),
                Address.fromHex(deployed.address()),
                "Token",
                "TOK",
                18,
                Optional.empty(),
                Optional.of(new Token.Pin(slot, Keccak256.hash(Bytes.fromHex(code)), Optional.empty())));
    }

    /// Twelve networks at 200 ms a round trip, two of them dead.
    private static void slowAndDead(Balances balances, PrintStream out) throws InterruptedException {
        List<AnvilNode> nodes = new ArrayList<>();
        try {
            List<Watch> watches = new ArrayList<>();
            for (long id = 0; id < 12; id++) {
                if (id % 6 == 5) {
                    watches.add(new Watch(
                            network(40_000 + id),
                            List.of(SlowSource.dead(40_000 + id)),
                            List.of(Address.ZERO),
                            List.of()));
                    continue;
                }
                AnvilNode node = AnvilNode.l1(40_000 + id);
                nodes.add(node);
                node.mine(1);
                Source slow = SlowSource.delayed(source(node, new RecentRequests(10)), ROUND_TRIP);
                Address account = Address.fromHex(node.accounts().getFirst());
                watches.add(new Watch(network(40_000 + id), List.of(slow), List.of(account), List.of()));
            }
            long began = System.nanoTime();
            BalanceSheet sheet = balances.refresh(watches, Patience.SCREEN, _ -> {});
            double seconds = (System.nanoTime() - began) / 1e9;
            long read =
                    sheet.networks().stream().filter(NetworkReport::complete).count();
            out.printf("12 networks at 200 ms, two of them dead%n");
            out.printf("  whole sheet                     %.2f s, %d networks read%n", seconds, read);
            sheet.networks().stream()
                    .filter(report -> !report.complete())
                    .forEach(report -> out.println("  not read: " + report.notes()));
        } finally {
            nodes.forEach(AnvilNode::close);
        }
    }

    private static long figures(BalanceSheet sheet, boolean matched) {
        return sheet.networks().stream()
                .flatMap(report -> report.rows().stream())
                .filter(row -> row.newest() instanceof Figure.Known known
                        && (!matched || known.assurance().has(Assurance.Mark.MATCHED)))
                .count();
    }

    private static Source source(AnvilNode node, RecentRequests log) {
        RpcSources sources =
                new RpcSources(Route.DIRECT, log, org.lifeboat.rpc.Patience.standard(), InstantSource.system());
        SourceId id = new SourceId(new ChainId(node.chainId()), node.url().toString());
        if (sources.open(new Endpoint(id, false)) instanceof SourceOpener.Opened.Ready(Source source)) {
            return source;
        }
        throw new IllegalStateException("a node on this machine may not be asked");
    }

    private static Network network(long id) {
        return new Network(
                new ChainId(id), "Network " + id, "ETH", new Network.Layer.Unstated(), true, Network.Origin.USER);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
