package org.lifeboat.rollups.opstack;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Reads who holds power over a bridge. The proxies of the OP Stack tell their implementation and owner to
/// a caller with the address zero, which only a call without a transaction can have. Source: optimism,
/// `packages/contracts-bedrock/src/universal/Proxy.sol`, `proxyCallIfNotAdmin`; `ProxyAdmin.sol`;
/// `src/L1/OptimismPortal2.sol` (`guardian`), `src/L1/ProxyAdminOwnedBase.sol` (`proxyAdminOwner`),
/// `src/L1/SystemConfig.sol` (`owner`); safe-global/safe-smart-account, `OwnerManager.sol`.
final class Risks {
    private Risks() {}

    static Powers powers(Reads reads, Bridge.Contracts contracts) {
        Map<Powers.Role, Address> codes = new EnumMap<>(Powers.Role.class);
        code(reads, codes, Powers.Role.PORTAL, Optional.of(contracts.portal()));
        code(
                reads,
                codes,
                switch (contracts.posting()) {
                    case GAMES -> Powers.Role.FACTORY;
                    case OUTPUTS -> Powers.Role.ORACLE;
                },
                Optional.of(contracts.factory()));
        code(reads, codes, Powers.Role.REGISTRY, contracts.registry());
        code(reads, codes, Powers.Role.SYSTEM_CONFIG, contracts.systemConfig());
        code(reads, codes, Powers.Role.STOPPER, Operators.read(reads, contracts).stopper());
        Optional<Address> upgrader = upgrader(reads, contracts.portal());
        Optional<Powers.Quorum> quorum = upgrader.flatMap(wallet -> quorum(reads, wallet));
        Optional<Timelocks.Found> notice = upgrader.map(wallet -> new Timelocks(reads).of(wallet, quorum));
        return new Powers(
                reads.address(contracts.portal(), "guardian()")
                        .or(() -> reads.address(contracts.portal(), "GUARDIAN()")),
                upgrader,
                contracts.systemConfig().flatMap(config -> reads.address(config, "owner()")),
                quorum,
                notice.flatMap(Timelocks.Found::delay),
                notice.map(Timelocks.Found::queue).orElse(Powers.Queue.NONE),
                switch (contracts.posting()) {
                    case GAMES -> Optional.empty();
                    case OUTPUTS -> Optional.of(Outputs.posters(reads, contracts));
                },
                codes);
    }

    private static Optional<Address> upgrader(Reads reads, Address portal) {
        return reads.address(portal, "proxyAdminOwner()")
                .or(() -> reads.address(portal, "admin()").flatMap(admin -> obeyed(reads, admin)));
    }

    /// By the owner of the contract that a proxy belongs to; or by that account itself, which is a mere key where it
    /// answers with nothing at all.
    private static Optional<Address> obeyed(Reads reads, Address admin) {
        return reads.address(admin, "owner()")
                .or(() -> reads.call(Address.ZERO, admin, Abi.call("owner()"))
                        .filter(Bytes.EMPTY::equals)
                        .map(_ -> admin));
    }

    private static void code(
            Reads reads, Map<Powers.Role, Address> codes, Powers.Role role, Optional<Address> contract) {
        contract.flatMap(proxy -> reads.address(proxy, "implementation()")).ifPresent(code -> codes.put(role, code));
    }

    private static Optional<Powers.Quorum> quorum(Reads reads, Address wallet) {
        Optional<Long> threshold = reads.small(wallet, "getThreshold()");
        Optional<Bytes> owners = reads.call(Address.ZERO, wallet, Abi.call("getOwners()"));
        return owners.flatMap(returned -> Abi.at(returned, 1))
                .map(Hash32::toNumber)
                .filter(count -> count.bitLength() < Integer.SIZE)
                .flatMap(count -> threshold.map(of -> new Powers.Quorum(of, count.longValue())));
    }
}
