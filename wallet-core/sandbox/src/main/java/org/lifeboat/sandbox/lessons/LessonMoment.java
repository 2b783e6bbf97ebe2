package org.lifeboat.sandbox.lessons;

import org.lifeboat.primitives.Wei;

/// One thing that happened in a play.
/// @param amount that it was about; zero where it was about none
/// @param went whether the contract took it
/// @param left what the contract that keeps the money holds afterwards
public record LessonMoment(What what, Wei amount, boolean went, Wei left) {
    /// The words are `lesson.moment.*`.
    public enum What {
        /// Somebody puts money in.
        DEPOSITED,
        /// The operator posts a root, and nothing else.
        ROOT_POSTED,
        /// Somebody says that it is false, and has no proof.
        CHALLENGED_FOR_NOTHING,
        /// Whoever is in the batch asks for their money.
        OWNER_ASKS,
        /// Somebody who is in the batch asks without the operator, and so without what the root is the root of.
        OWNER_ASKS_ALONE,
        /// The operator posts a root in which everything is theirs.
        FALSE_ROOT_POSTED,
        /// Seven days pass in which nobody looks.
        NOBODY_LOOKS,
        /// The operator asks for what the false root gives them.
        OPERATOR_TAKES,
        /// What was paid is asked for once more.
        PAID_TWICE,
        /// A stranger hands in a state of their own with a proof of nothing.
        STATE_WITHOUT_PROOF,
        /// The stranger asks for what it gives them.
        STRANGER_TAKES,
        /// Another rollup has a verifier that checks.
        STRICT_VERIFIER,
        /// The stranger puts the other verifier in its place.
        VERIFIER_REPLACED,
        /// Both sign how the money is divided now.
        DIVISION_SIGNED,
        /// They have paid each other; both sign another division.
        NEWER_DIVISION_SIGNED,
        /// Whoever had more before hands in the older one.
        OLD_DIVISION_CLOSES,
        /// The same signatures in another channel of the two.
        OTHER_CHANNEL_CLOSED,
        /// One of the two has gone; the other asks alone.
        PARTNER_GONE,
        /// A stranger tells the bridge to pay them.
        STRANGER_CALLS,
        /// A stranger makes money for themselves.
        MONEY_FROM_NOTHING,
        /// The stranger burns it, so that the other end pays.
        BURNT
    }
}
