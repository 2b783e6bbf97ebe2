package org.lifeboat.evm.transaction;

/// What the block has left for a transaction.
/// @param gas unsigned
/// @param blobGas zero before Cancun
public record GasPool(long gas, long blobGas) {}
