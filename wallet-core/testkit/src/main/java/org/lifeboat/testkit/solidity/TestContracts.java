package org.lifeboat.testkit.solidity;

import java.util.Map;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.anvil.Rig;

/// Our own contracts, compiled once a test run and put on nodes.
public final class TestContracts {
    /// Where Multicall3 is on more than 250 chains: README of github.com/mds1/multicall3; also a preinstall
    /// of the OP Stack (specification, "Preinstalls").
    public static final String MULTICALL3_ADDRESS = "0xca11bde05977b3631167028862be2a173976ca11";

    private TestContracts() {}

    /// Compiled when first asked for: the holder idiom.
    private static final class Compiled {
        static final Map<String, CompiledContract> ALL = SolidityCompiler.compile(Map.of(
                "Tokens.sol", SolidityCompiler.source("Tokens.sol"),
                "OddTokens.sol", SolidityCompiler.source("OddTokens.sol"),
                "Batcher.sol", SolidityCompiler.source("Batcher.sol"),
                "ShutToken.sol", SolidityCompiler.source("ShutToken.sol"),
                "Names.sol", SolidityCompiler.source("Names.sol")));
    }

    /// @param name of a contract in `src/main/solidity`
    public static CompiledContract named(String name) {
        Rig.solc(); // Here, a missing program skips the test; inside the holder it would break it.
        CompiledContract contract = Compiled.ALL.get(name);
        if (contract == null) {
            throw new IllegalArgumentException("no such contract: " + name);
        }
        return contract;
    }

    /// @param arguments the encoded constructor arguments, hex without `0x`
    /// @return the new contract's address
    public static String deploy(AnvilNode node, CompiledContract contract, String arguments) {
        String transaction = "{\"from\":\"%s\",\"data\":\"%s%s\",\"gas\":\"0x7a1200\"}"
                .formatted(node.accounts().getLast(), contract.creationCode(), arguments);
        return node.send(transaction).get("contractAddress").stringValue();
    }

    /// The last of anvil's accounts deploys, so that the others keep their first nonces.
    public static DeployedToken deploy(AnvilNode node, TestToken token) {
        String arguments = switch (token) {
            case PROXY -> DeployedToken.word(deploy(node, named(TestToken.PLAIN.contract()), ""));
            case PLAIN,
                    SIX_DECIMALS,
                    NAMESPACED,
                    ODD_SLOT,
                    BOASTING,
                    VYPER_ORDER,
                    BYTES32,
                    NO_DECIMALS,
                    FEE_ON_TRANSFER,
                    NO_RETURN -> "";
        };
        return new DeployedToken(node, token, deploy(node, named(token.contract()), arguments));
    }

    /// Puts a contract with Multicall3's `aggregate3` where the wallet looks for it.
    public static void installMulticall3(AnvilNode node) {
        node.rpc(
                "anvil_setCode",
                "[\"%s\",\"%s\"]".formatted(MULTICALL3_ADDRESS, named("Batcher").runtimeCode()));
    }
}
