package org.lifeboat.conformance.opdevnet;

import java.math.BigInteger;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import tools.jackson.databind.JsonNode;

/// Transactions that reach the L2 through L1's portal. Not the wallet's path: they are what other people send.
final class Deposits {
    private static final AbiFunction DEPOSIT =
            new AbiFunction("depositTransaction(address,uint256,uint64,bool,bytes)", "()");
    private static final long L1_GAS = 3_000_000;

    private final Actor sender;
    private final Address portal;
    private int count;

    Deposits(Stage stage, DevnetFacts.Role role) {
        this.sender = stage.onL1(role);
        this.portal = Address.fromHex(stage.facts().contract("OptimismPortal2"));
    }

    int count() {
        return count;
    }

    /// Of a kind chosen by chance. Some fail on the L2, which keeps what they mint.
    void one(SplittableRandom random, Address target, Bytes program) {
        Wei some = Wei.of(random.nextLong(1L << 55));
        count++;
        switch (random.nextInt(5)) {
            case 0 -> send(Optional.of(target), some, some, 100_000, Bytes.EMPTY);
            case 1 -> send(Optional.of(target), Wei.ZERO, Wei.of(random.nextInt(9)), 500_000, Bytes.of((byte) 1));
            case 2 -> send(Optional.empty(), some, Wei.ZERO, 900_000, program);
            // More than the sender has on the L2.
            case 3 -> send(Optional.of(target), some, new Wei(BigInteger.TWO.pow(100)), 100_000, Bytes.EMPTY);
            default -> send(Optional.of(target), some, Wei.of(1), 21_000 + 4L * 40, Bytes.EMPTY);
        }
    }

    /// @return the hash of the L1 transaction, which waits
    Hash32 send(Optional<Address> to, Wei mint, Wei value, long gas, Bytes data) {
        return sender.send(Optional.of(portal), mint, call(to, value, gas, data), L1_GAS);
    }

    JsonNode run(Optional<Address> to, Wei mint, Wei value, long gas, Bytes data) {
        return sender.run(portal, mint, call(to, value, gas, data), L1_GAS);
    }

    private static Bytes call(Optional<Address> to, Wei value, long gas, Bytes data) {
        return DEPOSIT.call(to.orElse(Address.ZERO), value.value(), BigInteger.valueOf(gas), to.isEmpty(), data);
    }
}
