/// What a source can do, measured by asking it, and what that means for its user.
///
/// Ordinary endpoints are poor: some prove only their head, some nothing. No flow may assume more than stands
/// here. Measuring asks about nobody: the zero address and public contracts only. It is bounded in requests,
/// goes one after the other, and keeps "no", "yes" and "could not find out" apart.
@NullMarked
package org.lifeboat.engine.capability;

import org.jspecify.annotations.NullMarked;
