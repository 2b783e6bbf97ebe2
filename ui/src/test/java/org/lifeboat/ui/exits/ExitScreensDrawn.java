package org.lifeboat.ui.exits;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.dispute.ContestStage;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.BridgeReport.Roots;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.ContestWatch;
import org.lifeboat.engine.watch.Haste;
import org.lifeboat.ui.activity.Transactions;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.exits.ExitsScreen.Disputed;
import org.lifeboat.ui.exits.ExitsScreen.Entry;
import org.lifeboat.ui.exits.ExitsScreen.Layer;
import org.lifeboat.ui.exits.ExitsScreen.Missed;
import org.lifeboat.ui.exits.ExitsScreen.Reading;
import org.lifeboat.ui.exits.ExitsScreen.Remark;
import org.lifeboat.ui.exits.ExitsScreen.Shown;

/// The page of exits in each of its states, for pictures.
public final class ExitScreensDrawn {
    private ExitScreensDrawn() {}

    public static Map<String, ExitsScreen> all() {
        Map<String, ExitsScreen> states = new LinkedHashMap<>();
        states.put("exits-load", new ExitsScreen.Loading());
        states.put("exits-empty", new ExitsScreen.Nothing());
        states.put(
                "exits-none", shown(List.of(ExitCases.layer(Sheets.OPTIMISM, yes())), List.of(), 0, new Remark.None()));
        states.put("exits-first", shown(notAsked(), kept(), 2, new Remark.Searching("OP Mainnet")));
        states.put("exits-mixed", new Shown(mixed(), entries(), 0, missed(), new Remark.Found(2, "OP Mainnet")));
        states.put("exits-contests", new Shown(two(), waiting(), 0, List.of(), new Remark.None(), contests()));
        states.put("exits-waiting", shown(two(), waiting(), 0, new Remark.None()));
        states.put("exits-too-new", shown(List.of(), tooNew(), 0, new Remark.None()));
        states.put("exits-prove", shown(List.of(), List.of(entry(2, ExitStage.CAN_PROVE)), 0, new Remark.None()));
        states.put("exits-root-forgotten", shown(List.of(), List.of(forgotten()), 0, new Remark.None()));
        states.put("exits-held", shown(List.of(), held(), 0, new Remark.None()));
        states.put("exits-lost", shown(two(), trouble(), 0, new Remark.None()));
        states.put("exits-offline", shown(silent(), kept(), 0, new Remark.NoList("Base")));
        return states;
    }

    private static Shown shown(List<Layer> layers, List<Entry> entries, int asking, Remark remark) {
        return new Shown(layers, entries, asking, List.of(), remark);
    }

    private static Reading.Read yes() {
        return read(ExitCases.bridge(false, Roots.OPEN), "0.12", Duration.ofSeconds(40));
    }

    private static Reading.Read read(BridgeReport bridge, String held, Duration age) {
        return new Reading.Read(
                Sheets.ETHEREUM, ExitCases.leaving(bridge, Map.of(ExitCases.ACCOUNT, held)), ExitCases.NOW.minus(age));
    }

    private static List<Layer> notAsked() {
        return List.of(
                ExitCases.layer(Sheets.OPTIMISM, new Reading.NotAsked()),
                ExitCases.layer(Sheets.BASE, new Reading.NotAsked()));
    }

    /// One could be left, one not for want of money, one is paused.
    private static List<Layer> two() {
        return List.of(
                ExitCases.layer(
                        Sheets.OPTIMISM, read(ExitCases.bridge(true, Roots.OPEN), "0.02", Duration.ofSeconds(9))),
                ExitCases.layer(Sheets.BASE, read(ExitCases.bridge(false, Roots.PROVEN), "0.0021", Duration.ZERO)));
    }

    private static List<Layer> mixed() {
        Map<Account, String> both = new LinkedHashMap<>();
        both.put(ExitCases.ACCOUNT, "0.02");
        both.put(ExitCases.SAVINGS, "0.0021");
        Reading.Read several = new Reading.Read(
                Sheets.ETHEREUM,
                ExitCases.leaving(ExitCases.bridge(false, Roots.OPEN), both),
                ExitCases.NOW.minusSeconds(40));
        return List.of(
                new Layer(Sheets.OPTIMISM, List.of(ExitCases.ACCOUNT, ExitCases.SAVINGS), several),
                ExitCases.layer(
                        Sheets.BASE,
                        new Reading.Silent(
                                "node.example cannot be reached: there was no answer in time", Optional.empty())));
    }

