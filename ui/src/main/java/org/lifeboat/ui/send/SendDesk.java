package org.lifeboat.ui.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.anchor.Trials;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.NamedRecipient;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.PriceNow;
import org.lifeboat.engine.send.Replacement;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.send.Sending;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.session.KnownNames;
import org.lifeboat.ui.session.Recipients;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;
import org.lifeboat.vault.signing.Signing;
import org.lifeboat.vault.signing.TransactionRequest;

/// What the page of sending asks of the engine and of the keys. Blocks: never on the screen's thread.
public final class SendDesk {
    /// For one source.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// For all sources together: a signature waits for it.
    private static final Duration PRICE_PATIENCE = Duration.ofSeconds(5);

    private final Wallet wallet;
    private final Keys keys;
    private final Tokens tokens;
    private final Sending sending;
    private final Submission submission;
    private final Replacement replacement;
    private final Following following;
    private final Recipients recipients;

    public SendDesk(Wallet wallet, Keys keys, Tokens tokens) {
        this.wallet = wallet;
        this.keys = keys;
        this.tokens = tokens;
        this.recipients = new Recipients(wallet);
        this.sending = new Sending(wallet.storage(), wallet.clock(), PATIENCE);
        this.submission = new Submission(wallet.storage().activity(), wallet.clock());
        this.following = new Following(wallet.storage(), wallet.clock());
        this.replacement = new Replacement(wallet.storage(), tokens, wallet.clock(), PATIENCE);
    }

    /// What there is to choose from on `network`, or on the first watched one.
    SendScreen.Choices choices(Optional<Network> network) {
        List<Network> watched = wallet.networks().watched();
        List<Account> signers = new Accounts(wallet.storage())
                .visible().stream().filter(Account::canSign).toList();
        List<Asset> assets =
                network.or(() -> watched.stream().findFirst()).map(this::assets).orElse(List.of());
        return new SendScreen.Choices(
                signers, watched, assets, wallet.storage().contacts().all());
    }

    List<Asset> assets(Network network) {
        List<Asset> assets = new ArrayList<>();
        assets.add(new Asset.Coin(network));
        tokens.of(network.chain()).forEach(token -> assets.add(new Asset.Erc20(token, network.testNet())));
        return assets;
    }

    /// What is to be reviewed, or why there is nothing to review.
    /// @param to an address, or a name that is looked up first
    /// @param order what is wanted, for a recipient
    SendScreen prepare(String to, Network network, Function<Address, SendOrder> order) throws InterruptedException {
        return switch (recipients.find(to, network, PATIENCE)) {
            case NamedRecipient.At(Address address, List<Check> checks) ->
                prepare(order.apply(address), network, checks);
            case NamedRecipient.Refused(String key, List<String> arguments) ->
                new SendScreen.NoRecipient(key, arguments);
        };
    }

    /// @param first what is to be said before anything else
    SendScreen prepare(SendOrder order, Network network, List<Check> first) throws InterruptedException {
        List<SendPlace.Elsewhere> elsewhere = new ArrayList<>();
        for (Network other : wallet.networks().watched()) {
            List<Source> sources = other.chain().equals(network.chain()) ? List.of() : wallet.sources(other.chain());
            sources.stream().findFirst().ifPresent(source -> elsewhere.add(new SendPlace.Elsewhere(other, source)));
        }
        Set<Address> contracts =
                tokens.of(network.chain()).stream().map(Token::contract).collect(Collectors.toSet());
        SendPlace place = new SendPlace(
                network,
                wallet.sources(network.chain()),
                elsewhere,
                contracts,
                coinOnL1(network, order.from()),
                wallet.verifiedNow(network.chain()));
        return switch (sending.prepare(order, place).saying(first)) {
            case Preparation.Ready(Draft draft, List<Disagreement> disagreements) -> review(draft, disagreements);
            case Preparation.NotPossible(List<Check> checks) -> new SendScreen.NotPossible(checks);
            case Preparation.GasLimitWanted(List<Check> checks, List<Disagreement> disagreements) ->
                new SendScreen.GasLimitWanted(checks, disagreements, network.coinSymbol());
            case Preparation.Unanswered(List<Note> reasons, List<Disagreement> disagreements) ->
                unanswered(reasons, disagreements, network);
        };
    }

