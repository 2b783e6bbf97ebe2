package org.lifeboat.conformance.evm;

/// What one state test came to.
/// @param root of the state afterwards, `0x` and 64 digits; empty where the transaction was refused
/// @param logs the Keccak-256 of the RLP of the logs, in the same form
/// @param kind the reason of a refusal, or `executed` and how it ended; for counts
public record StateOutcome(String root, String logs, String kind) {}
