/// Lessons: five contracts as textbooks draw them, and what becomes of the money in them. Each lesson is a play on
/// the sandbox's L1: people put money in, and somebody takes it who should not. The contracts are
/// `resources/contracts/lessons/Lessons.sol`; what real systems do instead stands in `resources/docs/lessons.md`.
///
/// A play has no words of its own: it says what happened as data ([LessonMoment]).
@NullMarked
package org.lifeboat.sandbox.lessons;

import org.jspecify.annotations.NullMarked;
