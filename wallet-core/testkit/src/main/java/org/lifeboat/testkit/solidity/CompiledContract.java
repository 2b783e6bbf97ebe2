package org.lifeboat.testkit.solidity;

/// @param creationCode hex with `0x`; constructor arguments are appended to it
/// @param runtimeCode hex with `0x`: what stands at the address afterwards (none of ours has immutables)
public record CompiledContract(String name, String creationCode, String runtimeCode) {}
