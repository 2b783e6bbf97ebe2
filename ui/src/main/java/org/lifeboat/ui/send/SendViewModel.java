package org.lifeboat.ui.send;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.PriceNow;
import org.lifeboat.engine.send.Replacement;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.send.SendScreen.Choices;
import org.lifeboat.ui.send.SendScreen.Flaw;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;
import org.lifeboat.vault.signing.Signed;
import org.lifeboat.vault.signing.Signing;

/// Leads from the form over the review to a signature. Signs only what stands on the review page.
public final class SendViewModel {
    /// What any transaction takes. Source: Yellow Paper, appendix G, `G_transaction`.
    private static final long LEAST_GAS = 21_000;

    private final SendDesk desk;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<SendScreen> screen = new ReadOnlyObjectWrapper<>(new SendScreen.Loading());
    private Choices choices = new Choices(List.of(), List.of(), List.of(), List.of());
    private Optional<SendForm> form = Optional.empty();
    private Tasks.Running running = () -> {};
    private Optional<Preparing> last = Optional.empty();

    /// Whoever sets it first decides: what was approved is signed, or the user gave up and nothing is.
    private AtomicBoolean decided = new AtomicBoolean();

    /// What leads to a review, with the user's own nonce where one was chosen.
    @FunctionalInterface
    private interface Preparing {
        void begin(Optional<Nonce> nonce);
    }

