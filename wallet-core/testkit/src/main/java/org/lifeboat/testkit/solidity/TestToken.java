package org.lifeboat.testkit.solidity;

import java.util.Optional;
import java.util.OptionalInt;

/// The test tokens of `Tokens.sol`, each with one habit that real tokens have.
public enum TestToken {
    PLAIN("PlainToken", "PLAIN", OptionalInt.of(18), Optional.of(word("00"))),
    SIX_DECIMALS("SixDecimalsToken", "SIX", OptionalInt.of(6), Optional.of(word("09"))),
    /// ERC-7201 with the id `openzeppelin.storage.ERC20`; the word stands in OpenZeppelin's ERC20Upgradeable.
    NAMESPACED(
            "NamespacedToken",
            "SPACE",
            OptionalInt.of(18),
            Optional.of("0x52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace00")),
    /// In no slot that is usually tried.
    ODD_SLOT("OddSlotToken", "ODD", OptionalInt.of(18), Optional.of(word("4d"))),
    /// Shows ten times what its storage holds.
    BOASTING("BoastingToken", "BOAST", OptionalInt.of(18), Optional.empty()),
    /// Mapping laid out as Vyper does: the slot comes before the key.
    VYPER_ORDER("VyperOrderToken", "VYPER", OptionalInt.of(18), Optional.of(word("02"))),
    /// Name and symbol are bytes32.
    BYTES32("Bytes32Token", "OLD", OptionalInt.of(18), Optional.of(word("01"))),
    NO_DECIMALS("NoDecimalsToken", "NODEC", OptionalInt.empty(), Optional.of(word("00"))),
    /// Keeps one percent of each transfer.
    FEE_ON_TRANSFER("FeeToken", "FEE", OptionalInt.of(18), Optional.of(word("00"))),
    /// `transfer` returns nothing.
    NO_RETURN("NoReturnToken", "NORET", OptionalInt.of(6), Optional.of(word("02"))),
    /// An EIP-1967 proxy in front of [#PLAIN].
    PROXY("ProxyToken", "PLAIN", OptionalInt.of(18), Optional.of(word("00")));

    private final String contract;
    private final String symbol;
    private final OptionalInt decimals;
    private final Optional<String> balanceSlot;

    TestToken(String contract, String symbol, OptionalInt decimals, Optional<String> balanceSlot) {
        this.contract = contract;
        this.symbol = symbol;
        this.decimals = decimals;
        this.balanceSlot = balanceSlot;
    }

    private static String word(String lastByte) {
        return "0x" + "00".repeat(31) + lastByte;
    }

    public String contract() {
        return contract;
    }

    public String symbol() {
        return symbol;
    }

    public OptionalInt decimals() {
        return decimals;
    }

    /// The slot of the balance mapping, 32 bytes as hex; empty where no slot holds what `balanceOf` says.
    public Optional<String> balanceSlot() {
        return balanceSlot;
    }
}
