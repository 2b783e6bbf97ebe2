package org.lifeboat.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lifeboat.engine.dispute.ContestStage;

/// How soon the user must act. Waiting is calm; two hours left to dispute is not.
public enum Haste {
    CALM,
    THIS_WEEK,
    TODAY,
    /// Money is lost if not now.
    NOW;

    /// A transaction can take hours where fees rise.
    static final Duration LAST_HOURS = Duration.ofHours(6);

    static final Duration LAST_DAY = Duration.ofHours(36);

    /// @param fallsAt when the user's side loses if nothing is done, as far as that is known
    static Haste of(ContestStage stage, Optional<Instant> fallsAt, Instant now) {
        return switch (stage) {
            case MOVE, CHECK, HAND_OVER -> fallsAt.map(at -> before(at, now)).orElse(TODAY);
            // What is signed may still miss its block.
            case OWN_WAITS ->
                fallsAt.map(at -> before(at, now))
                        .filter(haste -> haste != THIS_WEEK)
                        .orElse(CALM);
            case SILENT -> fallsAt.map(at -> before(at, now)).orElse(CALM);
            case OTHER_GAME -> TODAY; // its clock runs, and how long is known only after a check
            case TOO_LATE, CAN_SETTLE, CAN_UNLOCK, CAN_CLAIM -> THIS_WEEK;
            case WAIT, NOT_PLAYED, DUE_LATER, WON, LOST, ENDED -> CALM;
        };
    }

    private static Haste before(Instant at, Instant now) {
        Duration left = Duration.between(now, at);
        return left.compareTo(LAST_HOURS) <= 0 ? NOW : left.compareTo(LAST_DAY) <= 0 ? TODAY : THIS_WEEK;
    }
}
