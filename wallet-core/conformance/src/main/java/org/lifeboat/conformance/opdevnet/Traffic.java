package org.lifeboat.conformance.opdevnet;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.lifeboat.conformance.fuzz.GeneratedPrograms;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.testkit.anvil.NodeClient;

/// Fills L2 blocks with everything that an L2 block can hold, by chance but from a seed.
final class Traffic {
    static final Address MESSAGE_PASSER = Address.fromHex("0x4200000000000000000000000000000000000016");
    private static final AbiFunction INITIATE = new AbiFunction("initiateWithdrawal(address,uint256,bytes)", "()");

    /// Predeploys that programs may look at and call.
    private static final List<String> PREDEPLOYS = List.of(
            "0x4200000000000000000000000000000000000006",
            "0x4200000000000000000000000000000000000007",
            "0x420000000000000000000000000000000000000f",
            "0x4200000000000000000000000000000000000010",
            "0x4200000000000000000000000000000000000015",
            "0x4200000000000000000000000000000000000016",
            "0x4200000000000000000000000000000000000019");

    private final SplittableRandom random;
    private final GeneratedPrograms programs;
    private final List<Actor> senders;
    private final Deposits deposits;
    private final List<Address> known = new ArrayList<>();
    private final Map<Actor, Nonce> nonces = new java.util.HashMap<>();
    private final Map<String, Integer> sent = new TreeMap<>();
    private Hash32 newest = Hash32.ZERO;

    /// @param avoided precompiled contracts, by number, that nobody calls
    Traffic(long seed, ForkRules rules, Set<Integer> avoided, List<Actor> senders, Deposits deposits) {
        this.random = new SplittableRandom(seed);
        this.programs = new GeneratedPrograms(seed, rules, avoided);
        this.senders = List.copyOf(senders);
        this.deposits = deposits;
        PREDEPLOYS.forEach(address -> known.add(Address.fromHex(address)));
        senders.forEach(sender -> known.add(sender.address()));
    }

    /// What was sent, by kind.
    Map<String, Integer> sent() {
        return Map.copyOf(sent);
    }

    /// Contracts that stand there by now, among others.
    List<Address> known() {
        return List.copyOf(known);
    }

    /// Sends `count` transactions from each sender, and a deposit; waits for the last of them.
    void wave(int count) {
        for (Actor sender : senders) {
            nonces.put(sender, sender.nonce());
        }
        for (int i = 0; i < count; i++) {
            senders.forEach(this::one);
        }
        deposits.one(random, anyKnown(), programs.next(known));
        senders.getFirst().receipt(newest);
    }

    private void one(Actor sender) {
        switch (random.nextInt(12)) {
            case 0 ->
                call("plain transfer", sender, fresh(), Wei.of(1 + random.nextLong(1L << 50)), Bytes.EMPTY, 21_000);
            case 1, 2 -> create("program run while it creates", sender, programs.next(known));
            case 3, 4 -> create("program left standing", sender, deploying(programs.next(known)));
            case 5, 6, 7 ->
                call(
                        "call of a program",
                        sender,
                        anyKnown(),
                        Wei.of(random.nextInt(3)),
                        bytes(random.nextInt(100)),
                        gas());
            case 8 -> delegate(sender);
            case 9 ->
                call(
                        "withdrawal",
                        sender,
                        MESSAGE_PASSER,
                        Wei.of(random.nextInt(1000)),
                        INITIATE.call(sender.address(), BigInteger.valueOf(100_000), bytes(random.nextInt(40))),
                        400_000);
            case 10 -> call("much data", sender, fresh(), Wei.ZERO, bytes(4_000 + random.nextInt(20_000)), 1_200_000);
            default ->
                call("too little gas", sender, anyKnown(), Wei.ZERO, Bytes.EMPTY, 21_000 + random.nextInt(3_000));
        }
    }

