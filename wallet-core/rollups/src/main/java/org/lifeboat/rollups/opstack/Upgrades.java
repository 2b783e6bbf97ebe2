package org.lifeboat.rollups.opstack;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Calls that replace the code of a proxy. Source: optimism, `packages/contracts-bedrock/src/universal/ProxyAdmin.sol`,
/// `src/universal/Proxy.sol`.
final class Upgrades {
    private static final int SELECTOR = 4;

    /// Of the administrator of proxies: the proxy is named first.
    private static final List<String> BY_ADMIN =
            List.of("upgrade(address,address)", "upgradeAndCall(address,address,bytes)");

    /// Of the proxy itself.
    private static final List<String> BY_PROXY = List.of("upgradeTo(address)", "upgradeToAndCall(address,bytes)");

    private Upgrades() {}

    static Optional<Powers.Upgrade> of(Powers.Call call) {
        Bytes data = call.data();
        if (data.size() < SELECTOR) {
            return Optional.empty();
        }
        Bytes arguments = data.slice(SELECTOR, data.size());
        Optional<Address> first = Abi.at(arguments, 0).map(Hash32::toAddress);
        if (isOne(data, BY_ADMIN)) {
            return Abi.at(arguments, 1)
                    .map(Hash32::toAddress)
                    .flatMap(code -> first.map(proxy -> new Powers.Upgrade(proxy, code)));
        }
        return isOne(data, BY_PROXY) ? first.map(code -> new Powers.Upgrade(call.to(), code)) : Optional.empty();
    }

    private static boolean isOne(Bytes data, List<String> signatures) {
        return signatures.stream().map(Abi::selector).anyMatch(data.slice(0, SELECTOR)::equals);
    }
}
