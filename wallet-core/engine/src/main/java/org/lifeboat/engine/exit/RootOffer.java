package org.lifeboat.engine.exit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lifeboat.engine.send.Check;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.RootChoice;

/// A posted root as one that an exit can be proven against, for whoever speaks of it.
/// @param index in the bridge's list
/// @param contract of the game, or of the output oracle that all outputs share
/// @param block of the L2 that the root is of
/// @param creator who posted it, where that is told
/// @param age in the L1 block that was read
/// @param anchorPassed whether the newest root that L1 treats as final is of this block or a later one
/// @param payableFrom at the earliest, were it proven now; empty where that is not known
/// @param refusal why nothing can be proven against it; empty where something can
/// @param recommended whether it is the one that is taken where nothing was chosen
/// @param chosen whether it is the user's choice
public record RootOffer(
        long index,
        Address contract,
        Hash32 root,
        long block,
        Optional<Address> creator,
        Duration age,
        Risk risk,
        Checked checked,
        boolean anchorPassed,
        Optional<Instant> payableFrom,
        Optional<Refusal> refusal,
        boolean recommended,
        boolean chosen) {
    /// As [RootChoice.Risk].
    public enum Risk {
        CONTESTED(Check.Kind.ROOT_CONTESTED),
        OPEN(Check.Kind.ROOT_OPEN),
        DELETABLE(Check.Kind.ROOT_DELETABLE),
        RESOLVED(Check.Kind.ROOT_RESOLVED);

        private final Check.Kind kind;

        Risk(Check.Kind kind) {
            this.kind = kind;
        }

        /// What can become of a proof against it, for the list and for the review.
        public Check said() {
            return Check.of(kind);
        }

        static Risk of(RootChoice.Risk risk) {
            return valueOf(risk.name());
        }
    }

    /// As [RootChoice.Checked].
    public enum Checked {
        SAME(Check.Kind.ROOT_RECOMPUTED),
        OTHER(Check.Kind.ROOT_RECOMPUTED_OTHERWISE),
        NOT_CHECKED(Check.Kind.ROOT_NOT_CHECKED);

        private final Check.Kind kind;

        Checked(Check.Kind kind) {
            this.kind = kind;
        }

        /// What this computer knows of it by itself.
        public Check said() {
            return Check.of(kind);
        }

        static Checked of(RootChoice.Checked checked) {
            return valueOf(checked.name());
        }
    }

    /// As [RootChoice.Refusal].
    public enum Refusal {
        OTHER_KIND,
        LOST,
        BLACKLISTED,
        RETIRED,
        NOT_COUNTED,
        DOES_NOT_COVER,
        TOO_NEW,
        RECOMPUTED_OTHERWISE,
        CONTESTED_TOO
    }

    /// @param index of the game in the bridge's list
    /// @param now of the L1 block that was read
    static RootOffer of(RootChoice choice, long index, L1Time now, boolean chosen) {
        Game game = choice.game();
        return new RootOffer(
                index,
                game.contract(),
                game.root(),
                game.block().number(),
                choice.marks().creator(),
                Duration.ofSeconds(now.unixSeconds() - game.createdAt().unixSeconds()),
                Risk.of(choice.risk()),
                Checked.of(choice.checked()),
                choice.passed(),
                choice.payable().map(L1Time::toInstant),
                choice.refusal().map(refusal -> Refusal.valueOf(refusal.name())),
                choice.recommended(),
                chosen);
    }
}