    private static List<Layer> silent() {
        return List.of(
                ExitCases.layer(
                        Sheets.OPTIMISM,
                        new Reading.Silent(
                                "node.example cannot be reached: there was no answer in time",
                                Optional.of(
                                        read(ExitCases.bridge(false, Roots.OPEN), "0.02", Duration.ofMinutes(52))))),
                ExitCases.layer(
                        Sheets.BASE,
                        new Reading.Silent(
                                "node.example cannot be reached: there was no answer in time", Optional.empty())));
    }

    private static Entry entry(long number, ExitStage stage) {
        return ExitCases.entry(ExitCases.report(ExitCases.plan(number, Sheets.OPTIMISM, "0." + number), stage));
    }

    /// What it was to be proven against was struck out.
    static Entry forgotten() {
        return ExitCases.entry(
                ExitCases.report(ExitCases.forgotten(ExitCases.plan(2, Sheets.OPTIMISM, "0.2")), ExitStage.CAN_PROVE));
    }

    private static List<Entry> kept() {
        return List.of(new Entry(
                ExitCases.plan(1, Sheets.OPTIMISM, "0.2"),
                Optional.of(Sheets.OPTIMISM),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static List<Entry> entries() {
        return List.of(entry(3, ExitStage.CAN_FINISH), entry(4, ExitStage.WAITING), entry(1, ExitStage.PAID_OUT));
    }

    private static List<Entry> waiting() {
        return List.of(
                entry(2, ExitStage.NO_ROOT_BUT_OWN),
                entry(5, ExitStage.AWAIT_SEQUENCER),
                entry(7, ExitStage.L1_SILENT));
    }

    /// Its root was posted a moment ago: nobody can prove against it yet, and nobody has to do anything.
    private static List<Entry> tooNew() {
        return List.of(entry(2, ExitStage.ROOT_TOO_NEW));
    }

    /// Signed: one server has it to itself, and one is with nobody.
    private static List<Entry> held() {
        return List.of(
                ExitCases.entry(ExitCases.signed(
                        ExitCases.report(ExitCases.plan(3, Sheets.OPTIMISM, "0.3"), ExitStage.AWAIT_OWN),
                        new Pending(
                                Transactions.sent(),
                                List.of(new SourceId(Sheets.OPTIMISM.chain(), "https://node.example/key"))))),
                ExitCases.entry(ExitCases.signed(
                        ExitCases.report(ExitCases.plan(5, Sheets.OPTIMISM, "0.5"), ExitStage.CAN_PROVE),
                        Pending.of(Transactions.of(2, Sheets.ETHEREUM, new Status.Saved())))),
                entry(9, ExitStage.OVERTAKEN));
    }

    private static List<Entry> trouble() {
        Entry caught = ExitCases.entry(
                ExitCases.caught(ExitCases.report(ExitCases.plan(6, Sheets.BASE, "1.25"), ExitStage.MUST_PROVE_AGAIN)));
        return List.of(
                caught,
                entry(8, ExitStage.ROOT_IN_DOUBT),
                entry(10, ExitStage.LOST_PROOF),
                entry(9, ExitStage.PAID_OUT_LOST),
                entry(1, ExitStage.PAUSED));
    }

    private static List<Disputed> contests() {
        return List.of(
                disputed(ExitCases.contest(11, ContestStage.MOVE, Haste.NOW), false),
                disputed(ExitCases.contest(12, ContestStage.TOO_LATE, Haste.THIS_WEEK), true),
                disputed(ExitCases.contest(13, ContestStage.CAN_CLAIM, Haste.THIS_WEEK), false),
                disputed(ExitCases.contest(14, ContestStage.WAIT, Haste.CALM), false));
    }

    private static Disputed disputed(ContestRounds.Sight sight, boolean missed) {
        Disputes.Plan plan = sight.report().plan();
        return new Disputed(
                plan,
                Optional.of(sight.l2()),
                Optional.of(sight),
                missed
                        ? Optional.of(new ContestWatch.Missed(plan, ExitCases.NOW.minus(Duration.ofHours(7)), true))
                        : Optional.empty());
    }

    private static List<Missed> missed() {
        return List.of(
                new Missed(ExitCases.plan(3, Sheets.OPTIMISM, "0.3"), ExitCases.NOW.minus(Duration.ofDays(2)), false));
    }
}
