package org.lifeboat.testkit.solidity;

import java.math.BigInteger;
import org.lifeboat.testkit.anvil.AnvilNode;
import tools.jackson.databind.JsonNode;

/// A test token on a node.
/// @param address lower-case hex
public record DeployedToken(AnvilNode node, TestToken kind, String address) {
    // Selectors of ERC-20 (EIP-20) and of our own mint(address,uint256).
    private static final String BALANCE_OF = "0x70a08231";
    private static final String TRANSFER = "0xa9059cbb";
    private static final String MINT = "0x40c10f19";

    /// @param to 20 bytes as hex
    public void mint(String to, BigInteger amount) {
        send(node.accounts().getLast(), MINT + word(to) + word(amount));
    }

    /// Moves tokens of an account that anvil signs for. Returns the receipt.
    public JsonNode transfer(String from, String to, BigInteger amount) {
        return send(from, TRANSFER + word(to) + word(amount));
    }

    /// What the contract says, read past the wallet.
    public BigInteger balanceOf(String account) {
        String call = "[{\"to\":\"%s\",\"data\":\"%s\"},\"latest\"]".formatted(address, BALANCE_OF + word(account));
        return new BigInteger(node.rpc("eth_call", call).stringValue().substring(2), 16);
    }

    private JsonNode send(String from, String data) {
        return node.send("{\"from\":\"%s\",\"to\":\"%s\",\"data\":\"%s\"}".formatted(from, address, data));
    }

    static String word(String address) {
        return "0".repeat(24) + address.substring(2);
    }

    static String word(BigInteger number) {
        String digits = number.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }
}
