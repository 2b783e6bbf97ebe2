package org.lifeboat.app.story;

import java.nio.charset.StandardCharsets;
import org.lifeboat.engine.name.NameHash;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.solidity.TestContracts;

/// A name service of our own on a node: a registry where the wallet looks for it, and a resolver.
public final class NameBooks {
    /// Source: docs.ens.domains/learn/deployments.
    private static final String REGISTRY = "0x00000000000c2e074ec69a0dfb2997ba6c7d2e1e";

    private final AnvilNode node;
    final String records;

    public NameBooks(AnvilNode node) {
        this.node = node;
        node.rpc(
                "anvil_setCode",
                "[\"%s\",\"%s\"]"
                        .formatted(REGISTRY, TestContracts.named("NameBook").runtimeCode()));
        this.records = deploy("NameRecords", "");
    }

    String deploy(String contract, String arguments) {
        return TestContracts.deploy(node, TestContracts.named(contract), arguments);
    }

    NameBooks resolver(String name, String resolver) {
        call(REGISTRY, "setResolver(bytes32,address)", node(name) + CallData.words(Address.fromHex(resolver)));
        return this;
    }

    /// @param coin 60: ether
    public NameBooks address(String name, long coin, Address address) {
        call(
                records,
                "setAddr(bytes32,uint256,bytes)",
                node(name) + CallData.words(coin, 0x60) + bytes(address.toArray()));
        return this;
    }

    public NameBooks called(Address address, String name) {
        String reverse = address.toHex().substring(2) + ".addr.reverse";
        resolver(reverse, records);
        call(
                records,
                "setName(bytes32,string)",
                node(reverse) + CallData.words(0x40) + bytes(name.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /// A name with an address on Ethereum.
    public NameBooks register(String name, Address address) {
        return resolver(name, records).address(name, 60, address);
    }

    private static String node(String name) {
        return NameHash.of(name).toHex().substring(2);
    }

    private static String bytes(byte[] value) {
        String digits = Hex.encode(value).substring(2);
        return Hash32.ofNumber(value.length).toHex().substring(2)
                + digits
                + "0".repeat((64 - digits.length() % 64) % 64);
    }

    private void call(String contract, String signature, String arguments) {
        node.send("{\"from\":\"%s\",\"to\":\"%s\",\"data\":\"%s%s\"}"
                .formatted(node.accounts().getLast(), contract, CallData.selector(signature), arguments));
    }
}
