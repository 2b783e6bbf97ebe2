package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.anchor.EvidenceLink;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.FeeQuote;
import org.lifeboat.engine.send.GasPrice;
import org.lifeboat.engine.send.PriceNow;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.ui.activity.Transactions;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.send.SendForm;
import org.lifeboat.ui.send.SendScreen;
import org.lifeboat.ui.send.SendView;
import org.lifeboat.vault.signing.Facts;
import org.lifeboat.vault.signing.TransactionRequest;

/// The page of sending in each of its states.
class SendPicturesTest {
    private static final Account ACCOUNT =
            new Account(Sheets.ONE, "Account 1", new Account.Kind.Derived("m/44'/60'/0'/0/0"), 0, false);

    @Test
    void send_beingFilledIn() throws IOException {
        Asset coin = new Asset.Coin(Sheets.OPTIMISM);
        SendForm form = new SendForm(
                ACCOUNT, Sheets.OPTIMISM, coin, Sheets.TWO.toChecksum(), "0.25", false, true, Speed.NORMAL);
        SendForm wrong = new SendForm(
                ACCOUNT,
                Sheets.OPTIMISM,
                coin,
                "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0.25",
                false,
                true,
                Speed.SLOW);
        SendScreen.Choices choices = new SendScreen.Choices(
                List.of(ACCOUNT),
                List.of(Sheets.ETHEREUM, Sheets.OPTIMISM),
                List.of(coin, new Asset.Erc20(Sheets.usdc(Sheets.OPTIMISM), false)),
                List.of());
        Map<String, SendScreen> states = new LinkedHashMap<>();
        states.put("send-no-source", new SendScreen.NoSource());
        states.put("send-form", new SendScreen.Filling(choices, form, SendScreen.Flaw.NONE));
        states.put("send-form-wrong", new SendScreen.Filling(choices, wrong, SendScreen.Flaw.CHECKSUM));
        Asset ether = new Asset.Coin(Sheets.ETHEREUM);
        SendForm max =
                new SendForm(ACCOUNT, Sheets.ETHEREUM, ether, Sheets.TWO.toChecksum(), "", true, true, Speed.NORMAL);
        states.put("send-form-max", new SendScreen.Filling(choices, max, SendScreen.Flaw.NONE));
        draw(states);
    }

    @Test
    void send_reviewedAndAfter() throws IOException {
        Asset coin = new Asset.Coin(Sheets.OPTIMISM);
        Map<String, SendScreen> states = new LinkedHashMap<>();
        SendScreen.Review review = review(coin);
        states.put("send-review", review);
        states.put(
                "send-review-nonce",
                new SendScreen.Review(
                        review.draft()
                                .saying(List.of(
                                        Check.of(Check.Kind.NONCE_BEHIND, "node.example", "6", "128,430,121", "7"),
                                        Check.of(Check.Kind.DEPOSIT_UNDER_WAY, "OP Mainnet"))),
                        review.description(),
                        List.of(),
                        review.names()));
        Disagreement lie = new Disagreement(
                new SourceId(Sheets.OPTIMISM.chain(), "https://node.example/key"),
                new Contradiction(
                        Contradiction.What.BALANCE,
                        Sheets.ONE.toChecksum(),
                        "5000000000000000000",
                        "2000000000000000000"));
        states.put(
                "send-review-disagrees",
                new SendScreen.Review(review.draft(), review.description(), List.of(lie), review.names()));
        states.put(
                "send-unanswered",
                new SendScreen.Unanswered(
                        List.of(Note.of(
                                Note.Kind.SOURCE_FAILED,
                                "node.example",
                                "node.example cannot be reached: the connection was refused, or the name is unknown")),
                        List.of(),
                        "ETH"));
        states.put(
                "send-not-possible",
                new SendScreen.NotPossible(List.of(Check.of(Check.Kind.COIN_MISSING, "0.25 ETH"))));
        states.put(
                "send-gas-limit",
                new SendScreen.GasLimitWanted(
                        List.of(
                                Check.of(Check.Kind.WILL_FAIL, "closed for repairs"),
                                Check.of(Check.Kind.GAS_NEVER_ENOUGH)),
                        List.of(),
                        "ETH"));
        states.put("send-sending", new SendScreen.Sending(review));
        states.put("send-still", new SendScreen.StillSending(Sheets.OPTIMISM));
        states.put("send-unclear", new SendScreen.Unclear(Sheets.OPTIMISM));
        OwnTransaction sent = Transactions.sent();
        states.put("send-sent", new SendScreen.Sent(Sheets.OPTIMISM, sent));
        states.put(
                "send-not-taken",
                new SendScreen.NotTaken(
                        sent,
                        List.of(new Submission.Refusal(
                                new SourceId(Sheets.OPTIMISM.chain(), "https://node.example/key"), "nonce too low"))));
        draw(states);
    }

