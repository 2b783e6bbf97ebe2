package org.lifeboat.engine.name;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// The calls of ENS's contracts that this program makes.
final class EnsCalls {
    /// The registry, at one address on each of them. Source: docs.ens.domains/learn/deployments (read 2026-11-21);
    /// ensdomains/docs@7d0e70ff16:ens-deployments.md.
    static final Address REGISTRY = Address.fromHex("0x00000000000c2e074ec69a0dfb2997ba6c7d2e1e");

    /// Ethereum, Sepolia and Holesky: the networks that page names.
    static final Set<ChainId> CHAINS = Set.of(new ChainId(1), new ChainId(11_155_111), new ChainId(17_000));

    /// SLIP-44's number of ether: the address on Ethereum (ENSIP-9).
    static final long ETHER = 60;

    /// The bit that makes a chain id a coin type; alone it is the address for every EVM chain that has none of
    /// its own (ENSIP-11, "Specification").
    static final long ANY_EVM_CHAIN = 0x8000_0000L;

    /// `IExtendedResolver` (ENSIP-10, "Specification").
    private static final Bytes EXTENDED_RESOLVER = Bytes.fromHex("0x9061b923");

    /// ERC-3668, "Client lookup protocol".
    private static final AbiFunction OFFCHAIN_LOOKUP = new AbiFunction(
            "OffchainLookup(address,string[],bytes,bytes4,bytes)", "(address,string[],bytes,bytes4,bytes)");

    /// ERC-137, "Registry specification".
    private static final AbiFunction RESOLVER = new AbiFunction("resolver(bytes32)", "(address)");

    /// ERC-137, "Resolver specification".
    private static final AbiFunction ADDRESS = new AbiFunction("addr(bytes32)", "(address)");

    /// ENSIP-9, "Specification".
    private static final AbiFunction ADDRESS_OF_COIN = new AbiFunction("addr(bytes32,uint256)", "(bytes)");

    /// ENSIP-3, "Resolver interface".
    private static final AbiFunction NAME = new AbiFunction("name(bytes32)", "(string)");

    /// ERC-165.
    private static final AbiFunction SUPPORTS = new AbiFunction("supportsInterface(bytes4)", "(bool)");

    /// ENSIP-10, "Specification".
    private static final AbiFunction RESOLVE = new AbiFunction("resolve(bytes,bytes)", "(bytes)");

    private EnsCalls() {}

    /// The coin type of a chain (ENSIP-11); empty where its id is too large for one.
    static Optional<Long> coinType(ChainId chain) {
        if (CHAINS.contains(chain)) {
            return Optional.of(ETHER);
        }
        return chain.value() < ANY_EVM_CHAIN ? Optional.of(ANY_EVM_CHAIN | chain.value()) : Optional.empty();
    }

    static Bytes resolver(Hash32 node) {
        return RESOLVER.call(Bytes.of(node.toArray()));
    }

    static Bytes supportsWildcards() {
        return SUPPORTS.call(EXTENDED_RESOLVER);
    }

    static Bytes address(Hash32 node, long coinType) {
        return coinType == ETHER
                ? ADDRESS.call(Bytes.of(node.toArray()))
                : ADDRESS_OF_COIN.call(Bytes.of(node.toArray()), BigInteger.valueOf(coinType));
    }

    static Bytes name(Hash32 node) {
        return NAME.call(Bytes.of(node.toArray()));
    }

    static Bytes resolve(Bytes wire, Bytes inner) {
        return RESOLVE.call(wire, inner);
    }

    static boolean isTrue(Bytes returned) {
        return AbiFunction.word(returned).filter(BigInteger.ONE::equals).isPresent();
    }

    /// @return empty for the zero address, and for what is no address
    static Optional<Address> readAddress(Bytes returned) {
        return AbiFunction.word(returned)
                .filter(word -> word.signum() > 0 && word.bitLength() <= 8 * Address.SIZE)
                .map(word -> Hash32.ofNumber(word).toAddress());
    }

    /// @return empty unless it is exactly 20 bytes, not all of them zero (ENSIP-9, "Address Encoding")
    static Optional<Address> readCoinAddress(Bytes returned) {
        return readBytes(ADDRESS_OF_COIN, returned)
                .filter(bytes -> bytes.size() == Address.SIZE)
                .map(bytes -> Address.of(bytes.toArray()))
                .filter(address -> !address.equals(Address.ZERO));
    }

    static Optional<Bytes> readResolved(Bytes returned) {
        return readBytes(RESOLVE, returned);
    }

    static Optional<String> readName(Bytes returned) {
        return NAME.results(returned).map(tuple -> (String) tuple.get(0));
    }

    /// Where the contract wants the client to ask, if that is what its revert data says.
    static Optional<List<String>> offchain(Bytes reverted) {
        if (reverted.size() < 4 || !reverted.slice(0, 4).equals(OFFCHAIN_LOOKUP.selector())) {
            return Optional.empty();
        }
        return Optional.of(OFFCHAIN_LOOKUP
                .results(reverted.slice(4, reverted.size()))
                .map(tuple -> Arrays.asList((String[]) tuple.get(1)))
                .orElse(List.of()));
    }

    private static Optional<Bytes> readBytes(AbiFunction function, Bytes returned) {
        return function.results(returned).map(tuple -> Bytes.of((byte[]) tuple.get(0)));
    }
}
