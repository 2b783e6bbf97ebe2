package org.lifeboat.rpc.transport;

import java.time.Duration;

/// Sends bodies to one address. Thread-safe; blocks the calling (virtual) thread.
public interface Transport {
    /// @param timeout for the whole exchange, from looking up the name to the last byte of the body
    /// @param maximumBytes of the answer's body; reading stops there
    /// @return the body of an answer with status 200
    /// @throws SourceFault in every other case, also when the thread is interrupted (its flag is then set again)
    byte[] post(byte[] body, Duration timeout, int maximumBytes) throws SourceFault;
}
