package org.lifeboat.rollups.opstack;

/// What the messenger on L1 says of a message that the portal handed to it. The portal counts a message as
/// finished also where the bridge behind the messenger refused it; the messenger then keeps it, and anybody
/// can have it tried again. Source: optimism, `CrossDomainMessenger.sol`, `relayMessage`,
/// `successfulMessages`, `failedMessages`.
public enum Relay {
    /// The bridge took it: the tokens are paid out.
    DONE,
    /// The bridge refused it; it can be tried again.
    FAILED,
    /// The messenger never had it to its end.
    NOT_KNOWN
}
