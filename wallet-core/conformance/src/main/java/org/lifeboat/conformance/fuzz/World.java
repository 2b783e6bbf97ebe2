package org.lifeboat.conformance.fuzz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The accounts of one case: who sends, programs that call each other, accounts without code, one that is not
/// there.
/// @param keys of accounts that can sign, the sender first
/// @param known addresses that programs call and transactions go to
record World(List<Hash32> keys, List<Address> known, List<Address> programs, Map<Address, ObjectNode> accounts) {
    private static final Secp256k1 CURVE = Secp256k1.preferred();
    private static final Address NOBODY = address(0x3000);

    static final List<Address> COINBASES = List.of(address(0xc0), address(0xc1), address(0x1000), NOBODY);

    static World of(Dice dice, ForkRules rules) {
        List<Hash32> keys = List.of(key(dice), key(dice), key(dice));
        List<Address> programs = new ArrayList<>();
        int count = 2 + dice.below(4);
        for (int i = 0; i < count; i++) {
            programs.add(address(0x1000 + i));
        }
        List<Address> known = new ArrayList<>(programs);
        keys.forEach(key -> known.add(addressOf(key)));
        known.addAll(List.of(address(0x2000), NOBODY, address(0xc0), address(1 + dice.below(17))));
        Map<Address, ObjectNode> accounts = new LinkedHashMap<>();
        for (Address program : programs) {
            Bytes code = Program.of(dice, rules, known, 1 + dice.below(14), 2);
            accounts.put(program, account(dice, dice.below(3), BigInteger.valueOf(dice.below(1000)), code));
        }
        BigInteger rich = BigInteger.TEN.pow(dice.chance(97) ? 24 : 10);
        accounts.put(addressOf(keys.getFirst()), account(dice, dice.below(4), rich, Bytes.EMPTY));
        accounts.put(address(0x2000), account(dice, 1, BigInteger.TEN, Bytes.EMPTY));
        if (rules.delegation && dice.chance(60)) {
            // EIP-7702: 0xef0100 and the address whose code is run.
            Bytes code = Bytes.fromHex("0xef0100").plus(Bytes.of(dice.one(known).toArray()));
            accounts.put(addressOf(keys.get(1)), account(dice, dice.below(2), BigInteger.TEN, code));
        }
        return new World(keys, List.copyOf(known), List.copyOf(programs), accounts);
    }

    private static ObjectNode account(Dice dice, int nonce, BigInteger balance, Bytes code) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("nonce", Case.hex(nonce));
        node.put("balance", Case.hex(balance));
        node.put("code", code.toHex());
        ObjectNode storage = node.putObject("storage");
        for (int slot = 0; !code.isEmpty() && slot < 5; slot++) {
            if (dice.chance(40)) {
                storage.put(
                        Hash32.ofNumber(slot).toHex(),
                        Hash32.ofNumber(dice.word().max(BigInteger.ONE)).toHex());
            }
        }
        return node;
    }

    private static Hash32 key(Dice dice) {
        byte[] key = dice.bytes(Hash32.SIZE).toArray();
        key[0] &= 0x7f; // below the curve's order
        return Hash32.of(key);
    }

    static Address addressOf(Hash32 key) {
        return CURVE.addressOfKey(key.toArray());
    }

    long nonceOf(Address address) {
        ObjectNode account = accounts.get(address);
        return account == null ? 0 : Long.decode(account.get("nonce").asString());
    }

    ObjectNode toJson() {
        ObjectNode pre = JsonNodeFactory.instance.objectNode();
        accounts.forEach((address, account) -> pre.set(address.toHex(), account));
        return pre;
    }

    private static Address address(int number) {
        byte[] bytes = new byte[Address.SIZE];
        bytes[18] = (byte) (number >> 8);
        bytes[19] = (byte) number;
        return Address.of(bytes);
    }
}
