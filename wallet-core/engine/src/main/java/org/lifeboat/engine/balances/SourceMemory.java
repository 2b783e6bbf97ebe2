package org.lifeboat.engine.balances;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.Token.BalanceSlot;
import org.lifeboat.engine.verified.KnownStates;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// What earlier readings have shown about sources, so that the next one wastes no request. Forgotten after a
/// while, because a source can be repaired, and with the process. Thread-safe.
final class SourceMemory {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Map<SourceId, Instant> refusesHashes = new ConcurrentHashMap<>();
    private final Map<SourceId, Refusal> refusesProofs = new ConcurrentHashMap<>();
    private final Map<ChainId, Instant> lacksMulticall = new ConcurrentHashMap<>();
    private final Map<Contract, BalanceSlot> suggestedSlots = new ConcurrentHashMap<>();
    private final KnownStates states = new KnownStates();
    private final TokenKeys tokenKeys = new TokenKeys();

    private record Refusal(Instant at, Note reason) {}

    private record Contract(ChainId chain, Address address) {}

    SourceMemory(InstantSource clock) {
        this.clock = clock;
    }

    KnownStates states() {
        return states;
    }

    TokenKeys tokenKeys() {
        return tokenKeys;
    }

    boolean refusesHashes(SourceId source) {
        return fresh(refusesHashes.get(source));
    }

    void noteRefusesHashes(SourceId source) {
        refusesHashes.put(source, clock.instant());
    }

    Optional<Note> refusesProofs(SourceId source) {
        return Optional.ofNullable(refusesProofs.get(source))
                .filter(refusal -> fresh(refusal.at()))
                .map(Refusal::reason);
    }

    void noteRefusesProofs(SourceId source, Note reason) {
        refusesProofs.put(source, new Refusal(clock.instant(), reason));
    }

    boolean lacksMulticall(ChainId chain) {
        return fresh(lacksMulticall.get(chain));
    }

    void noteLacksMulticall(ChainId chain) {
        lacksMulticall.put(chain, clock.instant());
    }

    Optional<BalanceSlot> suggestedSlot(Token token) {
        return Optional.ofNullable(suggestedSlots.get(new Contract(token.chain(), token.contract())));
    }

    void noteSuggestedSlot(Token token, BalanceSlot slot) {
        suggestedSlots.put(new Contract(token.chain(), token.contract()), slot);
    }

    void forgetSuggestedSlot(Token token) {
        suggestedSlots.remove(new Contract(token.chain(), token.contract()));
    }

    private boolean fresh(@Nullable Instant at) {
        return at != null && at.plus(KEPT).isAfter(clock.instant());
    }
}
