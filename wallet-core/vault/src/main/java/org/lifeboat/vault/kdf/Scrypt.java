package org.lifeboat.vault.kdf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.lifeboat.vault.Secret;

/// scrypt (RFC 7914). Our own, because Bouncy Castle refuses `r = 1` with `N >= 2^16`, which the reference
/// vector of the keystore definition uses, and leaves copies of the password to the garbage collector.
public final class Scrypt {
    /// Words of 32 bits in one Salsa20 block.
    private static final int BLOCK = 16;

    private final int n;
    private final int r;
    private final int p;

    /// Memory is 128 * n * r bytes; the caller has checked that this is reasonable.
    /// @param n a power of two above 1
    public Scrypt(int n, int r, int p) {
        if (n < 2 || Integer.bitCount(n) != 1 || r < 1 || p < 1 || 32L * n * r > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("scrypt figures out of range");
        }
        this.n = n;
        this.r = r;
        this.p = p;
    }

    /// @param password not kept
    public Secret derive(Secret password, byte[] salt, int size) {
        int[] memory = new int[n * 2 * BLOCK * r];
        byte[] mixed = password.with(bytes -> Pbkdf2.derive(Pbkdf2.Hash.SHA256, bytes, salt, 1, p * 128 * r))
                .with(byte[]::clone);
        try {
            for (int lane = 0; lane < p; lane++) {
                mix(ByteBuffer.wrap(mixed, lane * 128 * r, 128 * r).slice(), memory);
            }
            return password.with(bytes -> Pbkdf2.derive(Pbkdf2.Hash.SHA256, bytes, mixed, 1, size));
        } finally {
            Arrays.fill(memory, 0);
            Arrays.fill(mixed, (byte) 0);
        }
    }

    /// RFC 7914, section 5, `scryptROMix`.
    private void mix(ByteBuffer lane, int[] memory) {
        int words = 2 * BLOCK * r;
        int[] x = new int[words];
        int[] y = new int[words];
        lane.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(x);
        for (int i = 0; i < n; i++) {
            System.arraycopy(x, 0, memory, i * words, words);
            mixBlocks(x, y);
        }
        for (int i = 0; i < n; i++) {
            int from = (x[words - BLOCK] & (n - 1)) * words;
            for (int k = 0; k < words; k++) {
                x[k] ^= memory[from + k];
            }
            mixBlocks(x, y);
        }
        lane.asIntBuffer().put(x);
        Arrays.fill(x, 0);
        Arrays.fill(y, 0);
    }

    /// RFC 7914, section 4, `scryptBlockMix`; `y` is room to work in.
    private void mixBlocks(int[] x, int[] y) {
        int[] block = Arrays.copyOfRange(x, x.length - BLOCK, x.length);
        for (int i = 0; i < 2 * r; i++) {
            for (int k = 0; k < BLOCK; k++) {
                block[k] ^= x[i * BLOCK + k];
            }
            salsa20of8(block);
            // Even blocks go to the first half, odd ones to the second.
            System.arraycopy(block, 0, y, (i / 2 + (i % 2) * r) * BLOCK, BLOCK);
        }
        System.arraycopy(y, 0, x, 0, x.length);
    }

    /// RFC 7914, section 3, the Salsa20/8 core.
    private static void salsa20of8(int[] block) {
        int[] x = block.clone();
        for (int round = 0; round < 8; round += 2) {
            for (int c = 0; c < 4; c++) {
                quarter(x, 5 * c, (5 * c + 4) % 16, (5 * c + 8) % 16, (5 * c + 12) % 16);
            }
            for (int c = 0; c < 4; c++) {
                int row = 4 * c;
                quarter(x, row + c, row + (c + 1) % 4, row + (c + 2) % 4, row + (c + 3) % 4);
            }
        }
        for (int i = 0; i < BLOCK; i++) {
            block[i] += x[i];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
