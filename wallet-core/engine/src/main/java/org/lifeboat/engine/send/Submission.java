package org.lifeboat.engine.send;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.ActivityStore;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.SignedTransaction;

/// Hands signed transactions to sources. The bytes are on disk first; sending the same bytes again does no harm.
public final class Submission {
    private final ActivityStore activity;
    private final InstantSource clock;

    public Submission(ActivityStore activity, InstantSource clock) {
        this.activity = activity;
        this.clock = clock;
    }

    /// Whom the bytes go to.
    public enum Audience {
        /// The first source that takes them.
        ONE,
        /// All of them, so that none alone can hold them back.
        ALL
    }

    /// What came of it. In each case but [NotThisDraft] the bytes are kept and can be sent again.
    public sealed interface Result {
        /// @param takenBy who has it now; says nothing about whether it will be mined
        record Sent(OwnTransaction transaction, List<SourceId> takenBy, List<Refusal> refusals, List<Disagreement> lies)
                implements Result {
            public Sent {
                takenBy = List.copyOf(takenBy);
                refusals = List.copyOf(refusals);
                lies = List.copyOf(lies);
            }
        }

        /// Nobody has taken it, as far as we know. Retry.
        record NotTaken(OwnTransaction transaction, List<Refusal> refusals, List<Disagreement> lies) implements Result {
            public NotTaken {
                refusals = List.copyOf(refusals);
                lies = List.copyOf(lies);
            }
        }

        /// What was signed is not what was shown. Stop: nothing was kept or sent.
        record NotThisDraft() implements Result {}
    }

    /// @param words the source's own, or what went wrong on the way
    public record Refusal(SourceId source, String words) {}

    /// Saves and sends what was signed for `draft`.
    public Result submit(
            Draft draft, SignedTransaction signed, List<Source> sources, Audience audience, Duration patience) {
        if (!signed.transaction().equals(draft.transaction())) {
            return new Result.NotThisDraft();
        }
        Instant now = clock.instant();
        OwnTransaction own = new OwnTransaction(
                draft.network().chain(),
                signed.hash(),
                draft.from(),
                signed.transaction().nonce(),
                draft.kind(),
                signed.encoded(),
                Optional.of(draft.to()),
                asset(draft.asset()),
                draft.units(),
                draft.fee().most(),
                Optional.empty(),
                new Status.Saved(),
                draft.note(),
                now,
                now);
        return hand(activity.find(own.chain(), own.hash()).orElse(own), sources, audience, patience);
    }

    /// Sends the same bytes again.
    public Result resend(OwnTransaction own, List<Source> sources, Audience audience, Duration patience) {
        return hand(own, sources, audience, patience);
    }

    private Result hand(OwnTransaction own, List<Source> sources, Audience audience, Duration patience) {
        activity.put(own);
        List<SourceId> takenBy = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        List<Disagreement> lies = new ArrayList<>();
        for (Source source : sources) {
            if (!takenBy.isEmpty() && audience == Audience.ONE) {
                break;
            }
            Deadline deadline = Deadline.in(patience);
            Reply<Hash32> reply =
                    source.ask(new Query.SendRaw(own.signed()), Purpose.SEND_TRANSACTION, deadline.remaining());
            switch (reply) {
                case Reply.Got<Hash32>(Hash32 hash) -> {
                    takenBy.add(source.id());
                    if (!hash.equals(own.hash())) {
                        lies.add(wrongHash(source, own.hash(), hash));
                    }
                }
                case Reply.Refused<Hash32> refused when knowsIt(refused.message()) -> takenBy.add(source.id());
                case Reply.Refused<Hash32> refused -> refusals.add(new Refusal(source.id(), refused.message()));
                case Reply.Failed<Hash32> failed -> refusals.add(new Refusal(source.id(), failed.detail()));
            }
        }
        if (takenBy.isEmpty()) {
            return new Result.NotTaken(own, refusals, lies);
        }
        Instant now = clock.instant();
        OwnTransaction sent = own.with(own.status().after(new Status.Sighting.TakenBySource(now)), now);
        activity.put(sent);
        return new Result.Sent(sent, takenBy, refusals, lies);
    }

    private static Disagreement wrongHash(Source source, Hash32 ours, Hash32 theirs) {
        Contradiction contradiction =
                new Contradiction(Contradiction.What.TRANSACTION_HASH, "our transaction", theirs.toHex(), ours.toHex());
        source.refuted(contradiction.refutation());
        return new Disagreement(source.id(), contradiction);
    }

    /// Nodes say in different words that they have these very bytes already.
    /// Source: go-ethereum `core/txpool/errors.go`, `ErrAlreadyKnown`; Nethermind `AlreadyKnown`; Erigon, Besu
    /// "Known transaction".
    private static boolean knowsIt(String message) {
        String words = message.toLowerCase(Locale.ROOT).replace(" ", "");
        return words.contains("alreadyknown")
                || words.contains("knowntransaction")
                || words.contains("alreadyimported");
    }

    private static OwnTransaction.Asset asset(Asset asset) {
        return switch (asset) {
            case Asset.Coin coin -> new OwnTransaction.Asset.Coin(coin.symbol());
            case Asset.Erc20(var token, boolean _) ->
                new OwnTransaction.Asset.Erc20(token.contract(), token.symbol(), token.decimals());
        };
    }
}
