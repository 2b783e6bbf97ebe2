package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.verified.Attempt;
import org.lifeboat.engine.verified.Looped;
import org.lifeboat.engine.verified.VerifiedReads;
import org.lifeboat.primitives.Address;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Reads;
import org.lifeboat.rollups.opstack.TokenExit;
import org.lifeboat.rollups.opstack.TokenHolding;
import org.lifeboat.rollups.opstack.TokenNames;

/// Reads whether and how a token of an L2 gets home: what it says of itself by its own code, run here on
/// what a server of the L2 proves at its newest block; what is locked for it by L1.
final class TokenLook {
    private final VerifiedReads reads = new VerifiedReads();
    private final BridgeLook bridges;

    TokenLook(BridgeLook bridges) {
        this.bridges = bridges;
    }

    /// @return empty where either layer could not be read
    Optional<Exits.TokenSeen> token(ExitPlace place, Address token, Duration patience) {
        for (Source source : place.l2Sources()) {
            if (source.health().setAside()) {
                continue;
            }
            switch (names(place, source, token, patience)) {
                case Looped.Done<TokenNames>(TokenNames names, Assurance how) -> {
                    return bridges.token(place, token, names, patience)
                                    instanceof BridgeLook.Outcome.Seen<TokenExit> seen
                            ? Optional.of(new Exits.TokenSeen(seen.value(), how))
                            : Optional.empty();
                }
                case Looped.Lied<TokenNames>(var contradiction) -> source.refuted(contradiction.refutation());
                case Looped.Stopped<TokenNames> _ -> {}
            }
        }
        return Optional.empty();
    }

    /// @param spender who may take of it
    /// @return empty where no source proves it
    Optional<TokenHolding> holding(
            ExitPlace place, boolean onL1, Address token, Address owner, Address spender, Duration patience) {
        Network network = onL1 ? place.l1() : place.l2();
        for (Source source : onL1 ? place.l1Sources() : place.l2Sources()) {
            if (source.health().setAside()) {
                continue;
            }
            switch (read(
                    network,
                    source,
                    token,
                    pass -> OpStack.tokenHolding(pass, token, owner, spender),
                    Deadline.in(patience))) {
                case Looped.Done<Optional<TokenHolding>>(Optional<TokenHolding> held, Assurance _) -> {
                    return held;
                }
                case Looped.Lied<Optional<TokenHolding>>(var contradiction) ->
                    source.refuted(contradiction.refutation());
                case Looped.Stopped<Optional<TokenHolding>> _ -> {}
            }
        }
        return Optional.empty();
    }

    private Looped<TokenNames> names(ExitPlace place, Source source, Address token, Duration patience) {
        return read(place.l2(), source, token, pass -> OpStack.tokenNames(pass, token), Deadline.in(patience));
    }

    private <R> Looped<R> read(
            Network network, Source source, Address token, Function<Reads, R> question, Deadline deadline) {
        return reads.at(
                BlockSelector.LATEST,
                network,
                source,
                List.of(token),
                (_, chain) -> {
                    Reads pass = new Reads(chain);
                    R answer = question.apply(pass);
                    return pass.missing().isEmpty()
                            ? pass.notHere()
                                    .<Attempt<R>>map(Attempt.NotHere::new)
                                    .orElseGet(() -> new Attempt.Done<>(answer))
                            : new Attempt.Needs<>(pass.missing());
                },
                deadline);
    }
}