    /// What leads exits to their review.
    /// @param nonce the user's own choice
    ExitOrders exits(Optional<Nonce> nonce) {
        return new ExitOrders(wallet, PATIENCE, (order, network, first) -> prepare(order.with(nonce), network, first));
    }

    /// What leads contests to their review.
    /// @param nonce the user's own choice
    DisputeOrders disputes(Optional<Nonce> nonce) {
        return new DisputeOrders(
                wallet, PATIENCE, (order, network, first) -> prepare(order.with(nonce), network, first));
    }

    /// What is to take the place of a transaction that waits.
    SendScreen replace(ChainId chain, Hash32 hash, Replacement.Way way) throws InterruptedException {
        Optional<OwnTransaction> own = wallet.storage().activity().find(chain, hash);
        Optional<Network> network = wallet.networks().find(chain);
        if (own.isEmpty() || network.isEmpty()) {
            return new SendScreen.NothingToReplace();
        }
        List<Source> sources = wallet.sources(chain);
        if (sources.isEmpty()) {
            return new SendScreen.NoSource();
        }
        // What the profile remembers can be old: the chain is asked first, so that nothing is signed against what is
        // done.
        OwnTransaction now =
                following.look(own.get(), network.get(), sources, PATIENCE).transaction();
        return switch (replacement.prepare(now, way, network.get(), sources, wallet.verifiedNow(chain))) {
            case Replacement.Outcome.Ready(Draft draft, List<Disagreement> disagreements) ->
                review(draft, disagreements);
            case Replacement.Outcome.Settled _, Replacement.Outcome.NotReplaceable _ ->
                new SendScreen.NothingToReplace();
            case Replacement.Outcome.Unanswered(List<Note> reasons, List<Disagreement> disagreements) ->
                unanswered(reasons, disagreements, network.get());
        };
    }

    private SendScreen review(Draft draft, List<Disagreement> disagreements) {
        KnownNames known = new KnownNames(wallet.networks(), wallet.storage(), tokens);
        Map<Address, String> names = new HashMap<>();
        for (Address each : List.of(draft.from(), draft.to())) {
            known.addressName(draft.network().chain(), each).ifPresent(name -> names.put(each, name));
        }
        Description description = new TransactionRequest(draft.transaction()).describe(draft.from(), known);
        return new SendScreen.Review(draft, description, disagreements, names);
    }

    private SendScreen unanswered(List<Note> reasons, List<Disagreement> disagreements, Network network) {
        return new SendScreen.Unanswered(reasons, disagreements, network.coinSymbol());
    }

    /// What the sender holds on the L1 under an L2, as far as it was read before.
    private Optional<Wei> coinOnL1(Network network, Address account) {
        return network.layer() instanceof Network.Layer.L2(var l1, var _)
                ? wallet.storage().balances().of(l1, account, Optional.empty()).stream()
                        .max((one, other) -> one.readAt().compareTo(other.readAt()))
                        .map(StoredReading::units)
                        .map(Wei::new)
                : Optional.empty();
    }

    Optional<EvidenceChain> nameChain(String name, Network network) {
        return EvidenceChain.ofName(wallet, network, name);
    }

    /// Whether what was reviewed still pays for its way into a block.
    PriceNow price(Draft draft) {
        return PriceNow.of(draft, wallet.sources(draft.network().chain()), PRICE_PATIENCE);
    }

    /// @param goOn asked when the keys are at hand, last of all before the signature
    /// @return empty where it said no
    Optional<Signing> sign(Draft draft, Approval approval, BooleanSupplier goOn) {
        return keys.sign(new TransactionRequest(draft.transaction()), draft.from(), approval, goOn);
    }

    Submission.Result submit(Draft draft, SignedTransaction signed) {
        Trials.keep(wallet.storage(), draft.network(), draft.from(), signed.encoded(), draft.simulated());
        return submission.submit(
                draft, signed, wallet.sources(draft.network().chain()), Submission.Audience.ALL, PATIENCE);
    }
}