    @Test
    void review_thatGasHasOutgrown() throws IOException {
        SendScreen.Review review = review(new Asset.Coin(Sheets.OPTIMISM));
        Map<String, SendScreen> states = new LinkedHashMap<>();
        states.put(
                "send-dearer",
                new SendScreen.Dearer(
                        review,
                        false,
                        new PriceNow.TooLow(
                                Wei.of(92_500_000_000L),
                                Wei.of(41_000_000_000L),
                                new SourceId(Sheets.OPTIMISM.chain(), "https://node.example/key"))));
        draw(states);
    }

    @Test
    void review_withWhateverTryingItOutHasShown() throws IOException {
        Asset coin = new Asset.Coin(Sheets.OPTIMISM);
        Map<String, SendScreen> states = new LinkedHashMap<>();
        Rehearsals.all().forEach((name, simulated) -> states.put("send-effects-" + name, review(coin, simulated)));
        draw(states);
    }

    @Test
    void review_ofWhatTakesThePlaceOfAnother() throws IOException {
        Asset coin = new Asset.Coin(Sheets.OPTIMISM);
        Map<String, SendScreen> states = new LinkedHashMap<>();
        states.put("send-review-faster", replacing(review(coin), OwnTransaction.Kind.SEND));
        states.put("send-review-cancel", replacing(review(coin), OwnTransaction.Kind.CANCEL));
        states.put("send-nothing-to-replace", new SendScreen.NothingToReplace());
        states.put("send-not-signed", new SendScreen.NotSigned(SendScreen.Refusal.FROZEN));
        states.put("send-no-signer", new SendScreen.NoSigner());
        states.put("send-load", new SendScreen.Loading());
        states.put("send-preparing", new SendScreen.Preparing());
        states.put("send-sending", new SendScreen.Sending(review(coin)));
        states.put("send-locked", new SendScreen.NotSigned(SendScreen.Refusal.LOCKED));
        states.put(
                "send-no-recipient",
                new SendScreen.NoRecipient(
                        "send.name.none.OTHER_CHAIN", List.of("ada.eth", "OP Mainnet", Sheets.TWO.toChecksum())));
        states.put("send-would-be-lost", new SendScreen.WouldBeLost(new PlanStore.Id(7), Sheets.TWO));
        states.put(
                "send-not-offered",
                new SendScreen.NotOffered("exits.offer.couldNot", List.of("there was no answer in time")));
        draw(states);
    }

    private static SendScreen replacing(SendScreen.Review review, OwnTransaction.Kind kind) {
        Draft old = review.draft();
        Draft draft = new Draft(
                old.network(),
                old.from(),
                old.to(),
                old.asset(),
                old.units(),
                kind,
                old.transaction(),
                old.fee(),
                old.checks(),
                Optional.of(Transactions.sent().hash()),
                "",
                old.simulated());
        return new SendScreen.Review(draft, review.description(), List.of(), review.names());
    }

    @Test
    void review_asksASecondTimeWhereThereIsDanger() throws IOException {
        SendScreen.Review review = review(new Asset.Coin(Sheets.OPTIMISM));
        Openings.opened(
                "send-second-question",
                new Place.Send(Optional.empty()),
                around -> new SendView(around, new SimpleObjectProperty<>(review), new NoActions(), _ -> {}),
                (around, page) -> Openings.press(page, around.say("send.sign", "0.25 ETH", "OP Mainnet")));
    }

    @Test
    void review_ofAPaymentToAName_opensHowThatIsKnown() throws IOException {
        SendScreen.Review named = named(review(new Asset.Coin(Sheets.OPTIMISM)));
        draw(Map.of("send-review-name", named));
        Openings.opened(
                "send-name-evidence",
                new Place.Send(Optional.empty()),
                around -> new SendView(around, new SimpleObjectProperty<>(named), new NoActions(), _ -> {}),
                (around, page) -> Openings.press(page, around.say("badge.final")));
    }