    public SendViewModel(SendDesk desk, Tasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<SendScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// Reads the chain of evidence of where a name leads; empty if there is none.
    public void nameChain(String name, Network network, Consumer<Optional<EvidenceChain>> found) {
        tasks.run(() -> desk.nameChain(name, network), found, _ -> found.accept(Optional.empty()));
    }

    /// Reads what there is to choose from and fills the form with `wanted`.
    public void load(Optional<Place.Holding> wanted) {
        last = Optional.of(_ -> load(wanted));
        tasks.run(
                () -> desk.choices(Optional.empty()),
                found -> begin(found, wanted),
                _ -> screen.set(new SendScreen.Unreadable()));
    }

    /// Asks for what is to take the place of a transaction that waits, and leads to its review.
    public void replace(ChainId chain, Hash32 hash, Replacement.Way way) {
        lead(_ -> desk.replace(chain, hash, way));
    }

    /// Asks for the step that an exit calls for, and leads to its review.
    public void exitStep(PlanStore.Id exit, ExitWish wish, boolean evenIfLost) {
        lead(nonce -> desk.exits(nonce).step(exit, wish, evenIfLost));
    }

    /// Asks for what a contest calls for, and leads to its review.
    public void disputeStep(PlanStore.Id plan) {
        lead(nonce -> desk.disputes(nonce).step(plan));
    }

    /// Leads to the review of a payment on `l2` that goes through L1.
    public void forcedPayment(ChainId l2, Address from, Address to, Wei amount) {
        lead(nonce -> desk.exits(nonce).forcedPayment(l2, from, to, amount));
    }

    /// The same in a token of `l2`.
    /// @param units in its smallest unit
    public void forcedTokens(ChainId l2, Address from, Address to, Address token, BigInteger units) {
        lead(nonce -> desk.exits(nonce).forcedTokens(l2, from, to, token, units));
    }

    /// Leads to the review of what comes next where something is brought to an L2.
    public void depositStep(Place.DepositStep step) {
        lead(nonce -> desk.exits(nonce).deposit(step));
    }

    /// What the engine makes of a wish; blocks.
    @FunctionalInterface
    private interface Led {
        SendScreen prepared(Optional<Nonce> nonce) throws InterruptedException;
    }

    private void lead(Led led) {
        begin(nonce -> {
            screen.set(new SendScreen.Preparing());
            running = tasks.run(() -> led.prepared(nonce), screen::set, problem -> screen.set(failed("", problem)));
        });
    }

    private void begin(Preparing preparing) {
        last = Optional.of(preparing);
        preparing.begin(Optional.empty());
    }

    /// Asks once more for what was to be reviewed last.
    public void again() {
        last.ifPresent(preparing -> preparing.begin(Optional.empty()));
    }

    /// As [#again], with the user's own choice.
    public void againWith(Nonce nonce) {
        last.ifPresent(preparing -> preparing.begin(Optional.of(nonce)));
    }

    private void begin(Choices found, Optional<Place.Holding> wanted) {
        choices = found;
        if (found.accounts().isEmpty()) {
            screen.set(new SendScreen.NoSigner());
        } else if (found.networks().isEmpty()) {
            screen.set(new SendScreen.NoSource());
        } else {
            Network network = wanted.flatMap(holding -> found.networks().stream()
                            .filter(each -> each.chain().equals(holding.chain()))
                            .findFirst())
                    .orElse(found.networks().getFirst());
            Account from = wanted.flatMap(holding -> found.accounts().stream()
                            .filter(each -> each.address().equals(holding.account()))
                            .findFirst())
                    .orElse(found.accounts().getFirst());
            fill(new SendForm(from, network, new Asset.Coin(network), "", "", false, true, Speed.NORMAL), wanted);
        }
    }

    private void fill(SendForm start, Optional<Place.Holding> wanted) {
        tasks.run(
                () -> desk.assets(start.network()),
                assets -> {
                    choices = new Choices(choices.accounts(), choices.networks(), assets, choices.contacts());
                    Asset asset = wanted.flatMap(holding -> assets.stream()
                                    .filter(each -> each.contract().equals(holding.token()))
                                    .findFirst())
                            .orElse(assets.getFirst());
                    show(new SendForm(
                            start.from(),
                            start.network(),
                            asset,
                            start.to(),
                            start.amount(),
                            start.all(),
                            start.keepWayOut(),
                            start.speed()));
                },
                _ -> screen.set(new SendScreen.NoSource()));
    }

    private void show(SendForm next) {
        form = Optional.of(next);
        screen.set(new SendScreen.Filling(choices, next, Flaw.NONE));
    }

    /// Another network was chosen: its assets take the place of the others.
    public void chooseNetwork(SendForm now, Network network) {
        fill(
                new SendForm(
                        now.from(),
                        network,
                        new Asset.Coin(network),
                        now.to(),
                        now.amount(),
                        now.all(),
                        now.keepWayOut(),
                        now.speed()),
                Optional.empty());
    }

    /// Back to the form as it was.
    /// @return false where there was no form: then the way back is to where the user came from
    public boolean back() {
        running.cancel();
        form.ifPresent(this::show);
        return form.isPresent();
    }

    /// Looks the form over, then asks for fee, nonce and checks.
    public void review(SendForm filled) {
        review(filled, Optional.empty());
    }

    /// As [#review] for the form as it stands, with the user's own gas limit.
    public void reviewWith(Gas limit) {
        form.ifPresent(filled -> review(filled, Optional.of(limit)));
    }

    private void review(SendForm filled, Optional<Gas> limit) {
        begin(nonce -> review(filled, limit, nonce));
    }

    private void review(SendForm filled, Optional<Gas> limit, Optional<Nonce> nonce) {
        form = Optional.of(filled);
        Flaw flaw = flaw(filled);
        if (flaw != Flaw.NONE) {
            screen.set(new SendScreen.Filling(choices, filled, flaw));
            return;
        }
        screen.set(new SendScreen.Preparing());
        running = tasks.run(
                () -> desk.prepare(
                        filled.to(),
                        filled.network(),
                        recipient -> order(filled, recipient, limit).with(nonce)),
                screen::set,
                problem -> screen.set(failed(filled.network().name(), problem)));
    }

    private static SendScreen failed(String network, Exception problem) {
        Note reason =
                Note.of(Note.Kind.SOURCE_FAILED, network, problem.getClass().getSimpleName());
        return new SendScreen.Unanswered(List.of(reason), List.of(), "");
    }

    static Flaw flaw(SendForm form) {
        Flaw recipient = NameLookup.isMeant(form.to()) ? Flaw.NONE : recipientFlaw(form);
        return recipient != Flaw.NONE || form.all() ? recipient : amountFlaw(form);
    }

    private static Flaw recipientFlaw(SendForm form) {
        try {
            Address.fromHex(form.to().strip());
        } catch (IllegalArgumentException notHex) {
            return Flaw.NOT_AN_ADDRESS;
        }
        try {
            Address.fromUser(form.to().strip());
        } catch (IllegalArgumentException mistyped) {
            return Flaw.CHECKSUM;
        }
        return Flaw.NONE;
    }

    private static Flaw amountFlaw(SendForm form) {
        String amount = form.amount().strip();
        if (!amount.matches("[0-9]{1,60}(\\.[0-9]+)?")) {
            return Flaw.NOT_AN_AMOUNT;
        }
        try {
            TokenAmount.parse(amount, form.asset().decimals());
            return Flaw.NONE;
        } catch (IllegalArgumentException tooPrecise) {
            return Flaw.TOO_MANY_DECIMALS;
        }
    }

    /// A gas limit as it is typed; empty where it is none.
    static Optional<Gas> gasLimit(String typed) {
        String digits = typed.strip();
        return digits.matches("[0-9]{5,15}")
                ? Optional.of(new Gas(Long.parseLong(digits))).filter(limit -> limit.amount() >= LEAST_GAS)
                : Optional.empty();
    }

    /// A nonce as it is typed; empty where it is none.
    static Optional<Nonce> nonce(String typed) {
        String digits = typed.strip();
        return digits.matches("[0-9]{1,15}") ? Optional.of(new Nonce(Long.parseLong(digits))) : Optional.empty();
    }

    private static SendOrder order(SendForm form, Address recipient, Optional<Gas> gasLimit) {
        SendAmount amount = form.all() ? new SendAmount.Max(form.keepWayOut()) : new SendAmount.Exactly(units(form));
        return new SendOrder(
                form.from().address(),
                recipient,
                form.asset(),
                amount,
                form.speed(),
                Optional.empty(),
                gasLimit,
                Optional.empty(),
                "");
    }

    private static BigInteger units(SendForm form) {
        return TokenAmount.parse(form.amount().strip(), form.asset().decimals()).units();
    }

    /// Whether what is on the review page has to be asked a second time.
    public static boolean needsSecondYes(SendScreen.Review review) {
        return review.draft().needsSecondYes() || review.description().needsSecondConfirmation();
    }

    /// Signs what stands on the review page, and sends it; from the page that says that gas has become dearer, all
    /// the same.
    /// @param twice the user was asked a second time and agreed again
    public void sign(SendScreen.Review review, boolean twice) {
        boolean dearer = screen.get() instanceof SendScreen.Dearer(SendScreen.Review asked, var _, var _)
                && review.equals(asked);
        if (!dearer && !review.equals(screen.get())) {
            return; // the page has changed since
        }
        Description description = review.description();
        Approval approval = twice ? description.approve().confirmAgain() : description.approve();
        AtomicBoolean mine = new AtomicBoolean();
        AtomicBoolean signed = new AtomicBoolean();
        decided = mine;
        screen.set(new SendScreen.Sending(review));
        tasks.run(
                () -> {
                    Optional<SendScreen> rose = dearer ? Optional.empty() : dearer(review, twice);
                    return rose.isPresent()
                            ? rose.filter(_ -> mine.compareAndSet(false, true))
                            : desk.sign(review.draft(), approval, () -> mine.compareAndSet(false, true))
                                    .map(signing -> sent(review.draft(), signing, signed));
                },
                outcome -> outcome.ifPresent(screen::set),
                _ -> screen.set(
                        signed.get()
                                ? new SendScreen.Unclear(review.draft().network())
                                : new SendScreen.NotSigned(SendScreen.Refusal.FROZEN)));
    }

    /// What is asked once more where the price that was shown is no longer enough.
    private Optional<SendScreen> dearer(SendScreen.Review review, boolean twice) {
        return desk.price(review.draft()) instanceof PriceNow.TooLow low
                ? Optional.of(new SendScreen.Dearer(review, twice, low))
                : Optional.empty();
    }

    /// Before it is signed, back to the review: nothing will be. Afterwards nobody waits any more, but what is
    /// under way goes on: a signature that may have left is not taken back by stopping half way.
    public void stopWaiting() {
        if (screen.get() instanceof SendScreen.Sending(SendScreen.Review review)) {
            boolean dropped = decided.compareAndSet(false, true);
            screen.set(
                    dropped
                            ? review
                            : new SendScreen.StillSending(review.draft().network()));
        }
    }

    /// @param done is set before the signature is handed on
    private SendScreen sent(Draft draft, Signing signing, AtomicBoolean done) {
        return switch (signing) {
            case Signing.Done(Signed.Sendable(SignedTransaction signed)) -> {
                done.set(true);
                yield sent(draft, signed);
            }
            case Signing.Done _, Signing.NotApproved _, Signing.ConfirmAgain _ ->
                new SendScreen.NotSigned(SendScreen.Refusal.FROZEN);
            case Signing.Locked _ -> new SendScreen.NotSigned(SendScreen.Refusal.LOCKED);
            case Signing.WatchOnly _, Signing.UnknownAccount _ -> new SendScreen.NotSigned(SendScreen.Refusal.NO_KEY);
        };
    }

    private SendScreen sent(Draft draft, SignedTransaction signed) {
        return switch (desk.submit(draft, signed)) {
            case Submission.Result.Sent sent -> new SendScreen.Sent(draft.network(), sent.transaction());
            case Submission.Result.NotTaken kept -> new SendScreen.NotTaken(kept.transaction(), kept.refusals());
            case Submission.Result.NotThisDraft() -> new SendScreen.NotSigned(SendScreen.Refusal.FROZEN);
        };
    }
}
