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
    private final Map<SourceId, Instant> refusesHashes;
    private final Map<SourceId, Refusal> refusesProofs;
    private final Map<ChainId, Instant> lacksMulticall;
    private final Map<Contract, BalanceSlot> suggestedSlots;
    private final KnownStates states;
    private final TokenKeys tokenKeys;

    private record Refusal(Instant at, Note reason) {}

    private record Contract(ChainId chain, Address address) {}

    SourceMemory(InstantSource clock) {
        this.clock = clock;
        this.refusesHashes = new ConcurrentHashMap<>();
        this.refusesProofs = new ConcurrentHashMap<>();
        this.lacksMulticall = new ConcurrentHashMap<>();
        this.suggestedSlots = new ConcurrentHashMap<>();
        this.states = new KnownStates();
        this.tokenKeys = new TokenKeys();
    }

    private SourceMemory(SourceMemory other) {
        this.clock = other.clock;
        this.refusesHashes = new ConcurrentHashMap<>(other.refusesHashes);
        this.refusesProofs = new ConcurrentHashMap<>(other.refusesProofs);
        this.lacksMulticall = other.lacksMulticall;
        this.suggestedSlots = other.suggestedSlots;
        this.states = other.states;
        this.tokenKeys = other.tokenKeys;
    }

    /// The same, but what is learnt from now on of what sources refuse stays there.
    SourceMemory withRefusalsApart() {
        return new SourceMemory(this);
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
