package org.lifeboat.rpc.transport;

import java.time.Duration;
import java.util.Optional;

/// A [Transport] that can also ask for what stands at its address.
public interface WebTransport extends Transport {
    /// Asks for what stands at the address. As [Transport#post] in all else.
    /// @param accept the `Accept` header
    Fetched get(String accept, Duration timeout, int maximumBytes) throws SourceFault;

    /// @param contentType the header of that name
    /// @param consensusVersion the header `Eth-Consensus-Version` (beacon-APIs)
    @SuppressWarnings("ArrayRecordComponent") // The body is handed on at once; answers are never compared.
    record Fetched(byte[] body, Optional<String> contentType, Optional<String> consensusVersion) {}
}
