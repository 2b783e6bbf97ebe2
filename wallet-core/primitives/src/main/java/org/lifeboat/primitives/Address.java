package org.lifeboat.primitives;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// A twenty-byte account address. Shown with the mixed-case checksum of EIP-55.
public final class Address implements Comparable<Address> {
    public static final int SIZE = 20;
    public static final Address ZERO = new Address(new byte[SIZE]);

    private final byte[] bytes;

    private Address(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Copies `bytes`.
    /// @throws IllegalArgumentException if there are not exactly 20
    public static Address of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("an address has 20 bytes, not " + bytes.length);
        }
        return new Address(bytes.clone());
    }

    /// Reads an address that a program wrote: any case, checksum not looked at.
    /// @throws IllegalArgumentException unless `text` is `0x` and 40 digits
    public static Address fromHex(String text) {
        byte[] decoded = Hex.decode(text);
        if (decoded.length != SIZE) {
            throw new IllegalArgumentException("an address has 20 bytes, not " + decoded.length);
        }
        return new Address(decoded);
    }

    /// Reads an address that a person typed: mixed case must carry the right checksum (EIP-55).
    /// @throws IllegalArgumentException unless `text` is `0x` and 40 digits, all lower case, all upper case, or
    /// checksummed
    public static Address fromUser(String text) {
        Address address = fromHex(text);
        String digits = text.substring(2);
        boolean oneCase =
                digits.equals(digits.toLowerCase(Locale.ROOT)) || digits.equals(digits.toUpperCase(Locale.ROOT));
        if (!oneCase && !address.toChecksum().equals(text)) {
            throw new IllegalArgumentException("the address has a typing error: its checksum does not fit");
        }
        return address;
    }

    /// Mixed-case form, EIP-55.
    public String toChecksum() {
        char[] digits = Hex.encode(bytes).substring(2).toCharArray();
        byte[] hash = Keccak256.digest(new String(digits).getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < digits.length; i++) {
            int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xf;
            if (nibble >= 8) {
                digits[i] = Character.toUpperCase(digits[i]);
            }
        }
        return "0x" + new String(digits);
    }

    /// The address as the EVM keeps it in a word: twelve zero bytes, then the address.
    public Hash32 toWord() {
        byte[] word = new byte[Hash32.SIZE];
        System.arraycopy(bytes, 0, word, Hash32.SIZE - SIZE, SIZE);
        return Hash32.of(word);
    }

    /// A fresh copy that the caller may change.
    public byte[] toArray() {
        return bytes.clone();
    }

    public String toHex() {
        return Hex.encode(bytes);
    }

    @Override
    public int compareTo(Address other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return toChecksum();
    }
}
