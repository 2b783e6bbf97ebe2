package org.lifeboat.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Bytes that must not outlive their use. Not a record: a record's `toString` prints its fields. Text is held as
/// UTF-8. Who makes a secret closes it; a method that takes one over says so.
public final class Secret implements AutoCloseable {
    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] owned) {
        this.bytes = owned;
    }

    /// Copies `source` and wipes it.
    public static Secret take(byte[] source) {
        Secret secret = new Secret(source.clone());
        Arrays.fill(source, (byte) 0);
        return secret;
    }

    /// Encodes what a person typed as UTF-8 and wipes `typed`.
    /// @throws IllegalArgumentException if a surrogate stands alone; `typed` is wiped all the same
    public static Secret take(char[] typed) {
        byte[] space = new byte[typed.length * 3];
        try {
            ByteBuffer out = ByteBuffer.wrap(space);
            var encoder = StandardCharsets.UTF_8.newEncoder();
            if (encoder.encode(CharBuffer.wrap(typed), out, true).isError()) {
                throw new IllegalArgumentException("not well-formed text");
            }
            return new Secret(Arrays.copyOf(space, out.position()));
        } finally {
            Arrays.fill(space, (byte) 0);
            Arrays.fill(typed, '\0');
        }
    }

    public static Secret empty() {
        return new Secret(new byte[0]);
    }

    public static Secret random(int size, SecureRandom random) {
        byte[] fresh = new byte[size];
        random.nextBytes(fresh);
        return new Secret(fresh);
    }

    /// Lends the bytes to `use`, which must neither keep nor copy them.
    /// @throws IllegalStateException after [#close]
    public synchronized <T extends @Nullable Object> T with(Function<byte[], T> use) {
        if (closed) {
            throw new IllegalStateException("secret used after close");
        }
        return use.apply(bytes);
    }

    /// The same bytes in a secret of their own, which the caller closes.
    public Secret copy() {
        return with(lent -> new Secret(lent.clone()));
    }

    /// UTF-8 text in Unicode form NFKD, in a secret of its own: the same password typed on another keyboard
    /// gives the same bytes (BIP-39, "From mnemonic to seed"). Bytes that are no UTF-8 stay as they are.
    public Secret normalized() {
        return with(lent -> {
            try {
                return new Secret(Nfkd.normalize(lent));
            } catch (CharacterCodingException e) {
                return new Secret(lent.clone());
            }
        });
    }

    /// Compares in a time that does not depend on where the bytes differ.
    public boolean matches(Secret other) {
        try (Secret mine = copy()) {
            return other.with(theirs -> MessageDigest.isEqual(mine.bytes, theirs));
        }
    }

    public int size() {
        return bytes.length;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        Arrays.fill(bytes, (byte) 0);
        closed = true;
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
