package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.tx.SignedTransaction;

/// Use case: a draft that takes the place of a transaction that waits, at today's price. Signs and sends nothing.
public final class Replacement {
    private final Storage storage;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Duration patience;
    private final Rehearsing rehearsing = new Rehearsing();

    /// @param patience for one source; the next one is tried after that
    public Replacement(Storage storage, Tokens tokens, InstantSource clock, Duration patience) {
        this.storage = storage;
        this.tokens = tokens;
        this.clock = clock;
        this.patience = patience;
    }

    /// What takes the nonce.
    public enum Way {
        /// The same payment with a higher fee.
        SPEED_UP,
        /// Nothing, to oneself.
        CANCEL
    }

    public sealed interface Outcome {
        /// @param disagreements sources that were set aside on the way
        record Ready(Draft draft, List<Disagreement> disagreements) implements Outcome {
            public Ready {
                disagreements = List.copyOf(disagreements);
            }
        }

        /// It is in a block, or another one has its nonce: there is nothing to replace.
        record Settled(OwnTransaction transaction) implements Outcome {}

        /// A kind of transaction that this program does not make.
        record NotReplaceable() implements Outcome {}

        /// No source told today's price. Retry.
        record Unanswered(List<Note> reasons, List<Disagreement> disagreements) implements Outcome {
            public Unanswered {
                reasons = List.copyOf(reasons);
                disagreements = List.copyOf(disagreements);
            }
        }
    }

    /// As the other, on a network of which nothing is verified.
    public Outcome prepare(OwnTransaction own, Way way, Network network, List<Source> sources)
            throws InterruptedException {
        return prepare(own, way, network, sources, Optional.empty());
    }

    /// @param own as it stands in the records now
    /// @param sources of its network, in the user's order
    /// @param verified what is verified of its network, where it is an L1 that is followed
    /// @throws InterruptedException if the caller was interrupted
    public Outcome prepare(
            OwnTransaction own, Way way, Network network, List<Source> sources, Optional<SyncStatus> verified)
            throws InterruptedException {
        if (own.status().settled()) {
            return new Outcome.Settled(own);
        }
        return switch (SignedTransaction.decode(own.signed())) {
            case Answer.Proven<SignedTransaction>(SignedTransaction signed) ->
                switch (nothing(own, network, sources)) {
                    case Preparation.Ready(Draft market, List<Disagreement> disagreements) ->
                        draft(own, way, network, signed, market)
                                .map(draft -> tried(draft, disagreements, sources, verified))
                                .orElseGet(Outcome.NotReplaceable::new);
                    case Preparation.NotPossible _, Preparation.GasLimitWanted _ ->
                        new Outcome.Unanswered(List.of(), List.of());
                    case Preparation.Unanswered(List<Note> reasons, List<Disagreement> disagreements) ->
                        new Outcome.Unanswered(reasons, disagreements);
                };
            case Answer.Refuted<SignedTransaction> _, Answer.Unknown<SignedTransaction> _ ->
                new Outcome.NotReplaceable();
        };
    }

    private Outcome tried(
            Draft draft, List<Disagreement> disagreements, List<Source> sources, Optional<SyncStatus> verified) {
        Rehearsing.Rehearsed rehearsed = rehearsing.rehearse(draft, sources, verified, patience);
        List<Disagreement> all = new ArrayList<>(disagreements);
        all.addAll(rehearsed.disagreements());
        return new Outcome.Ready(rehearsed.draft(), all);
    }

    /// Today's price and the gas of a plain transfer, as a payment of nothing to oneself shows them.
    private Preparation nothing(OwnTransaction own, Network network, List<Source> sources) throws InterruptedException {
        SendOrder order = SendOrder.of(
                own.account(), own.account(), new Asset.Coin(network), new SendAmount.Exactly(BigInteger.ZERO));
        SendPlace place = new SendPlace(network, sources, List.of(), Set.of(), Optional.empty());
        return new Sending(storage, clock, patience).untried(order, place);
    }

    private Optional<Draft> draft(
            OwnTransaction own, Way way, Network network, SignedTransaction signed, Draft market) {
        GasPrice price = market.fee().price();
        return switch (way) {
            case SPEED_UP -> Replacing.speedUp(network, asset(own, network), own, signed.transaction(), price);
            case CANCEL ->
                Replacing.cancel(
                        network,
                        new Asset.Coin(network),
                        own,
                        signed.transaction(),
                        price,
                        market.fee().gasLimit());
        };
    }

    /// With what was kept beside the transaction where the token is in no list any more.
    private Asset asset(OwnTransaction own, Network network) {
        return switch (own.asset()) {
            case OwnTransaction.Asset.Coin _ -> new Asset.Coin(network);
            case OwnTransaction.Asset.Erc20(var contract, String symbol, int decimals) ->
                new Asset.Erc20(
                        tokens.find(own.chain(), contract)
                                .orElseGet(() -> new Token(
                                        own.chain(),
                                        contract,
                                        symbol,
                                        symbol,
                                        decimals,
                                        Optional.empty(),
                                        Optional.empty())),
                        network.testNet());
        };
    }
}
