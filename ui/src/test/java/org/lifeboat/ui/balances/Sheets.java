package org.lifeboat.ui.balances;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Position;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.ReadyBook;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.watch.ExitWatch;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.states.Condition;

/// Sheets for tests and pictures; invented money on invented accounts.
public final class Sheets {
    public static final Address ONE = Address.fromHex("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
    public static final Address TWO = Address.fromHex("0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359");
    public static final Map<Address, String> NAMES = Map.of(ONE, "Account 1", TWO, "Savings of the whole family, 2019");
    public static final Network ETHEREUM = network(1, "Ethereum", new Network.Layer.L1());
    public static final Network OPTIMISM =
            network(10, "OP Mainnet", new Network.Layer.L2(new ChainId(1), Network.Stack.OP_STACK));
    public static final Network BASE =
            network(8453, "Base", new Network.Layer.L2(new ChainId(1), Network.Stack.OP_STACK));
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");

    private Sheets() {}

    private static Network network(long chain, String name, Network.Layer layer) {
        return new Network(new ChainId(chain), name, "ETH", layer, false, Network.Origin.BUNDLED);
    }

    public static Token usdc(Network network) {
        return new Token(
                network.chain(),
                Address.fromHex("0x00000000000000000000000000000000000000aa"),
                "USD Coin",
                "USDC",
                6,
                Optional.of("usdc"),
                Optional.empty());
    }

    private static final Duration FINAL_AGE = Duration.ofMinutes(13);

    static Figure.Known known(Network network, String amount, int decimals, Assurance assurance, Duration age) {
        return new Figure.Known(
                TokenAmount.parse(amount, decimals),
                assurance,
                new BlockRef(
                        21_004_113 + network.chain().value() - age.toSeconds() / 12, // what is older is further down
                        Hash32.ofNumber(BigInteger.valueOf(77)),
                        1_795_266_000L),
                NOW.minus(age),
                new SourceId(network.chain(), "http://127.0.0.1:8545"),
                List.of());
    }

    static Row coin(Network network, Address account, Figure figure) {
        return row(network, account, new Asset.Coin(network), figure);
    }

    static Row token(Network network, Address account, Figure figure) {
        return row(network, account, new Asset.Erc20(usdc(network), false), figure);
    }

    private static Row row(Network network, Address account, Asset asset, Figure figure) {
        Vouched vouched =
                network.isL2() ? new Vouched.NoneYet(Note.of(Note.Kind.NO_L1_VERIFIER)) : new Vouched.NotApplicable();
        return new Row(new Position(account, asset), figure, vouched);
    }

    static NetworkReport read(Network network, Row... rows) {
        var source = new SourceId(network.chain(), "http://127.0.0.1:8545");
        var block = new BlockRef(21_004_113, Hash32.ofNumber(BigInteger.valueOf(77)), 1_795_266_000L);
        return new NetworkReport(
                network,
                new NetworkReport.State.Read(source, block, 1, Duration.ofMillis(180)),
                List.of(rows),
                List.of(),
                List.of());
    }

    static NetworkReport unread(Network network, List<Disagreement> disagreements, Row... rows) {
        return new NetworkReport(
                network,
                new NetworkReport.State.Unread(Duration.ofMillis(2500)),
                List.of(rows),
                disagreements,
                List.of());
    }

    /// All networks answered.
    public static BalanceSheet whole() {
        return BalanceSheet.of(NOW, List.of(ethereum(Duration.ofSeconds(2)), optimism(Duration.ofSeconds(2)), base()));
    }

    private static NetworkReport ethereum(Duration age) {
        return read(
                ETHEREUM,
                new Row(
                        new Position(ONE, new Asset.Coin(ETHEREUM)),
                        known(ETHEREUM, "1", 18, Assurance.MATCHED, age),
                        new Vouched.Known(known(
                                ETHEREUM, "0.95", 18, new Assurance(Assurance.Level.FINAL, Set.of()), FINAL_AGE))),
                coin(ETHEREUM, TWO, known(ETHEREUM, "12.345678901234567891", 18, Assurance.MATCHED, age)),
                token(ETHEREUM, ONE, known(ETHEREUM, "812.5", 6, Assurance.CLAIMED, age)),
                token(ETHEREUM, TWO, known(ETHEREUM, "0", 6, Assurance.MATCHED, age)));
    }

    /// What stands above the figures of a profile that has looked at its ways out.
    public static Outlook outlook(BalanceSheet sheet) {
        Instant later = NOW.plus(Duration.ofDays(3));
        ReadyBook.Entry yes = new ReadyBook.Entry(
                true, Optional.empty(), Optional.of(Wei.of(1)), Wei.of(100), Optional.of(Duration.ofDays(8)), NOW);
        return Outlook.of(
                sheet,
                (_, _) -> Optional.of(yes),
                List.of(
                        home(3, "0.2", new ExitWatch.Stood(ExitStage.WAITING, Optional.of(later))),
                        home(4, "1.5", new ExitWatch.Stood(ExitStage.CAN_PROVE, Optional.empty())),
                        home(5, "4", new ExitWatch.Stood(ExitStage.NO_ROOT, Optional.empty()))));
    }

    private static Outlook.Homebound home(long id, String amount, ExitWatch.Stood stood) {
        Exits.Plan plan = new Exits.Plan(
                new PlanStore.Id(id),
                OPTIMISM.chain(),
                ONE,
                ExitState.wanted(
                        ExitState.Way.SEQUENCER,
                        ONE,
                        new Wei(TokenAmount.parse(amount, 18).units())),
                NOW.minus(Duration.ofDays(4)));
        return new Outlook.Homebound(plan, Optional.of(OPTIMISM), Optional.of(stood));
    }

    private static NetworkReport optimism(Duration age) {
        return read(
                OPTIMISM,
                new Row(
                        new Position(ONE, new Asset.Coin(OPTIMISM)),
                        known(OPTIMISM, "2", 18, Assurance.MATCHED, age),
                        new Vouched.Known(
                                known(
                                        OPTIMISM,
                                        "1.9",
                                        18,
                                        new Assurance(Assurance.Level.POSTED, Set.of()),
                                        Duration.ofMinutes(52)),
                                Optional.of(NOW.plus(Duration.ofHours(163))))),
                coin(OPTIMISM, TWO, known(OPTIMISM, "0", 18, Assurance.MATCHED, age)),
                token(OPTIMISM, ONE, known(OPTIMISM, "1048576.123456", 6, Assurance.CLAIMED, age)),
                token(OPTIMISM, TWO, known(OPTIMISM, "0", 6, Assurance.CLAIMED, age)));
    }

    private static NetworkReport base() {
        return read(BASE, coin(BASE, ONE, known(BASE, "0.014", 18, Assurance.CLAIMED, Duration.ofSeconds(3))));
    }

    /// Base did not answer; its last figure is forty-one minutes old.
    public static BalanceSheet partial() {
        Figure problem = new Figure.Problem(
                Figure.Outcome.COULD_NOT_ASK,
                List.of(Note.of(Note.Kind.OUT_OF_TIME)),
                Optional.of(known(BASE, "0.014", 18, Assurance.CLAIMED, Duration.ofMinutes(41))));
        Figure nothing = new Figure.Problem(
                Figure.Outcome.COULD_NOT_ASK, List.of(Note.of(Note.Kind.OUT_OF_TIME)), Optional.empty());
        return BalanceSheet.of(
                NOW,
                List.of(
                        ethereum(Duration.ofSeconds(2)),
                        optimism(Duration.ofSeconds(2)),
                        unread(BASE, List.of(), coin(BASE, ONE, problem), coin(BASE, TWO, nothing))));
    }

    /// Nobody answered for hours.
    public static BalanceSheet offline() {
        return BalanceSheet.of(
                NOW,
                List.of(
                        unread(ETHEREUM, List.of(), coin(ETHEREUM, ONE, old(ETHEREUM, "1"))),
                        unread(OPTIMISM, List.of(), coin(OPTIMISM, ONE, old(OPTIMISM, "2")))));
    }

    /// Everything is from this morning.
    public static BalanceSheet stale() {
        return BalanceSheet.of(NOW, List.of(ethereum(Duration.ofHours(3)), optimism(Duration.ofHours(3))));
    }

    private static Figure old(Network network, String amount) {
        return new Figure.Problem(
                Figure.Outcome.COULD_NOT_ASK,
                List.of(Note.of(Note.Kind.NO_SOURCE)),
                Optional.of(known(network, amount, 18, Assurance.CLAIMED, Duration.ofHours(5))));
    }

    /// A source of OP Mainnet was caught.
    public static BalanceSheet refuted() {
        Contradiction contradiction = new Contradiction(
                Contradiction.What.BALANCE, ONE.toChecksum(), "5000000000000000000", "2000000000000000000");
        Disagreement caught =
                new Disagreement(new SourceId(OPTIMISM.chain(), "https://node.example/key"), contradiction);
        Figure problem = new Figure.Problem(
                Figure.Outcome.REFUTED,
                List.of(),
                Optional.of(known(OPTIMISM, "2", 18, Assurance.MATCHED, Duration.ofHours(1))));
        return BalanceSheet.of(
                NOW,
                List.of(
                        ethereum(Duration.ofSeconds(2)),
                        unread(OPTIMISM, List.of(caught), coin(OPTIMISM, ONE, problem))));
    }

    /// Base did not answer, and nothing is remembered of so many tokens there.
    public static BalanceSheet manySilent(int tokens) {
        Figure nothing = new Figure.Problem(
                Figure.Outcome.COULD_NOT_ASK, List.of(Note.of(Note.Kind.OUT_OF_TIME)), Optional.empty());
        List<Row> rows = new ArrayList<>(List.of(coin(BASE, ONE, nothing)));
        for (int i = 1; i <= tokens; i++) {
            Token token = new Token(
                    BASE.chain(),
                    Hash32.ofNumber(0xa0 + i).toAddress(),
                    "Token " + i,
                    "TOK" + i,
                    18,
                    Optional.empty(),
                    Optional.empty());
            rows.add(row(BASE, ONE, new Asset.Erc20(token, false), nothing));
        }
        return BalanceSheet.of(NOW, List.of(unread(BASE, List.of(), rows.toArray(new Row[0]))));
    }

    /// The condition that goes with [#refuted].
    public static Condition caught() {
        return BalancesViewModel.conditions(refuted()).getFirst();
    }
}
