package org.lifeboat.conformance.fuzz;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.conformance.evm.StateTests;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One generated state test in the format that all implementations read: environment, accounts, one transaction.
/// What comes of it is not known until an implementation has run it.
/// @param test without its `post`
/// @param signed the transaction's bytes, as hex
record Case(String name, String fork, ObjectNode test, String signed) {
    private static final long CHAIN = 1;

    /// Newer forks come up more often: more rules are in them.
    private static final List<String> FORKS = List.of(
            "Frontier",
            "Homestead",
            "EIP150",
            "EIP158",
            "Byzantium",
            "Constantinople",
            "ConstantinopleFix",
            "Istanbul",
            "Berlin",
            "London",
            "Paris",
            "Shanghai",
            "Cancun",
            "Cancun",
            "Prague",
            "Prague",
            "Prague",
            "Osaka",
            "Osaka",
            "Osaka");

    static Case of(long seed, List<String> forks) {
        Dice dice = new Dice(seed);
        String fork = dice.one(forks.isEmpty() ? FORKS : forks);
        ForkRules rules = StateTests.fork(fork).orElseThrow().rules();
        World world = World.of(dice, rules);
        ObjectNode test = JsonNodeFactory.instance.objectNode();
        long baseFee = 7 + dice.longBelow(1000);
        test.set("env", environment(dice, rules, baseFee));
        test.set("pre", world.toJson());
        test.set("config", JsonNodeFactory.instance.objectNode().put("chainid", "0x" + Long.toHexString(CHAIN)));
        CaseTransaction transaction = CaseTransaction.of(dice, rules, world, baseFee, CHAIN);
        test.set("transaction", transaction.toJson());
        return new Case(
                "case-" + Long.toUnsignedString(seed),
                fork,
                test,
                transaction.signed().encoded().toHex());
    }

    private static ObjectNode environment(Dice dice, ForkRules rules, long baseFee) {
        ObjectNode env = JsonNodeFactory.instance.objectNode();
        Address coinbase = dice.one(World.COINBASES);
        env.put("currentCoinbase", coinbase.toHex());
        env.put("currentNumber", hex(1 + dice.below(2000)));
        env.put("currentTimestamp", hex(1000 + dice.below(1_000_000)));
        env.put("currentGasLimit", hex(dice.chance(97) ? 30_000_000 : 100_000));
        if (rules.randomness) {
            env.put("currentDifficulty", "0x0");
            env.put("currentRandom", dice.hash().toHex());
        } else {
            env.put("currentDifficulty", hex(0x20000 + dice.below(1000)));
        }
        if (rules.baseFee) {
            env.put("currentBaseFee", hex(baseFee));
        }
        if (rules.newestTransactionType >= 3) {
            env.put("currentExcessBlobGas", hex(dice.longBelow(40_000_000)));
        }
        return env;
    }

    /// The whole test, with what our implementation made of it as what is expected.
    /// @param root empty text where the transaction is refused
    ObjectNode expecting(String root, String logs) {
        ObjectNode whole = test.deepCopy();
        ObjectNode post = JsonNodeFactory.instance.objectNode();
        post.put("txbytes", signed);
        if (root.isEmpty()) {
            post.put("hash", Hash32.ZERO.toHex());
            post.put("logs", Hash32.ZERO.toHex());
            post.put("expectException", "refused");
        } else {
            post.put("hash", root);
            post.put("logs", logs);
        }
        post.putObject("indexes").put("data", 0).put("gas", 0).put("value", 0);
        whole.putObject("post").putArray(fork).add(post);
        return whole;
    }

    static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    static String hex(BigInteger number) {
        return "0x" + number.toString(16);
    }
}
