package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.chain.ChainCases;
import org.lifeboat.ui.chain.ChainScreen;
import org.lifeboat.ui.chain.ChainView;
import org.lifeboat.ui.exits.ExitCases;
import org.lifeboat.ui.exits.ExitScreensDrawn;
import org.lifeboat.ui.exits.ExitsScreen;
import org.lifeboat.ui.exits.ExitsView;
import org.lifeboat.ui.exits.RootCases;
import org.lifeboat.ui.exits.RootsScreen;
import org.lifeboat.ui.exits.RootsView;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.truth.TruthCases;
import org.lifeboat.ui.truth.TruthForm;
import org.lifeboat.ui.truth.TruthScreen;
import org.lifeboat.ui.truth.TruthView;
import org.lifeboat.ui.withdraw.DepositCases;
import org.lifeboat.ui.withdraw.DepositForm;
import org.lifeboat.ui.withdraw.DepositScreen;
import org.lifeboat.ui.withdraw.DepositView;
import org.lifeboat.ui.withdraw.WithdrawCases;
import org.lifeboat.ui.withdraw.WithdrawForm;
import org.lifeboat.ui.withdraw.WithdrawForm.Purpose;
import org.lifeboat.ui.withdraw.WithdrawScreen;
import org.lifeboat.ui.withdraw.WithdrawScreen.Flaw;
import org.lifeboat.ui.withdraw.WithdrawView;

/// The pages about leaving an L2, in each of their states.
class ExitPicturesTest {
    @Test
    void exits_inEveryState() throws IOException {
        for (Map.Entry<String, ExitsScreen> state : ExitScreensDrawn.all().entrySet()) {
            Looks.page(state.getKey(), new Place.Exits(), around -> exits(around, state.getValue()));
        }
    }

    @Test
    void exits_askingBeforeARootOfOnesOwn() throws IOException {
        ExitsScreen screen = ExitScreensDrawn.all().get("exits-waiting");
        Openings.opened(
                "exits-own-root",
                new Place.Exits(),
                around -> exits(around, screen),
                (around, page) -> Openings.press(page, around.say("exits.do.OWN_ROOT")));
        Openings.opened(
                "exits-find",
                new Place.Exits(),
                around -> exits(around, screen),
                (around, page) -> Openings.press(page, around.say("exits.find")));
        Openings.opened(
                "exits-evidence",
                new Place.Exits(),
                around -> exits(around, screen),
                (around, page) -> Openings.press(page, around.say("exits.evidence.take")));
    }

    @Test
    void roots_inEveryState() throws IOException {
        for (Map.Entry<String, RootsScreen> state : RootCases.all().entrySet()) {
            Looks.page(
                    state.getKey(),
                    new Place.Exits(),
                    around -> new RootsView(
                            around,
                            new SimpleObjectProperty<>(state.getValue()),
                            new RootsView.Actions() {
                                @Override
                                public void look() {}

                                @Override
                                public void giveUp() {}

                                @Override
                                public void choose(RootOffer root) {}
                            },
                            _ -> {}));
        }
    }

    @Test
    void chain_inEveryState() throws IOException {
        for (Map.Entry<String, ChainScreen> state : ChainCases.all().entrySet()) {
            Looks.page(
                    state.getKey(),
                    new Place.Exits(),
                    around -> new ChainView(
                            around, new SimpleObjectProperty<>(state.getValue()), () -> {}, () -> {}, _ -> {}));
        }
    }

    @Test
    void truth_inEveryState() throws IOException {
        for (Map.Entry<String, TruthScreen> state : TruthCases.all().entrySet()) {
            Looks.page(
                    state.getKey(),
                    new Place.Exits(),
                    around -> new TruthView(
                            around,
                            new SimpleObjectProperty<>(state.getValue()),
                            new TruthView.Actions() {
                                @Override
                                public void fill(TruthForm form) {}

                                @Override
                                public void begin(TruthForm form) {}

                                @Override
                                public void end() {}

                                @Override
                                public void again() {}
                            },
                            _ -> {},
                            new ChainId(10)));
        }
    }

