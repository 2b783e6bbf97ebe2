package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.anchor.EvidenceLink;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.activity.ActivityScreen;
import org.lifeboat.ui.activity.ActivityView;
import org.lifeboat.ui.activity.TransactionScreen;
import org.lifeboat.ui.activity.Transactions;
import org.lifeboat.ui.balances.BalancesScreen;
import org.lifeboat.ui.balances.BalancesView;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.balances.TokenViewModel;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.parts.FileSavingPicture;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.tasks.Tasks;

/// What opens on top of the pages of daily use: evidence, legend, tokens, one transaction, files.
class DeskPicturesTest {
    private static final String CONTRACT = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

    private final Records records = new Records();

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void sheet_withWhatOpensOnIt() throws IOException {
        sheet("balances-silent", Sheets.manySilent(14), _ -> {}, around -> {});
        sheet("evidence", Sheets.whole(), page -> Openings.openRow(page, 2), _ -> {});
        sheet("evidence-none", Sheets.partial(), page -> Openings.openRow(page, 5), _ -> {});
        sheet("evidence-refuted", Sheets.refuted(), page -> Openings.openRow(page, 3), _ -> {});
        sheet("legend", Sheets.whole(), _ -> {}, around -> {});
    }

    private void sheet(String name, BalanceSheet sheet, Consumer<Node> open, Consumer<Surroundings> then)
            throws IOException {
        BalancesScreen screen = new BalancesScreen.Shown(sheet, Sheets.NAMES, List.of(), false);
        Function<Surroundings, Page> make =
                around -> new BalancesView(around, new SimpleObjectProperty<>(screen), new Sheet(records), _ -> {});
        Openings.opened(name, new Place.Balances(), make, (around, node) -> {
            if (name.equals("legend")) {
                Openings.press(node, around.say("legend.open"));
            }
            open.accept(node);
            then.accept(around);
        });
    }

    @Test
    void token_stepByStep() throws IOException {
        SourceId id = new SourceId(new ChainId(1), "http://127.0.0.1:8545");
        records.with(Tokenish.source(id, "USDC", 6))
                .networks()
                .confirmEndpoint(id.chain(), id.url(), false, Records.NOW);
        token("token-form", _ -> {});
        token("token-form-wrong", model -> model.read(ethereum(), "0x12"));
        token("token-found", model -> model.read(ethereum(), CONTRACT));
    }

    private Network ethereum() {
        return records.networks().find(new ChainId(1)).orElseThrow();
    }

    private void token(String name, Consumer<TokenViewModel> until) throws IOException {
        BalancesScreen screen = new BalancesScreen.Shown(Sheets.whole(), Sheets.NAMES, List.of(), false);
        TokenViewModel[] made = new TokenViewModel[1];
        Sheet actions = new Sheet(records) {
            @Override
            public TokenViewModel addToken() {
                made[0] = super.addToken();
                return made[0];
            }
        };
        Openings.opened(
                name,
                new Place.Balances(),
                around -> new BalancesView(around, new SimpleObjectProperty<>(screen), actions, _ -> {}),
                (around, node) -> {
                    Openings.press(node, around.say("token.add"));
                    until.accept(made[0]);
                });
    }

    @Test
    void transaction_inItsStates() throws IOException {
        BlockRef block = new BlockRef(21_004_113, Hash32.ofNumber(BigInteger.TEN), 1_795_266_000L);
        OwnTransaction sent = Transactions.sent();
        OwnTransaction mined = Transactions.of(5, Sheets.ETHEREUM, new Status.Mined(block));
        OwnTransaction accepted = Transactions.of(4, Sheets.OPTIMISM, new Status.Accepted(block));
        Following.Look proven = new Following.Look(mined, true, 12, true, List.of(), List.of(), List.of());
        Disagreement lie = new Disagreement(
                new SourceId(Sheets.OPTIMISM.chain(), "https://node.example/key"),
                new Contradiction(Contradiction.What.RECEIPT, accepted.hash().toHex(), "succeeded", "failed"));
        Following.Look caught = new Following.Look(
                accepted,
                true,
                1,
                false,
                List.of(),
                List.of(lie),
                List.of(Note.of(Note.Kind.SOURCE_FAILED, "b.example", "HTTP 500")));
        Map<String, TransactionScreen> states = new LinkedHashMap<>();
        states.put("transaction-sent", screen(sent, List.of(Transactions.rivalOf(sent)), Optional.empty(), none()));
        states.put(
                "transaction-taken",
                screen(sent, List.of(), Optional.empty(), new TransactionScreen.Remark.Taken(List.of(lie.source()))));
        states.put(
                "transaction-not-taken",
                screen(
                        sent,
                        List.of(),
                        Optional.empty(),
                        new TransactionScreen.Remark.NotTaken(
                                List.of(new Submission.Refusal(lie.source(), "nonce too low")))));
        states.put(
                "transaction-mined",
                screen(mined, List.of(), Optional.of(proven), new TransactionScreen.Remark.Looked()));
        states.put("transaction-accepted", screen(accepted, List.of(), Optional.of(caught), none()));
        for (var state : states.entrySet()) {
            Looks.page(state.getKey(), new Place.Activity(), around -> activity(around, List.of(), state.getValue()));
        }
    }

