package org.lifeboat.engine.exit;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.logs.LogFilter;
import org.lifeboat.engine.logs.LogSearch;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.CoinWithdrawal;
import org.lifeboat.rollups.opstack.TokenWithdrawal;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.verifier.call.Effects;

/// Whether the money arrives. The portal marks a withdrawal as finished also where its call to the target
/// fails, because the target refuses or the bridge has too little; then nobody can ask for it again.
/// Source: OptimismPortal2, `finalizeWithdrawalTransactionExternalProof`.
public final class Payout {
    /// `WithdrawalFinalized(bytes32 indexed withdrawalHash, bool success)`
    private static final Hash32 FINISHED =
            Hash32.fromHex("0xdb5c7652857aa163daadd670e116628fb42e869d8ac4251ef8971d9e5727df1b");

    private static final Bytes YES = Bytes.of(Hash32.ofNumber(1).toArray());

    /// How far back the event is looked for: some eight days of Ethereum.
    private static final long BLOCKS = 60_000;

    private static final long BLOCKS_AT_ONCE = 10_000;

    private Payout() {}

    /// What trying the last step out has shown.
    public enum Forecast {
        ARRIVES,
        /// The target would not get it; finishing now would give the money up.
        LOST,
        /// It would not be handed out now; the messenger keeps it for another try.
        KEPT,
        /// It could not be tried, or the money goes on to somebody else.
        UNKNOWN
    }

    /// @param draft of the last step of `plan`
    public static Forecast forecast(Draft draft, Exits.Plan plan) {
        return forecast(draft, plan.state().withdrawal().orElseThrow());
    }

    /// @param draft of the last step
    public static Forecast forecast(Draft draft, Withdrawal withdrawal) {
        if (!(draft.simulated() instanceof Simulated.Shown(Effects effects, var _, var _, var _))
                || !(effects.ending() instanceof Effects.Ending.Succeeds)) {
            return Forecast.UNKNOWN;
        }
        Optional<TokenWithdrawal> tokens = TokenWithdrawal.of(withdrawal);
        if (tokens.isPresent()) {
            return forecast(effects, tokens.get());
        }
        Optional<CoinWithdrawal> message = CoinWithdrawal.of(withdrawal);
        if (message.isPresent()) {
            return arrives(effects, message.get().to(), withdrawal.value())
                    ? Forecast.ARRIVES
                    : arrives(effects, withdrawal.target(), withdrawal.value()) ? Forecast.KEPT : Forecast.UNKNOWN;
        }
        if (!withdrawal.data().isEmpty()) {
            return Forecast.UNKNOWN;
        }
        return arrives(effects, withdrawal.target(), withdrawal.value()) ? Forecast.ARRIVES : Forecast.LOST;
    }

    private static boolean arrives(Effects effects, Address target, Wei value) {
        BigInteger arrived = effects.coins().stream()
                .filter(change -> change.account().equals(target))
                .map(Effects.CoinChange::more)
                .findFirst()
                .orElse(BigInteger.ZERO);
        return arrived.compareTo(value.value()) >= 0;
    }

    /// By what the token wrote that was moved.
    private static Forecast forecast(Effects effects, TokenWithdrawal tokens) {
        boolean moved = effects.moves().stream()
                .anyMatch(move -> move instanceof Effects.TokenMove.Fungible(var token, var _, var to, var units)
                        && token.equals(tokens.l1Token())
                        && to.equals(tokens.to())
                        && units.signum() > 0);
        return moved || tokens.units().signum() == 0 ? Forecast.ARRIVES : Forecast.KEPT;
    }

    /// Whether the portal's call has succeeded, as its event says. On an L1 that is followed the event is
    /// proven under a verified block; on another it is one source's word.
    /// @return empty where no source shows the event, or its block is not verified yet
    static Optional<Boolean> succeeded(ExitPlace place, Hash32 withdrawal, Duration patience) {
        return place.l1Sources().stream()
                .filter(source -> !source.health().setAside())
                .flatMap(source -> event(source, place, withdrawal, patience).stream())
                .flatMap(event -> (place.settled().isPresent() || place.signed().isPresent()
                                ? proven(place, withdrawal, event.blockNumber(), patience)
                                : Optional.of(event.data()))
                        .stream())
                .findFirst()
                .map(YES::equals);
    }

    private static List<List<Hash32>> topics(Hash32 withdrawal) {
        return List.of(List.of(FINISHED), List.of(withdrawal));
    }

    private static Optional<Bytes> proven(ExitPlace place, Hash32 withdrawal, long block, Duration patience) {
        Optional<VerifiedHead> settled =
                place.settled().filter(head -> head.block().number() >= block);
        Assurance.Level level = settled.isPresent() ? Assurance.Level.FINAL : Assurance.Level.POSTED;
        LogFilter filter = new LogFilter(List.of(place.portal()), topics(withdrawal));
        return settled.or(() -> place.signed().filter(head -> head.block().number() >= block))
                .flatMap(top -> new LogSearch(place.l1Sources(), Deadline.in(patience))
                        .search(filter, block, block, top, level).found().stream()
                                .flatMap(found -> found.logs().stream())
                                .findFirst())
                .map(placed -> placed.log().data());
    }

    private static Optional<LogClaim> event(Source source, ExitPlace place, Hash32 withdrawal, Duration patience) {
        if (!(HeadQuestion.ask(source, place.l1().chain(), BlockSelector.LATEST, Purpose.FOLLOW_TRANSACTION, patience)
                instanceof Head.Usable head)) {
            return Optional.empty();
        }
        long newest = head.block().number();
        long span = Math.min(BLOCKS_AT_ONCE, source.limits().logBlocks().orElse(BLOCKS_AT_ONCE));
        for (long to = newest; to >= 0 && to > newest - BLOCKS; to -= span) {
            Query.LogsOf question =
                    new Query.LogsOf(Math.max(0, to - span + 1), to, List.of(place.portal()), topics(withdrawal));
            Optional<List<LogClaim>> logs =
                    source.ask(question, Purpose.FOLLOW_TRANSACTION, patience).got();
            if (logs.isEmpty()) {
                return Optional.empty();
            }
            Optional<LogClaim> event = logs.get().stream()
                    .filter(log -> log.emitter().equals(place.portal()))
                    .filter(log -> log.topics().equals(List.of(FINISHED, withdrawal)))
                    .findFirst();
            if (event.isPresent()) {
                return event;
            }
        }
        return Optional.empty();
    }
}