    private void create(String kind, Actor sender, Bytes initCode) {
        Nonce nonce = next(sender);
        known.add(created(sender.address(), nonce));
        send(
                kind,
                sender,
                nonce,
                random.nextInt(3),
                Optional.empty(),
                Wei.of(random.nextInt(5)),
                initCode,
                53_000 + 40L * initCode.size() + gas());
    }

    private void call(String kind, Actor sender, Address to, Wei value, Bytes data, long gas) {
        send(kind, sender, next(sender), random.nextInt(3), Optional.of(to), value, data, gas);
    }

    /// A fresh account takes over some contract's code, and is called.
    private void delegate(Actor sender) {
        Nonce nonce = next(sender);
        Actor fresh =
                new Actor(sender.node(), sender.chain(), Hash32.of(bytes(32).toArray()));
        SignedAuthorization first = fresh.authorize(anyKnown(), new Nonce(0));
        SignedAuthorization second = fresh.authorize(anyKnown(), new Nonce(random.nextInt(3)));
        known.add(fresh.address());
        attempt(
                "delegation",
                sender,
                new Transaction.SetCode(
                        sender.chain(),
                        nonce,
                        Actor.TIP,
                        Actor.MOST_PER_GAS,
                        new Gas(120_000 + gas()),
                        fresh.address(),
                        Wei.of(random.nextInt(9)),
                        bytes(random.nextInt(70)),
                        accessList(),
                        List.of(first, second)));
    }

    private void send(
            String kind, Actor sender, Nonce nonce, int type, Optional<Address> to, Wei value, Bytes data, long gas) {
        Gas limit = new Gas(gas);
        Wei tip = Wei.of(random.nextLong(Actor.TIP.value().longValue()));
        attempt(
                "%s, type %d".formatted(kind, type),
                sender,
                switch (type) {
                    case 0 ->
                        new Transaction.Legacy(
                                Optional.of(sender.chain()), nonce, Actor.MOST_PER_GAS, limit, to, value, data);
                    case 1 ->
                        new Transaction.AccessListTx(
                                sender.chain(),
                                nonce,
                                Actor.MOST_PER_GAS,
                                new Gas(gas + 30_000),
                                to,
                                value,
                                data,
                                accessList());
                    default ->
                        new Transaction.DynamicFee(
                                sender.chain(), nonce, tip, Actor.MOST_PER_GAS, limit, to, value, data, List.of());
                });
    }

    /// One that op-geth does not take at all is counted as that, and its nonce is free again.
    private void attempt(String kind, Actor sender, Transaction transaction) {
        try {
            newest = sender.send(transaction);
            sent.merge(kind, 1, Integer::sum);
        } catch (NodeClient.NodeError refused) {
            nonces.put(sender, transaction.nonce());
            sent.merge("refused: " + kind, 1, Integer::sum);
        }
    }

    private List<AccessListEntry> accessList() {
        return List.of(new AccessListEntry(anyKnown(), List.of(Hash32.ofNumber(random.nextInt(6)))));
    }

    private Nonce next(Actor sender) {
        Nonce nonce = Optional.ofNullable(nonces.get(sender)).orElseThrow();
        nonces.put(sender, nonce.plus(1));
        return nonce;
    }

    private long gas() {
        return 60_000L + random.nextInt(600_000);
    }

    private Address anyKnown() {
        return known.get(random.nextInt(known.size()));
    }

    private Address fresh() {
        return Address.of(bytes(Address.SIZE).toArray());
    }

    private Bytes bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    /// The address of a contract that an account creates (Yellow Paper, section 7).
    static Address created(Address creator, Nonce nonce) {
        Bytes preimage = new org.lifeboat.primitives.rlp.RlpWriter()
                .list(w -> w.address(creator).integer(nonce.value()))
                .toBytes();
        return org.lifeboat.primitives.Keccak256.hash(preimage).toAddress();
    }

    /// Code that returns `runtime`: CODECOPY of what follows its own 13 bytes, RETURN.
    static Bytes deploying(Bytes runtime) {
        return Bytes.fromHex("0x61%04x8061000d6000396000f3".formatted(runtime.size()))
                .plus(runtime);
    }
}
