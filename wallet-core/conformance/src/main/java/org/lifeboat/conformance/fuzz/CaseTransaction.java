package org.lifeboat.conformance.fuzz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A case's transaction: of any type, mostly one that the fork takes, signed.
/// @param sender and the key it signs with
record CaseTransaction(SignedTransaction signed, Address sender, Hash32 key) {
    private static final Secp256k1 CURVE = Secp256k1.preferred();

    static CaseTransaction of(Dice dice, ForkRules rules, World world, long baseFee, long chain) {
        Hash32 key = world.keys().get(dice.chance(97) ? 0 : dice.below(3));
        Address sender = World.addressOf(key);
        Transaction transaction = new Draft(dice, rules, world, baseFee, new ChainId(chain)).make(sender);
        SignedTransaction signed = new SignedTransaction(
                transaction, CURVE.sign(transaction.signingHash().toArray(), key.toArray()));
        return new CaseTransaction(signed, sender, key);
    }

    /// Everything that is thrown for one transaction.
    private record Draft(Dice dice, ForkRules rules, World world, long baseFee, ChainId chain) {
        Transaction make(Address sender) {
            int newest = (int) rules.newestTransactionType;
            int type = dice.chance(98) ? dice.below(newest + 1) : dice.below(5);
            boolean creates = type < 3 && dice.chance(12);
            Nonce nonce = new Nonce(Math.max(0, world.nonceOf(sender) + (dice.chance(98) ? 0 : dice.below(3) - 1)));
            Bytes data = creates
                    ? Program.of(dice, rules, world.known(), 1 + dice.below(10), 2)
                    : dice.bytes(dice.chance(70) ? dice.below(80) : 0);
            Gas gas = new Gas(gas(data));
            Wei price = Wei.of(baseFee + (dice.chance(98) ? dice.below(100) : -1));
            Wei tip = Wei.of(dice.chance(98) ? Math.min(price.value().longValue(), dice.below(20)) : 5000);
            Wei value = Wei.of(dice.chance(60) ? 0 : dice.below(1000));
            Address to = dice.one(dice.chance(85) ? world.programs() : world.known());
            Optional<Address> target = creates ? Optional.empty() : Optional.of(to);
            return switch (type) {
                case 0 ->
                    new Transaction.Legacy(
                            rules.emptyAccountsCleared && dice.chance(80) ? Optional.of(chain) : Optional.empty(),
                            nonce,
                            price,
                            gas,
                            target,
                            value,
                            data);
                case 1 -> new Transaction.AccessListTx(chain, nonce, price, gas, target, value, data, accessList());
                case 2 -> new Transaction.DynamicFee(chain, nonce, tip, price, gas, target, value, data, accessList());
                case 3 ->
                    new Transaction.Blob(
                            chain, nonce, tip, price, gas, to, value, data, accessList(), blobPrice(), blobHashes());
                default ->
                    new Transaction.SetCode(
                            chain, nonce, tip, price, gas, to, value, data, accessList(), authorizations());
            };
        }

        private long gas(Bytes data) {
            return switch (dice.below(20)) {
                case 0 -> 21_000 + dice.below(3000);
                case 1, 2, 3 -> 53_000 + 16L * data.size() + dice.below(60_000);
                case 4 -> 17_000_000; // above the cap of EIP-7825
                default -> 100_000 + 40L * data.size() + dice.below(1_500_000);
            };
        }

        private List<AccessListEntry> accessList() {
            List<AccessListEntry> entries = new ArrayList<>();
            for (int count = dice.below(3); count > 0; count--) {
                List<Hash32> slots = new ArrayList<>();
                for (int left = dice.below(4); left > 0; left--) {
                    slots.add(Hash32.ofNumber(dice.below(6)));
                }
                entries.add(new AccessListEntry(dice.one(world.known()), slots));
            }
            return entries;
        }

        private Wei blobPrice() {
            return dice.chance(97) ? new Wei(BigInteger.TEN.pow(9 + dice.below(4))) : Wei.ZERO;
        }

