package org.lifeboat.engine.source;

import java.util.Optional;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;

/// That a source knows a transaction, and where it is mined if it is.
public record TransactionClaim(Hash32 hash, Nonce nonce, Optional<Hash32> blockHash) {}
