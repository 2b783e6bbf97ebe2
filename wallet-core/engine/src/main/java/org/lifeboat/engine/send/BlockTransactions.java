package org.lifeboat.engine.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.primitives.tx.SignedTransaction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All transactions of one block as `eth_getBlockByHash` gives them whole, held against the header's
/// transactions root: which of them stands where is then the block's own word.
public final class BlockTransactions {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Item> items;

    /// @param signed empty for what nobody signed
    private record Item(Bytes encoded, Optional<SignedTransaction> signed) {}

    private BlockTransactions(List<Item> items) {
        this.items = items;
    }

    /// @return empty if the answer holds anything that is not understood
    public static Optional<BlockTransactions> read(String block) {
        try {
            JsonNode list = JSON.readTree(block).path("transactions");
            if (!list.isArray()) {
                return Optional.empty();
            }
            List<Item> items = new ArrayList<>();
            for (JsonNode one : list) {
                items.add(item(one));
            }
            return Optional.of(new BlockTransactions(items));
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Item item(JsonNode json) {
        if (TransactionJson.isDeposit(json)) {
            return new Item(TransactionJson.deposit(json), Optional.empty());
        }
        SignedTransaction signed = TransactionJson.signed(json);
        return new Item(signed.encoded(), Optional.of(signed));
    }

    /// As the transactions trie holds them.
    public List<Bytes> encoded() {
        return items.stream().map(Item::encoded).toList();
    }

    boolean hasRoot(Hash32 transactionsRoot) {
        return OrderedTrie.root(encoded()).equals(transactionsRoot);
    }

    int size() {
        return items.size();
    }

    /// @return from 0; empty if it is not there
    OptionalInt placeOf(Hash32 transaction) {
        for (int i = 0; i < items.size(); i++) {
            if (Keccak256.hash(items.get(i).encoded()).equals(transaction)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// The transaction that `account` signed with `nonce`.
    Optional<Hash32> by(Address account, Nonce nonce, TransactionSender senders) {
        return items.stream()
                .flatMap(item -> item.signed().stream())
                .filter(signed -> signed.transaction().nonce().equals(nonce))
                .filter(signed -> senders.of(signed).filter(account::equals).isPresent())
                .map(SignedTransaction::hash)
                .findFirst();
    }
}