    @Test
    void withdraw_inEveryState() throws IOException {
        Map<String, WithdrawScreen> states = new LinkedHashMap<>();
        states.put("withdraw-load", new WithdrawScreen.Loading());
        states.put("withdraw-no-way", new WithdrawScreen.NoWay("exits.none.source", List.of("Ethereum")));
        states.put("withdraw-no-signer", new WithdrawScreen.NoSigner());
        states.put("withdraw-keeping", new WithdrawScreen.Keeping((WithdrawScreen.Filling)
                filling(WithdrawCases.well(), Purpose.WITHDRAWAL, Flaw.NONE)));
        states.put("withdraw-form", filling(WithdrawCases.well(), Purpose.WITHDRAWAL, Flaw.NONE));
        states.put("withdraw-troubled", filling(WithdrawCases.troubled(), Purpose.WITHDRAWAL, Flaw.AGAIN));
        states.put("withdraw-offline", filling(WithdrawCases.silent(), Purpose.WITHDRAWAL, Flaw.NOT_AN_AMOUNT));
        states.put("withdraw-token", filling(0, Purpose.WITHDRAWAL, Flaw.NONE));
        states.put("withdraw-token-native", filling(1, Purpose.WITHDRAWAL, Flaw.NO_WAY_HOME));
        for (var state : states.entrySet()) {
            Looks.page(state.getKey(), new Place.Exits(), around -> withdraw(around, state.getValue(), false));
        }
    }

    @Test
    void deposit_inEveryState() throws IOException {
        for (Map.Entry<String, DepositScreen> state : DepositCases.all().entrySet()) {
            Looks.page(
                    state.getKey(),
                    new Place.Exits(),
                    around -> new DepositView(
                            around,
                            new SimpleObjectProperty<>(state.getValue()),
                            new DepositView.Actions() {
                                @Override
                                public void choose(DepositForm form) {}

                                @Override
                                public void go(DepositForm form) {}

                                @Override
                                public void look() {}

                                @Override
                                public void again() {}

                                @Override
                                public void giveUp() {}
                            },
                            _ -> {}));
        }
    }

    @Test
    void force_inEveryState() throws IOException {
        Map<String, WithdrawScreen> states = new LinkedHashMap<>();
        states.put("force-choice", new WithdrawScreen.Choosing(WithdrawCases.well(), false));
        states.put("force-choice-silent", new WithdrawScreen.Choosing(WithdrawCases.silent(), false));
        states.put("force-waiting", new WithdrawScreen.Choosing(WithdrawCases.silent(), true));
        states.put("force-withdrawal", filling(WithdrawCases.well(), Purpose.FORCED_WITHDRAWAL, Flaw.NONE));
        states.put("force-payment", filling(WithdrawCases.well(), Purpose.FORCED_PAYMENT, Flaw.NOT_AN_ADDRESS));
        states.put("force-withdrawal-token", filling(0, Purpose.FORCED_WITHDRAWAL, Flaw.TOO_LITTLE_LOCKED));
        states.put("force-payment-token", filling(1, Purpose.FORCED_PAYMENT, Flaw.NONE));
        for (var state : states.entrySet()) {
            Looks.page(state.getKey(), new Place.Exits(), around -> withdraw(around, state.getValue(), true));
        }
    }

    private static WithdrawScreen filling(WithdrawScreen.Facts facts, Purpose purpose, Flaw flaw) {
        String amount = flaw == Flaw.NOT_AN_AMOUNT ? "0,25" : "0.25";
        return new WithdrawScreen.Filling(facts, new WithdrawForm(purpose, ExitCases.ACCOUNT, amount, "", ""), flaw);
    }

    private static WithdrawScreen filling(int token, Purpose purpose, Flaw flaw) {
        return new WithdrawScreen.Filling(
                WithdrawCases.well(),
                new WithdrawForm(
                        purpose,
                        ExitCases.ACCOUNT,
                        "0.25",
                        "",
                        "",
                        Optional.of(WithdrawCases.tokens().get(token))),
                flaw);
    }

    static Page exits(Surroundings around, ExitsScreen screen) {
        return new ExitsView(
                around,
                new SimpleObjectProperty<>(screen),
                new ExitsView.Actions() {
                    @Override
                    public void look() {}

                    @Override
                    public void find(Network l2, Address account, Optional<Duration> back) {}

                    @Override
                    public void find(Network l2, Hash32 transaction) {}

                    @Override
                    public void giveUp() {}

                    @Override
                    public Supplier<String> evidence(Exits.Plan plan) {
                        return () -> "";
                    }

                    @Override
                    public void take(Path file) {}
                },
                _ -> {});
    }

    private static Page withdraw(Surroundings around, WithdrawScreen screen, boolean forced) {
        return new WithdrawView(
                around,
                new SimpleObjectProperty<>(screen),
                new WithdrawView.Actions() {
                    @Override
                    public void choose(Purpose purpose) {}

                    @Override
                    public void waitAndTell() {}

                    @Override
                    public void stopWaiting() {}

                    @Override
                    public void choose(WithdrawForm form) {}

                    @Override
                    public void go(WithdrawForm form) {}

                    @Override
                    public void again() {}

                    @Override
                    public void giveUp() {}
                },
                _ -> {},
                forced);
    }
}
