package org.lifeboat.engine.exit;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.abi.OpL1Block;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.network.OwnCoins;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.verified.Attempt;
import org.lifeboat.engine.verified.Looped;
import org.lifeboat.engine.verified.VerifiedReads;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Reads;

/// Whether an L2 pays its gas in a coin of its own, and what that calls itself: by its settings on L1, or, as newer
/// chains have it, by its own contract on the L2. Nothing unproven is kept.
final class CoinLook {
    private final OwnCoins coins;
    private final VerifiedReads reads = new VerifiedReads();

    CoinLook(OwnCoins coins) {
        this.coins = coins;
    }

    /// @param session in which the contracts were read
    void learn(ExitPlace place, BridgeLook.Session session, Bridge.Contracts contracts, Deadline deadline) {
        ChainId chain = place.l2().chain();
        Assurance how = session.assurance();
        if (how.equals(Assurance.CLAIMED)) {
            return;
        }
        if (!contracts.otherCoin()) {
            coins.forget(chain, how.level());
        } else if (coins.wants(chain, how.level())) {
            Optional<String> onL1 = contracts
                    .systemConfig()
                    .flatMap(settings -> session.read(contracts, (pass, _) -> OpStack.coinSymbol(pass, settings)));
            coins.learn(chain, onL1.or(() -> onL2(place, deadline)), how.level());
        }
    }

    private Optional<String> onL2(ExitPlace place, Deadline deadline) {
        for (Source source : place.l2Sources()) {
            if (source.health().setAside()) {
                continue;
            }
            switch (symbol(place, source, deadline)) {
                case Looped.Done<Optional<String>>(Optional<String> symbol, Assurance how)
                when symbol.isPresent() && !how.equals(Assurance.CLAIMED) -> {
                    return symbol;
                }
                case Looped.Lied<Optional<String>>(var contradiction) -> source.refuted(contradiction.refutation());
                case Looped.Done<Optional<String>> _, Looped.Stopped<Optional<String>> _ -> {}
            }
        }
        return Optional.empty();
    }

    private Looped<Optional<String>> symbol(ExitPlace place, Source source, Deadline deadline) {
        return reads.at(
                BlockSelector.LATEST,
                place.l2(),
                source,
                List.of(OpL1Block.ADDRESS),
                (_, chain) -> {
                    Reads pass = new Reads(chain);
                    Optional<String> answer = OpStack.coinSymbol(pass, OpL1Block.ADDRESS);
                    return pass.missing().isEmpty()
                            ? pass.notHere()
                                    .<Attempt<Optional<String>>>map(Attempt.NotHere::new)
                                    .orElseGet(() -> new Attempt.Done<>(answer))
                            : new Attempt.Needs<>(pass.missing());
                },
                deadline);
    }
}
