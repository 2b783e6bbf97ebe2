package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Position;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;

class ReachTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");
    private static final Address OWN = Address.fromHex("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
    private static final Network L1 = network(1, new Network.Layer.L1());
    private static final Network L2 = network(10, new Network.Layer.L2(new ChainId(1), Network.Stack.OP_STACK));
    private static final Network OTHER = network(8453, new Network.Layer.L2(new ChainId(1), Network.Stack.OP_STACK));
    private static final Network SIDE = network(137, new Network.Layer.Sidechain());
    private static final Assurance POSTED = new Assurance(Assurance.Level.POSTED, Set.of());
    private static final Assurance FINAL = new Assurance(Assurance.Level.FINAL, Set.of());
    private static final ReadyBook.Entry YES =
            way(Optional.of(Wei.of(60)), Optional.of(Duration.ofDays(8)), NOW.minusSeconds(60));

    @Test
    void onL1_theSmallerOfTheTwoFiguresIsAtHand_theRestIsAServersWord() {
        Reach.Part part = only(sheet(L1, row(L1, "3", Assurance.MATCHED, vouched(L1, "2", FINAL))), Reach.Ways.NONE);

        assertThat(part.now()).isEqualTo(eth("2"));
        assertThat(part.further()).isEqualTo(eth("1"));
        assertThat(part.later()).isEqualTo(eth("0"));
    }

    @Test
    void moneyThatWasSpentSinceL1VouchedForIt_isNotCountedOn() {
        Reach.Part part = only(sheet(L1, row(L1, "1", Assurance.MATCHED, vouched(L1, "5", FINAL))), Reach.Ways.NONE);

        assertThat(part.now()).isEqualTo(eth("1"));
        assertThat(part.further()).isEqualTo(eth("0"));
    }

    @Test
    void anL2sCoin_isLater_withTheDate_whereTheLastLookSaidYes() {
        Reach.Part part =
                only(sheet(L2, row(L2, "3", Assurance.MATCHED, vouched(L2, "2", POSTED))), (_, _) -> Optional.of(YES));

        assertThat(part.now()).isEqualTo(eth("0"));
        assertThat(part.later()).isEqualTo(eth("2"));
        assertThat(part.by()).contains(NOW.plus(Duration.ofDays(8)));
        assertThat(part.further()).isEqualTo(eth("1"));
    }

    @Test
    void anL2sCoin_isFurther_withoutALook_afterANo_whereOthersMustPostRoots_andAfterAYesThatIsOld() {
        BalanceSheet sheet = sheet(L2, row(L2, "3", Assurance.MATCHED, vouched(L2, "3", FINAL)));
        var shut = new ReadyBook.Entry(
                false, Optional.empty(), Optional.empty(), Wei.of(100), Optional.of(Duration.ofDays(8)), NOW);
        var poor = new ReadyBook.Entry(
                true, Optional.of(Wei.of(1)), Optional.empty(), Wei.of(100), Optional.of(Duration.ofDays(8)), NOW);
        var old = way(Optional.of(Wei.of(60)), Optional.of(Duration.ofDays(8)), NOW.minus(Duration.ofDays(2)));
        var whileRoots = way(Optional.empty(), Optional.of(Duration.ofDays(8)), NOW);

        for (Reach.Ways ways : List.<Reach.Ways>of(
                Reach.Ways.NONE,
                (_, _) -> Optional.of(shut),
                (_, _) -> Optional.of(poor),
                (_, _) -> Optional.of(whileRoots),
                (_, _) -> Optional.of(old))) {
            assertThat(only(sheet, ways).later()).isEqualTo(eth("0"));
            assertThat(only(sheet, ways).further()).isEqualTo(eth("3"));
        }
    }

    @Test
    void aWayOfUnknownLength_takesTheDateFromAll() {
        var long1 = way(Optional.of(Wei.of(60)), Optional.empty(), NOW);
        BalanceSheet sheet = sheet(
                L2,
                row(L2, "3", Assurance.MATCHED, vouched(L2, "3", FINAL)),
                new Row(
                        new Position(Address.ZERO, new Asset.Coin(L2)),
                        known(L2, "1", Assurance.MATCHED),
                        vouched(L2, "1", FINAL)));

        Reach.Part part = only(sheet, (_, account) -> Optional.of(account.equals(OWN) ? YES : long1));

        assertThat(part.later()).isEqualTo(eth("4"));
        assertThat(part.by()).isEmpty();
    }

    @Test
    void theCoinOfL1_paysForOneWayOutAfterTheOther_theLargestFirst_andOnlyOnce() {
        BalanceSheet sheet = BalanceSheet.of(
                NOW,
                List.of(
                        report(L2, row(L2, "2", Assurance.MATCHED, vouched(L2, "2", FINAL))),
                        report(OTHER, row(OTHER, "3", Assurance.MATCHED, vouched(OTHER, "3", FINAL)))));

        Reach both = Reach.of(sheet, (_, _) -> Optional.of(YES));
        assertThat(both.parts().getFirst().later()).isEqualTo(eth("3"));
        assertThat(both.parts().getFirst().further()).isEqualTo(eth("2"));
        assertThat(both.shortage()).contains(new Reach.Shortage(1, 2));

        Reach enough = Reach.of(
                sheet, (_, _) -> Optional.of(way(Optional.of(Wei.of(50)), Optional.of(Duration.ofDays(8)), NOW)));
        assertThat(enough.parts().getFirst().later()).isEqualTo(eth("5"));
        assertThat(enough.shortage()).isEmpty();
    }

    @Test
    void whatWasSpentOnL1SinceTheLook_paysForNoWayOut() {
        Row spent = new Row(
                new Position(OWN, new Asset.Coin(L1)),
                new Figure.Known(
                        new TokenAmount(BigInteger.valueOf(59), 18),
                        Assurance.MATCHED,
                        known(L1, "1", Assurance.MATCHED).block(),
                        NOW,
                        known(L1, "1", Assurance.MATCHED).source(),
                        List.of()),
                vouched(L1, "1", FINAL));
        BalanceSheet sheet = BalanceSheet.of(
                NOW, List.of(report(L1, spent), report(L2, row(L2, "2", Assurance.MATCHED, vouched(L2, "2", FINAL)))));

        Reach reach = Reach.of(sheet, (_, _) -> Optional.of(YES));
        assertThat(reach.parts().getFirst().later().isZero()).isTrue();
        assertThat(reach.shortage()).contains(new Reach.Shortage(0, 1));
    }

    /// As versions wrote it that did not ask who else it takes.
    @Test
    void anEntryOfAnOlderVersion_isNoWayOutAlone() {
        SettingStore disk = new InMemoryStorage().settings();
        new ReadyBook(disk).put(L2.chain(), OWN, YES);
        disk.put(disk.all().keySet().iterator().next(), "open - 5 7");

        ReadyBook.Entry old = new ReadyBook(disk).find(L2.chain(), OWN).orElseThrow();
        assertThat(old.yes()).isTrue();
        assertThat(old.byItself()).isFalse();
    }

    @Test
    void tokensOfAnL2_andSidechains_areFurther_howeverWellTheyWereProven() {
        Token token = new Token(
                L2.chain(), Hash32.ofNumber(9).toAddress(), "Boat", "BOAT", 18, Optional.empty(), Optional.empty());
        Row row = new Row(
                new Position(OWN, new Asset.Erc20(token, false)),
                known(L2, "7", Assurance.MATCHED),
                vouched(L2, "7", FINAL));

        assertThat(only(sheet(L2, row), (_, _) -> Optional.of(YES)).further()).isEqualTo(eth("7"));
        assertThat(only(sheet(SIDE, row(SIDE, "7", FINAL, vouched(SIDE, "7", FINAL))), (_, _) -> Optional.of(YES))
                        .further())
                .isEqualTo(eth("7"));
    }

    @Test
    void whatNobodyVouchesFor_saysNothing_insteadOfNought() {
        Vouched none = new Vouched.NoneYet(Note.of(Note.Kind.NO_L1_VERIFIER));

        Reach reach = Reach.of(sheet(L1, row(L1, "3", Assurance.MATCHED, none)), Reach.Ways.NONE);

        assertThat(reach.vouched()).isFalse();
    }

    @Test
    void whatCouldNotBeRead_countsForNothing() {
        Row unread = new Row(
                new Position(OWN, new Asset.Coin(L1)),
                new Figure.Problem(
                        Figure.Outcome.COULD_NOT_ASK, List.of(), Optional.of(known(L1, "3", Assurance.MATCHED))),
                vouched(L1, "3", FINAL));

        assertThat(Reach.of(sheet(L1, unread), Reach.Ways.NONE).parts()).isEmpty();
    }

    @Test
    void theBook_tellsWhatItWasTold_alsoAfterARestart_andNothingWhereItIsDamaged() {
        SettingStore disk = new InMemoryStorage().settings();
        new ReadyBook(disk).put(L2.chain(), OWN, YES);

        assertThat(new ReadyBook(disk).find(L2.chain(), OWN)).contains(YES);
        assertThat(new ReadyBook(disk).ways().of(L2.chain(), OWN)).contains(YES);
        assertThat(new ReadyBook(disk).find(L2.chain(), Address.ZERO)).isEmpty();
        String key = disk.all().keySet().iterator().next();
        for (String damaged : List.of(
                "", "open", "open - -", "ajar - - 5", "open -5 - 5", "open - x 5", "open - - z", "open - - 5 x 7")) {
            disk.put(key, damaged);
            assertThat(new ReadyBook(disk).find(L2.chain(), OWN)).as(damaged).isEmpty();
        }
    }

    /// @param alone what it takes, of 100 that are held
    private static ReadyBook.Entry way(Optional<Wei> alone, Optional<Duration> longest, Instant at) {
        return new ReadyBook.Entry(true, Optional.empty(), alone, Wei.of(100), longest, at);
    }

    private static Reach.Part only(BalanceSheet sheet, Reach.Ways ways) {
        Reach reach = Reach.of(sheet, ways);
        assertThat(reach.vouched()).isTrue();
        assertThat(reach.parts()).hasSize(1);
        return reach.parts().getFirst();
    }

    private static BalanceSheet sheet(Network network, Row... rows) {
        return BalanceSheet.of(NOW, List.of(report(network, rows)));
    }

    private static NetworkReport report(Network network, Row... rows) {
        return new NetworkReport(network, new NetworkReport.State.Remembered(), List.of(rows), List.of(), List.of());
    }

    private static Row row(Network network, String amount, Assurance assurance, Vouched vouched) {
        return new Row(new Position(OWN, new Asset.Coin(network)), known(network, amount, assurance), vouched);
    }

    private static Vouched vouched(Network network, String amount, Assurance assurance) {
        return new Vouched.Known(known(network, amount, assurance));
    }

    private static Figure.Known known(Network network, String amount, Assurance assurance) {
        return new Figure.Known(
                eth(amount),
                assurance,
                new BlockRef(5, Hash32.ofNumber(BigInteger.valueOf(77)), 1_763_730_000L),
                NOW,
                new SourceId(network.chain(), "http://127.0.0.1:8545"),
                List.of());
    }

    private static TokenAmount eth(String amount) {
        return TokenAmount.parse(amount, 18);
    }

    private static Network network(long chain, Network.Layer layer) {
        return new Network(new ChainId(chain), "Test " + chain, "ETH", layer, false, Network.Origin.BUNDLED);
    }
}
