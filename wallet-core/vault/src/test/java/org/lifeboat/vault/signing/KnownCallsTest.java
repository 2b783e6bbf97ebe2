package org.lifeboat.vault.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownCallsTest {
    /// Selectors as published in the standards and by the bridges' own interfaces; here they are only held
    /// against what Keccak makes of our signatures, so that a typing error in a signature is found.
    private static final Map<String, String> PUBLISHED = Map.ofEntries(
            Map.entry("transfer(address,uint256)", "0xa9059cbb"),
            Map.entry("transferFrom(address,address,uint256)", "0x23b872dd"),
            Map.entry("approve(address,uint256)", "0x095ea7b3"),
            Map.entry("increaseAllowance(address,uint256)", "0x39509351"),
            Map.entry("decreaseAllowance(address,uint256)", "0xa457c2d7"),
            Map.entry("permit(address,address,uint256,uint256,uint8,bytes32,bytes32)", "0xd505accf"),
            Map.entry("permit(address,address,uint256,uint256,bool,uint8,bytes32,bytes32)", "0x8fcbaf0c"),
            Map.entry("setApprovalForAll(address,bool)", "0xa22cb465"),
            Map.entry("safeTransferFrom(address,address,uint256)", "0x42842e0e"),
            Map.entry("safeTransferFrom(address,address,uint256,bytes)", "0xb88d4fde"),
            Map.entry("safeTransferFrom(address,address,uint256,uint256,bytes)", "0xf242432a"),
            Map.entry("safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)", "0x2eb2c2d6"),
            Map.entry("approve(address,address,uint160,uint48)", "0x87517c45"),
            Map.entry("deposit()", "0xd0e30db0"),
            Map.entry("withdraw(uint256)", "0x2e1a7d4d"),
            Map.entry("depositTransaction(address,uint256,uint64,bool,bytes)", "0xe9e05c42"),
            Map.entry("depositETH(uint32,bytes)", "0xb1a1a882"),
            Map.entry("depositETHTo(address,uint32,bytes)", "0x9a2ac6d5"),
            Map.entry("depositERC20(address,address,uint256,uint32,bytes)", "0x58a997f6"),
            Map.entry("depositERC20To(address,address,address,uint256,uint32,bytes)", "0x838b2520"),
            Map.entry("relayMessage(uint256,address,address,uint256,uint256,bytes)", "0xd764ad0b"),
            Map.entry("bridgeETH(uint32,bytes)", "0x09fc8843"),
            Map.entry("bridgeETHTo(address,uint32,bytes)", "0xe11013dd"),
            Map.entry("bridgeERC20(address,address,uint256,uint32,bytes)", "0x87087623"),
            Map.entry("bridgeERC20To(address,address,address,uint256,uint32,bytes)", "0x540abf73"),
            Map.entry("withdraw(address,uint256,uint32,bytes)", "0x32b7006d"),
            Map.entry("withdrawTo(address,address,uint256,uint32,bytes)", "0xa3a79548"),
            Map.entry("initiateWithdrawal(address,uint256,bytes)", "0xc2b3e5ac"),
            Map.entry("sendMessage(address,bytes,uint32)", "0x3dbb202b"),
            Map.entry(
                    "proveWithdrawalTransaction((uint256,address,address,uint256,uint256,bytes),uint256,"
                            + "(bytes32,bytes32,bytes32,bytes32),bytes[])",
                    "0x4870496f"),
            Map.entry("finalizeWithdrawalTransaction((uint256,address,address,uint256,uint256,bytes))", "0x8c3152e9"),
            Map.entry(
                    "finalizeWithdrawalTransactionExternalProof("
                            + "(uint256,address,address,uint256,uint256,bytes),address)",
                    "0x43ca1c50"),
            Map.entry("create(uint32,bytes32,bytes)", "0x82ecf2f6"),
            Map.entry("createWithInitData(uint32,bytes32,bytes,bytes)", "0x1011f377"),
            Map.entry("move(bytes32,uint256,bytes32,bool)", "0x6f034409"),
            Map.entry("step(uint256,bool,bytes,bytes)", "0xd8cc1a3c"),
            Map.entry("closeGame()", "0x786b844b"),
            Map.entry("attack(bytes32,uint256,bytes32)", "0x472777c6"),
            Map.entry("defend(bytes32,uint256,bytes32)", "0x7b0f0adc"),
            Map.entry("challengeRootL2Block((bytes32,bytes32,bytes32,bytes32),bytes)", "0x01935130"),
            Map.entry("resolveClaim(uint256,uint256)", "0x03c2924d"),
            Map.entry("resolve()", "0x2810e1d6"),
            Map.entry("claimCredit(address)", "0x60e27464"),
            Map.entry("depositEth()", "0x439370b1"),
            Map.entry("withdrawEth(address)", "0x25e16063"),
            Map.entry("sendTxToL1(address,bytes)", "0x928c169a"),
            Map.entry("redeem(bytes32)", "0xeda1122c"),
            Map.entry("cancel(bytes32)", "0xc4d252f5"),
            Map.entry("keepalive(bytes32)", "0xf0b21a41"));

    @Test
    void everyKnownCall_hasThePublishedSelector() {
        assertThat(KnownCalls.ALL).hasSameSizeAs(PUBLISHED.keySet());
        for (KnownCall call : KnownCalls.ALL) {
            assertThat(call.selector().toHex()).as(call.signature()).isEqualTo(PUBLISHED.get(call.signature()));
        }
    }
}