    private static SendScreen.Review named(SendScreen.Review review) {
        Draft to = review.draft();
        List<Check> checks = List.of(
                Check.of(Check.Kind.NAME_FINAL, "ada.eth", Sheets.TWO.toChecksum(), "21004113"),
                Check.of(Check.Kind.NEW_RECIPIENT, Sheets.TWO.toChecksum()));
        Draft draft = new Draft(
                to.network(),
                to.from(),
                to.to(),
                to.asset(),
                to.units(),
                to.kind(),
                to.transaction(),
                to.fee(),
                checks,
                to.replaces(),
                to.note(),
                to.simulated());
        return new SendScreen.Review(draft, review.description(), List.of(), review.names());
    }

    private static void draw(Map<String, SendScreen> states) throws IOException {
        for (var state : states.entrySet()) {
            Looks.page(
                    state.getKey(),
                    new Place.Send(Optional.empty()),
                    around -> new SendView(
                            around, new SimpleObjectProperty<>(state.getValue()), new NoActions(), _ -> {}));
        }
    }

    private static SendScreen.Review review(Asset coin) {
        return review(coin, Rehearsals.all().get("succeeds"));
    }

    private static SendScreen.Review review(Asset coin, Simulated simulated) {
        Wei price = Wei.of(1_500_000_000L);
        Transaction transaction = new Transaction.DynamicFee(
                Sheets.OPTIMISM.chain(),
                new Nonce(7),
                Wei.of(1_000_000),
                price,
                new Gas(21_000),
                Optional.of(Sheets.TWO),
                new Wei(new BigInteger("250000000000000000")),
                Bytes.EMPTY,
                List.of());
        FeeParts fee = new FeeParts(price.times(21_000), Wei.of(120_000_000_000L), Wei.ZERO);
        Draft draft = new Draft(
                Sheets.OPTIMISM,
                Sheets.ONE,
                Sheets.TWO,
                coin,
                new BigInteger("250000000000000000"),
                OwnTransaction.Kind.SEND,
                transaction,
                new FeeQuote(
                        new GasPrice.Dynamic(Wei.of(1_000_000_000L), Wei.of(1_000_000), price),
                        new Gas(21_000),
                        fee,
                        fee,
                        Wei.ZERO,
                        true),
                List.of(
                        Check.of(Check.Kind.UNCHECKED),
                        Check.of(Check.Kind.NEW_RECIPIENT, Sheets.TWO.toChecksum()),
                        Check.of(Check.Kind.CODE_ELSEWHERE, Sheets.TWO.toChecksum(), "Ethereum")),
                Optional.empty(),
                "",
                simulated);
        return new SendScreen.Review(
                draft,
                new TransactionRequest(transaction).describe(Sheets.ONE, Facts.NONE),
                List.of(),
                Map.of(Sheets.ONE, "Account 1", Sheets.TWO, "Ada"));
    }

    static final class NoActions implements SendView.Actions {
        @Override
        public void chooseNetwork(SendForm now, Network network) {}

        @Override
        public void review(SendForm form) {}

        @Override
        public void reviewWith(Gas limit) {}

        @Override
        public void againWith(Nonce nonce) {}

        @Override
        public void back() {}

        @Override
        public void again() {}

        @Override
        public void sign(SendScreen.Review review, boolean twice) {}

        @Override
        public void unlock() {}

        @Override
        public void stopWaiting() {}

        @Override
        public void nameChain(String name, Network network, Consumer<Optional<EvidenceChain>> found) {
            String hash = "0x9bcb90ec3a294591b77dd2a58e973578715cdc0e6eeeb286bc06dd120057f18b";
            List<EvidenceLink> links = List.of(
                    new EvidenceLink(EvidenceLink.Kind.CHECKPOINT, hash, List.of("mainnet")),
                    new EvidenceLink(EvidenceLink.Kind.FINAL_BLOCK, hash, List.of("15703456")),
                    new EvidenceLink(EvidenceLink.Kind.STATE_ROOT, hash, List.of("21004113")),
                    new EvidenceLink(EvidenceLink.Kind.CODE, hash, List.of("4120")),
                    new EvidenceLink(
                            EvidenceLink.Kind.NAMED,
                            Sheets.TWO.toChecksum(),
                            List.of(name, network.chain().toString())));
            found.accept(Optional.of(new EvidenceChain(EvidenceChain.Of.NAME, links, Hash32.fromHex(hash), "{}")));
        }
    }
}
