package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// Solidity's argument encoding, as far as the bridge needs it.
/// Source: docs.soliditylang.org, "Contract ABI Specification", "Formal Specification of the Encoding".
final class Abi {
    private static final int WORD = 32;

    private Abi() {}

    /// One argument.
    sealed interface Item {
        record Word(Hash32 value) implements Item {}

        record Text(Bytes value) implements Item {}

        record Texts(List<Bytes> values) implements Item {}

        record Tuple(List<Item> items) implements Item {}
    }

    static Item word(Hash32 value) {
        return new Item.Word(value);
    }

    static Item word(BigInteger value) {
        return new Item.Word(Hash32.ofNumber(value));
    }

    static Item word(long value) {
        return new Item.Word(Hash32.ofNumber(value));
    }

    static Item word(Address value) {
        return new Item.Word(value.toWord());
    }

    static Item text(Bytes value) {
        return new Item.Text(value);
    }

    static Item texts(List<Bytes> values) {
        return new Item.Texts(values);
    }

    static Item tuple(Item... items) {
        return new Item.Tuple(List.of(items));
    }

    /// @param signature as it is hashed for the selector
    static Bytes call(String signature, Item... items) {
        return selector(signature).plus(encode(items));
    }

    static Bytes selector(String signature) {
        return Bytes.copyOf(Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII)), 0, 4);
    }

    static Bytes encode(Item... items) {
        return sequence(Arrays.asList(items));
    }

    /// The word at `index` of what a call returned; empty if it returned less.
    static Optional<Hash32> at(Bytes returned, int index) {
        int from = index * WORD;
        return returned.size() < from + WORD
                ? Optional.empty()
                : Optional.of(Hash32.of(returned.slice(from, from + WORD).toArray()));
    }

    /// The byte string whose offset stands in word `index`; empty where the encoding is not exact.
    static Optional<Bytes> textAt(Bytes encoded, int index) {
        Optional<Integer> offset = at(encoded, index).flatMap(Abi::small);
        Optional<Integer> length = offset.filter(from -> from % WORD == 0)
                .flatMap(from -> at(encoded, from / WORD))
                .flatMap(Abi::small);
        if (length.isEmpty()) {
            return Optional.empty();
        }
        int from = offset.get() + WORD;
        int padded = (length.get() + WORD - 1) / WORD * WORD;
        if (encoded.size() - from < padded) {
            return Optional.empty();
        }
        for (int i = from + length.get(); i < from + padded; i++) {
            if (encoded.at(i) != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(encoded.slice(from, from + length.get()));
    }

    /// The tuple of which a part is dynamic, whose offset stands in word `index`; its own offsets count
    /// from its beginning.
    static Optional<Bytes> tupleAt(Bytes encoded, int index) {
        return at(encoded, index)
                .flatMap(Abi::small)
                .filter(from -> from % WORD == 0 && from <= encoded.size())
                .map(from -> encoded.slice(from, encoded.size()));
    }

    private static Optional<Integer> small(Hash32 word) {
        BigInteger number = word.toNumber();
        return number.bitLength() > 30 ? Optional.empty() : Optional.of(number.intValue());
    }

    private static Bytes sequence(List<Item> items) {
        int offset = items.stream().mapToInt(Abi::headSize).sum();
        Bytes head = Bytes.EMPTY;
        Bytes tail = Bytes.EMPTY;
        for (Item item : items) {
            Bytes encoded = encoded(item);
            if (isDynamic(item)) {
                head = head.plus(
                        Bytes.of(Hash32.ofNumber((long) offset + tail.size()).toArray()));
                tail = tail.plus(encoded);
            } else {
                head = head.plus(encoded);
            }
        }
        return head.plus(tail);
    }

    private static Bytes encoded(Item item) {
        return switch (item) {
            case Item.Word(Hash32 value) -> Bytes.of(value.toArray());
            case Item.Text(Bytes value) -> {
                int rest = value.size() % WORD;
                Bytes padding = Bytes.of(new byte[rest == 0 ? 0 : WORD - rest]);
                yield Bytes.of(Hash32.ofNumber(value.size()).toArray())
                        .plus(value)
                        .plus(padding);
            }
            case Item.Texts(List<Bytes> values) ->
                Bytes.of(Hash32.ofNumber(values.size()).toArray())
                        .plus(sequence(values.stream().map(Abi::text).toList()));
            case Item.Tuple(List<Item> items) -> sequence(items);
        };
    }

    private static int headSize(Item item) {
        return switch (item) {
            case Item.Tuple(List<Item> items)
            when !isDynamic(item) -> items.stream().mapToInt(Abi::headSize).sum();
            case Item.Word _, Item.Text _, Item.Texts _, Item.Tuple _ -> WORD;
        };
    }

    private static boolean isDynamic(Item item) {
        return switch (item) {
            case Item.Word _ -> false;
            case Item.Text _, Item.Texts _ -> true;
            case Item.Tuple(List<Item> items) -> items.stream().anyMatch(Abi::isDynamic);
        };
    }
}
