package org.lifeboat.rollups.opstack;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Reads what a token says of its way home, and what the standard bridge holds for it. Source: optimism,
/// `packages/contracts-bedrock/src/universal/OptimismMintableERC20.sol` (`remoteToken`, `bridge`), the
/// older `L2StandardERC20` (`l1Token`, `l2Bridge`); `src/universal/StandardBridge.sol` (`deposits`,
/// `_isOptimismMintableERC20`); `src/L1/SystemConfig.sol` (`l1StandardBridge`); specification, predeploys,
/// "L2StandardBridge".
final class Tokens {
    /// Both forms in which the bridge of the L2 knows its own tokens: ERC-165 ids, the selectors of an
    /// interface's functions under exclusive or. Source: `ILegacyMintableERC20`, `IOptimismMintableERC20`.
    static final Bytes OLDER_KIND = interfaceOf("l1Token()", "mint(address,uint256)", "burn(address,uint256)");

    static final Bytes KIND =
            interfaceOf("remoteToken()", "bridge()", "mint(address,uint256)", "burn(address,uint256)");

    /// Source: ERC-165 (eips.ethereum.org/EIPS/eip-165).
    private static final Bytes HAS_INTERFACES = interfaceOf("supportsInterface(bytes4)");

    private Tokens() {}

    static TokenNames names(Reads l2, Address token) {
        Optional<Address> remote = l2.address(token, "remoteToken()");
        Optional<Address> older = l2.address(token, "l1Token()");
        Optional<Address> bridge = l2.address(token, "bridge()");
        Optional<Address> olderBridge = l2.address(token, "l2Bridge()");
        boolean answers = has(l2, token, HAS_INTERFACES);
        boolean old = has(l2, token, OLDER_KIND);
        boolean today = has(l2, token, KIND);
        // The bridge asks the older kind for its older name first.
        Optional<Address> counterpart = old ? older : remote.or(() -> older);
        return new TokenNames(counterpart, bridge.or(() -> olderBridge), answers && (old || today));
    }

    /// @param names as [#names] read them
    /// @return empty while the state lacks something, or where the bridge on L1 is not to be found
    static Optional<TokenExit> exit(Reads l1, Bridge.Contracts contracts, Address token, TokenNames names) {
        if (names.bridge().isEmpty() || names.l1Token().isEmpty()) {
            return Optional.of(
                    names.bridge().<TokenExit>map(TokenExit.OwnBridge::new).orElseGet(TokenExit.NoCounterpart::new));
        }
        if (!names.bridge().get().equals(TokenMessages.L2_BRIDGE)) {
            return Optional.of(new TokenExit.OwnBridge(names.bridge().get()));
        }
        Address l1Token = names.l1Token().get();
        if (!names.mintable()) {
            return Optional.of(new TokenExit.Unknown(l1Token));
        }
        return contracts
                .systemConfig()
                .flatMap(config -> l1.address(config, "l1StandardBridge()"))
                .flatMap(bridge -> l1.number(bridge, "deposits(address,address)", Abi.word(l1Token), Abi.word(token))
                        .map(locked -> new TokenExit.StandardBridge(bridge, l1Token, locked)));
    }

    /// @return empty while the state lacks something, or where that is no token
    static Optional<TokenHolding> holding(Reads chain, Address token, Address owner, Address spender) {
        var balance = chain.number(token, "balanceOf(address)", Abi.word(owner));
        var allowance = chain.number(token, "allowance(address,address)", Abi.word(owner), Abi.word(spender));
        return balance.flatMap(has -> allowance.map(may -> new TokenHolding(has, may)));
    }

    private static boolean has(Reads l2, Address token, Bytes kind) {
        Hash32 padded =
                Hash32.of(kind.plus(Bytes.of(new byte[32 - kind.size()])).toArray());
        return l2.flag(token, "supportsInterface(bytes4)", Abi.word(padded)).orElse(false);
    }

    private static Bytes interfaceOf(String... signatures) {
        byte[] id = new byte[4];
        for (String signature : signatures) {
            Bytes selector = Abi.selector(signature);
            for (int i = 0; i < id.length; i++) {
                id[i] ^= selector.at(i);
            }
        }
        return Bytes.of(id);
    }
}
