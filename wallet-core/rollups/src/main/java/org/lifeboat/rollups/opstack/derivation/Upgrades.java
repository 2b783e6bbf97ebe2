package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// The transactions that a fork's first block begins with, to put new contracts into place. They are data,
/// the same on every chain: whoever has none for a fork cannot derive its first block, and all others can
/// be.
/// @param transactions in their order
public record Upgrades(Map<OpFork, List<Transaction>> transactions) {
    /// For chains and times without such blocks.
    public static final Upgrades NONE = new Upgrades(Map.of());

    /// @param intent what the source hash is made of, with the fork's name in front
    /// @param to empty where a contract is created
    public record Transaction(String intent, Address from, Optional<Address> to, Gas gas, Bytes data) {}

    public Upgrades {
        transactions = Map.copyOf(transactions);
    }

    /// Whether a fork's first block has such transactions. Source: derivation pages of the forks.
    static boolean has(OpFork fork) {
        return switch (fork) {
            case ECOTONE, FJORD, ISTHMUS, JOVIAN, KARST -> true;
            case BEDROCK, CANYON, GRANITE, HOLOCENE -> false;
        };
    }

    /// As they stand in the block; empty where they are not known here.
    public Optional<List<Bytes>> deposits(OpFork fork) {
        return Optional.ofNullable(transactions.get(fork))
                .map(all -> all.stream().map(Upgrades::deposit).toList());
    }

    /// By which the block's gas limit is raised, from Karst on. Source: l2-upgrades-1-execution, "Gas
    /// Allocation Specification".
    long gas(OpFork fork) {
        return transactions.getOrDefault(fork, List.of()).stream()
                .mapToLong(each -> each.gas().amount())
                .sum();
    }

    private static Bytes deposit(Transaction each) {
        return new DepositTransaction(
                        SourceHash.ofUpgrade(each.intent()),
                        each.from(),
                        each.to(),
                        Wei.ZERO,
                        Wei.ZERO,
                        each.gas(),
                        false,
                        each.data())
                .encoded();
    }
}
