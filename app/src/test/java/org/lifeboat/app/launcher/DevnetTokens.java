package org.lifeboat.app.launcher;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.lifeboat.primitives.Address;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.solidity.TestContracts;
import tools.jackson.databind.JsonNode;

/// A token on a devnet's L1 with its pair on the L2, and one of the L2's own, of both of which the user has some.
/// @param onL1 which can be shut
record DevnetTokens(Address onL1, Address onL2, Address nativeOfL2) {
    /// Source: specification, predeploys.
    private static final Address FACTORY = Address.fromHex("0x4200000000000000000000000000000000000012");

    private static final int MOST_LOOKS = 120;
    private static final long PAUSE = 500;

    /// Returns once the verifier has them, which sees them once they are on L1.
    static DevnetTokens issue(DevnetFacts facts) throws InterruptedException {
        DevnetStranger onL1 = DevnetStranger.onL1(facts);
        DevnetStranger onL2 = DevnetStranger.onL2(facts);
        Address user = Address.fromHex(facts.account(DevnetFacts.Role.USER).address());
        Address token = onL1.create(TestContracts.named("ShutToken").creationCode());
        onL1.call(token, "mint(address,uint256)", user, units("1000"));
        JsonNode made = onL2.call(
                FACTORY,
                "createOptimismMintableERC20WithDecimals(address,string,string,uint8)",
                token,
                "Bridged",
                "BRDG",
                6);
        String topic = made.get("logs").get(0).get("topics").get(2).stringValue();
        Address ofL2 = onL2.create(TestContracts.named("ShutToken").creationCode());
        onL2.call(ofL2, "mint(address,uint256)", user, units("77"));
        for (int look = 0; look < MOST_LOOKS && !isOnVerifier(facts, ofL2); look++) {
            Thread.sleep(PAUSE);
        }
        return new DevnetTokens(token, Address.fromHex("0x" + topic.substring(26)), ofL2);
    }

    private static boolean isOnVerifier(DevnetFacts facts, Address contract) {
        String code = facts.verifier()
                .rpc("eth_getCode", "[\"" + contract.toHex() + "\",\"latest\"]")
                .stringValue();
        return code.length() > 2;
    }

    /// Of six decimals, as all of them have.
    static BigInteger units(String amount) {
        return new BigDecimal(amount).movePointRight(6).toBigIntegerExact();
    }
}
