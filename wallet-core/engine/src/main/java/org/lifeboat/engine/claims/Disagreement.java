package org.lifeboat.engine.claims;

import org.lifeboat.engine.source.SourceId;

/// A source said one thing and the proof says another. Both statements are kept for showing.
public record Disagreement(SourceId source, Contradiction contradiction) {}
