package org.lifeboat.evm.code;

import java.util.Arrays;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// The code of an account or of a creation, and what was found out about it.
public final class Code {
    /// The hash of no bytes. Source: Yellow Paper, section 4.1, `KEC(())`.
    public static final Hash32 EMPTY_HASH = Keccak256.hash(new byte[0]);

    public static final Code EMPTY = new Code(new byte[0], EMPTY_HASH);

    /// So many zeros (STOP) follow, that neither the next instruction nor a push's constant is ever out of
    /// bounds.
    private static final int PADDING = 40;

    /// Source: EIP-7702, "Delegation Designation": `0xef0100 || address`, 23 bytes.
    private static final int DELEGATION_SIZE = 23;

    private static final int DELEGATE_OFFSET = 3;

    private static final long[] NOT_ANALYSED = new long[0];

    private static final int JUMPDEST = 0x5b;
    private static final int PUSH1 = 0x60;
    private static final int PUSH32 = 0x7f;

    private final byte[] padded;
    private final int size;
    private final Hash32 hash;
    private volatile long[] destinations = NOT_ANALYSED;

    private Code(byte[] code, Hash32 hash) {
        this.size = code.length;
        this.padded = Arrays.copyOf(code, code.length + PADDING);
        this.hash = hash;
    }

    /// Code that is kept: its hash is computed.
    public static Code of(byte[] code) {
        return code.length == 0 ? EMPTY : new Code(code, Keccak256.hash(code));
    }

    /// Code whose hash was checked before, or, for a creation's code, is not asked for.
    public static Code of(byte[] code, Hash32 hash) {
        return code.length == 0 ? EMPTY : new Code(code, hash);
    }

    public int size() {
        return size;
    }

    public Hash32 hash() {
        return hash;
    }

    /// The code and at least forty zeros. Shared: never write to it.
    public byte[] padded() {
        return padded;
    }

    public Bytes toBytes() {
        return Bytes.of(Arrays.copyOf(padded, size));
    }

    /// Whether this is a delegation to another account's code (EIP-7702).
    public boolean isDelegation() {
        return size == DELEGATION_SIZE && (padded[0] & 0xff) == 0xef && padded[1] == 1 && padded[2] == 0;
    }

    /// The account that a delegation points to.
    public Address delegate() {
        return Address.of(Arrays.copyOfRange(padded, DELEGATE_OFFSET, DELEGATION_SIZE));
    }

    /// The bytes that make an account delegate to `address`.
    public static byte[] delegationTo(Address address) {
        byte[] code = new byte[DELEGATION_SIZE];
        code[0] = (byte) 0xef;
        code[1] = 1;
        System.arraycopy(address.toArray(), 0, code, DELEGATE_OFFSET, Address.SIZE);
        return code;
    }

    /// Whether a jump may land at `position`: a JUMPDEST that is not inside a push's constant.
    public boolean isDestination(long position) {
        if (position < 0 || position >= size) {
            return false;
        }
        int at = (int) position;
        if (padded[at] != JUMPDEST) {
            return false;
        }
        long[] known = destinations;
        if (known.length == 0) {
            known = analyse();
            destinations = known;
        }
        return (known[at >> 6] >>> (at & 63) & 1) != 0;
    }

    private long[] analyse() {
        long[] found = new long[(size >> 6) + 1];
        for (int i = 0; i < size; i++) {
            int instruction = padded[i] & 0xff;
            if (instruction == JUMPDEST) {
                found[i >> 6] |= 1L << (i & 63);
            } else if (instruction >= PUSH1 && instruction <= PUSH32) {
                i += instruction - PUSH1 + 1;
            }
        }
        return found;
    }
}