        private List<Hash32> blobHashes() {
            List<Hash32> hashes = new ArrayList<>();
            for (int count = dice.chance(95) ? 1 + dice.below(6) : dice.below(11); count > 0; count--) {
                byte[] hash = dice.hash().toArray();
                hash[0] = (byte) (dice.chance(98) ? 1 : 2); // VERSIONED_HASH_VERSION_KZG, EIP-4844
                hashes.add(Hash32.of(hash));
            }
            return hashes;
        }

        private List<SignedAuthorization> authorizations() {
            List<SignedAuthorization> all = new ArrayList<>();
            for (int count = dice.chance(97) ? 1 + dice.below(3) : 0; count > 0; count--) {
                Hash32 key = dice.one(world.keys());
                Optional<ChainId> where = dice.chance(40)
                        ? Optional.empty()
                        : Optional.of(dice.chance(90) ? chain : new ChainId(chain.value() + 1));
                long nonce = world.nonceOf(World.addressOf(key)) + (dice.chance(70) ? 0 : dice.below(3));
                Address delegate = dice.chance(90) ? dice.one(world.known()) : Address.ZERO;
                Authorization authorization = new Authorization(where, delegate, new Nonce(nonce));
                all.add(new SignedAuthorization(
                        authorization, CURVE.sign(authorization.signingHash().toArray(), key.toArray())));
            }
            return all;
        }
    }

    ObjectNode toJson() {
        Transaction transaction = signed.transaction();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("nonce", Case.hex(transaction.nonce().value()));
        node.put("to", transaction.recipient().map(Address::toHex).orElse(""));
        node.put("sender", sender.toHex());
        node.put("secretKey", key.toHex());
        node.putArray("data").add(transaction.data().toHex());
        node.putArray("value").add(Case.hex(transaction.value().value()));
        node.putArray("gasLimit").add(Case.hex(transaction.gasLimit().amount()));
        switch (transaction) {
            case Transaction.Legacy legacy ->
                node.put("gasPrice", Case.hex(legacy.gasPrice().value()));
            case Transaction.AccessListTx one -> {
                node.put("gasPrice", Case.hex(one.gasPrice().value()));
                accessList(node, one.accessList());
            }
            case Transaction.DynamicFee two -> {
                fees(node, two.maxFeePerGas(), two.maxPriorityFeePerGas());
                accessList(node, two.accessList());
            }
            case Transaction.Blob three -> {
                fees(node, three.maxFeePerGas(), three.maxPriorityFeePerGas());
                accessList(node, three.accessList());
                node.put("maxFeePerBlobGas", Case.hex(three.maxFeePerBlobGas().value()));
                ArrayNode hashes = node.putArray("blobVersionedHashes");
                three.blobHashes().forEach(hash -> hashes.add(hash.toHex()));
            }
            case Transaction.SetCode four -> {
                fees(node, four.maxFeePerGas(), four.maxPriorityFeePerGas());
                accessList(node, four.accessList());
                ArrayNode list = node.putArray("authorizationList");
                four.authorizations().forEach(each -> authorization(list.addObject(), each));
            }
        }
        return node;
    }

    private static void fees(ObjectNode node, Wei most, Wei tip) {
        node.put("maxFeePerGas", Case.hex(most.value()));
        node.put("maxPriorityFeePerGas", Case.hex(tip.value()));
    }

    private static void accessList(ObjectNode node, List<AccessListEntry> entries) {
        ArrayNode list = node.putArray("accessLists").addArray();
        for (AccessListEntry entry : entries) {
            ObjectNode one = list.addObject();
            one.put("address", entry.contract().toHex());
            ArrayNode keys = one.putArray("storageKeys");
            entry.slots().forEach(slot -> keys.add(slot.toHex()));
        }
    }

    private static void authorization(ObjectNode node, SignedAuthorization signed) {
        Authorization authorization = signed.authorization();
        node.put("chainId", Case.hex(authorization.chain().map(ChainId::value).orElse(0L)));
        node.put("address", authorization.delegate().toHex());
        node.put("nonce", Case.hex(authorization.nonce().value()));
        node.put("v", Case.hex(signed.signature().yParity()));
        node.put("r", Case.hex(signed.signature().r()));
        node.put("s", Case.hex(signed.signature().s()));
    }
}
