package org.lifeboat.ui.chain;

import org.lifeboat.primitives.ChainId;

/// What the page asks of the engine. Blocks: never on the screen's thread.
@FunctionalInterface
public interface ChainDesk {
    ChainScreen look(ChainId l2);
}