    private static TransactionScreen.Remark none() {
        return new TransactionScreen.Remark.None();
    }

    private static TransactionScreen screen(
            OwnTransaction own,
            List<OwnTransaction> rivals,
            Optional<Following.Look> look,
            TransactionScreen.Remark remark) {
        return new TransactionScreen(
                own,
                rivals,
                Optional.empty(),
                look,
                TransactionScreen.Doing.NOTHING,
                remark,
                TransactionScreen.Vouched.NOTHING);
    }

    @Test
    void activity_inTheOtherStates() throws IOException {
        Map<String, Condition> states = new LinkedHashMap<>();
        states.put("activity-partial", new Condition.Partial(2, 3, Condition.Of.PAYMENTS));
        states.put(
                "activity-stale", new Condition.Stale(Records.NOW.minus(Duration.ofHours(3)), Condition.Of.PAYMENTS));
        states.put("activity-disagrees", Sheets.caught());
        for (var state : states.entrySet()) {
            Looks.page(
                    state.getKey(), new Place.Activity(), around -> activity(around, List.of(state.getValue()), null));
        }
    }

    private static ActivityView activity(
            Surroundings around,
            List<Condition> conditions,
            @org.jspecify.annotations.Nullable TransactionScreen open) {
        Map<ChainId, Network> networks = Map.of(
                Sheets.ETHEREUM.chain(), Sheets.ETHEREUM,
                Sheets.OPTIMISM.chain(), Sheets.OPTIMISM,
                Sheets.BASE.chain(), Sheets.BASE);
        ActivityScreen shown = new ActivityScreen.Shown(
                Transactions.all(),
                Optional.empty(),
                7,
                ActivityFilter.ALL,
                new ActivityScreen.Around(networks, Sheets.NAMES, List.of()),
                conditions.stream()
                        .filter(each -> !(each instanceof Condition.Stale))
                        .toList(),
                false,
                conditions.stream()
                        .filter(Condition.Stale.class::isInstance)
                        .map(each -> ((Condition.Stale) each).asOf())
                        .findFirst());
        return new ActivityView(
                around,
                new SimpleObjectProperty<>(shown),
                new SimpleObjectProperty<>(Optional.ofNullable(open)),
                new RecordPicturesTest.NoActivity());
    }

    @Test
    void file_writtenAndNot() throws IOException {
        Looks.dialog(
                "file-written",
                new Place.Activity(),
                around -> activity(around, List.of(), null),
                around -> FileSavingPicture.written(around, records.folder() + "/activity.csv"));
        Looks.dialog(
                "file-not-written",
                new Place.Activity(),
                around -> activity(around, List.of(), null),
                around -> FileSavingPicture.written(around, records.folder() + "/missing/activity.csv"));
    }

    /// Actions that do nothing but open the form for a token.
    private static class Sheet implements BalancesView.Actions {
        private final Records records;

        Sheet(Records records) {
            this.records = records;
        }

        @Override
        public void refresh() {}

        @Override
        public void cancel() {}

        @Override
        public Supplier<String> file(Network network, Row row) {
            return () -> "";
        }

        @Override
        public void chain(Network network, Row row, Consumer<Optional<EvidenceChain>> found) {
            boolean anything = network.layer() instanceof Network.Layer.L1;
            found.accept(anything ? Optional.of(chain()) : Optional.empty());
        }

        private static EvidenceChain chain() {
            String hash = "0x9bcb90ec3a294591b77dd2a58e973578715cdc0e6eeeb286bc06dd120057f18b";
            List<EvidenceLink> links = List.of(
                    new EvidenceLink(EvidenceLink.Kind.CHECKPOINT, hash, List.of("2026-11-20")),
                    new EvidenceLink(EvidenceLink.Kind.COMMITTEE, hash, List.of("1916", "498", "512")),
                    new EvidenceLink(EvidenceLink.Kind.FINAL_BLOCK, hash, List.of("15703456")),
                    new EvidenceLink(EvidenceLink.Kind.L1_HEADER, hash, List.of("21004113")),
                    new EvidenceLink(EvidenceLink.Kind.ACCOUNT, hash, List.of("9")),
                    new EvidenceLink(EvidenceLink.Kind.AMOUNT, "1000000000000000000", List.of("0x5aAe...BeAed")));
            return new EvidenceChain(EvidenceChain.Of.FINAL_FIGURE, links, Hash32.fromHex(hash), "{}");
        }

        @Override
        public TokenViewModel addToken() {
            Tokens tokens = new Tokens(TokenList.bundled(), records.storage().tokens());
            return new TokenViewModel(records, tokens, Tasks.immediate(), () -> {});
        }

        @Override
        public void removeToken(Token token) {}
    }
}
