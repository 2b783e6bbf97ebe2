package org.lifeboat.rollups.opstack;

import java.util.Optional;
import org.lifeboat.primitives.Address;

/// Reads what a token says of its way home, and what the standard bridge holds for it. Source: optimism,
/// `packages/contracts-bedrock/src/universal/OptimismMintableERC20.sol` (`remoteToken`, `bridge`), the
/// older `L2StandardERC20` (`l1Token`, `l2Bridge`); `src/universal/StandardBridge.sol` (`deposits`);
/// `src/L1/SystemConfig.sol` (`l1StandardBridge`); specification, predeploys, "L2StandardBridge".
final class Tokens {
    private static final Address L2_STANDARD_BRIDGE = Address.fromHex("0x4200000000000000000000000000000000000010");

    private Tokens() {}

    static TokenNames names(Reads l2, Address token) {
        Optional<Address> remote = l2.address(token, "remoteToken()");
        Optional<Address> older = l2.address(token, "l1Token()");
        Optional<Address> bridge = l2.address(token, "bridge()");
        Optional<Address> olderBridge = l2.address(token, "l2Bridge()");
        return new TokenNames(remote.or(() -> older), bridge.or(() -> olderBridge));
    }

    /// @param names as [#names] read them
    /// @return empty while the state lacks something, or where the bridge on L1 is not to be found
    static Optional<TokenExit> exit(Reads l1, Bridge.Contracts contracts, Address token, TokenNames names) {
        if (names.bridge().isEmpty() || names.l1Token().isEmpty()) {
            return Optional.of(
                    names.bridge().<TokenExit>map(TokenExit.OwnBridge::new).orElseGet(TokenExit.NoCounterpart::new));
        }
        if (!names.bridge().get().equals(L2_STANDARD_BRIDGE)) {
            return Optional.of(new TokenExit.OwnBridge(names.bridge().get()));
        }
        Address l1Token = names.l1Token().get();
        return contracts
                .systemConfig()
                .flatMap(config -> l1.address(config, "l1StandardBridge()"))
                .flatMap(bridge -> l1.number(bridge, "deposits(address,address)", Abi.word(l1Token), Abi.word(token)))
                .map(locked -> new TokenExit.StandardBridge(l1Token, locked));
    }
}
