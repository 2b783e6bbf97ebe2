package org.lifeboat.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.vault.hd.DerivationPath;
import org.lifeboat.vault.words.Language;

/// The content of a vault file as bytes, version 1. Numbers big-endian:
///
/// ```
/// u8 version = 1
/// u16 next seed id, u32 next account id
/// u16 count of seeds, each: u16 id, u8 language, u8 size, entropy, u16 size, passphrase (UTF-8)
/// u16 count of accounts, each: u32 id, 20 bytes address, u8 origin, then
///     origin 0, derived:    u16 seed id, u8 steps, u32 each (highest bit: hardened)
///     origin 1, imported:   32 bytes private key
///     origin 2, watch-only: nothing
/// ```
///
/// Nothing may follow. The buffer is allocated once, so that no outgrown copy is left behind.
final class KeyringFormat {
    static final int VERSION = 1;
    static final int MOST_PASSPHRASE = 0xffff;

    private static final int DERIVED = 0;
    private static final int IMPORTED = 1;
    private static final int WATCH_ONLY = 2;
    private static final int KEY_SIZE = 32;
    private static final int HARDENED = 0x8000_0000;

    private KeyringFormat() {}

    static Secret write(Keyring ring) {
        ByteBuffer out = ByteBuffer.allocate(size(ring));
        out.put((byte) VERSION).putShort((short) ring.nextSeed()).putInt(ring.nextAccount());
        out.putShort((short) ring.seeds().size());
        for (Keyring.Seed seed : ring.seeds()) {
            out.putShort((short) seed.id.value()).put((byte) seed.language.code());
            out.put((byte) seed.entropy.size());
            seed.entropy.with(out::put);
            out.putShort((short) seed.passphrase.size());
            seed.passphrase.with(out::put);
        }
        out.putShort((short) ring.accounts().size());
        for (Account account : ring.accounts()) {
            out.putInt(account.id().value()).put(account.address().toArray());
            writeOrigin(ring, account, out);
        }
        return Secret.take(out.array());
    }

    private static void writeOrigin(Keyring ring, Account account, ByteBuffer out) {
        switch (account.origin()) {
            case Account.Origin.Derived(SeedId seed, DerivationPath path) -> {
                out.put((byte) DERIVED).putShort((short) seed.value());
                out.put((byte) path.steps().size());
                path.steps().forEach(step -> out.putInt(step.hardened() ? step.index() | HARDENED : step.index()));
            }
            case Account.Origin.Imported() -> {
                out.put((byte) IMPORTED);
                ring.importedKey(account.id()).orElseThrow().with(out::put);
            }
            case Account.Origin.WatchOnly() -> out.put((byte) WATCH_ONLY);
        }
    }

    private static int size(Keyring ring) {
        int size = 1 + 2 + 4 + 2 + 2;
        for (Keyring.Seed seed : ring.seeds()) {
            size += 2 + 1 + 1 + seed.entropy.size() + 2 + seed.passphrase.size();
        }
        for (Account account : ring.accounts()) {
            size += 4 + Address.SIZE + 1;
            size += switch (account.origin()) {
                case Account.Origin.Derived derived ->
                    3 + 4 * derived.path().steps().size();
                case Account.Origin.Imported() -> KEY_SIZE;
                case Account.Origin.WatchOnly() -> 0;
            };
        }
        return size;
    }

    /// @return the version of the content if it is newer than this program
    static Optional<Integer> newerVersion(Secret content) {
        int version = content.with(bytes -> bytes.length == 0 ? 0 : bytes[0] & 0xff);
        return version > VERSION ? Optional.of(version) : Optional.empty();
    }

    /// @return empty if the content breaks the format, which behind an intact seal means a bug
    static Optional<Keyring> read(Secret content) {
        return content.with(bytes -> {
            Keyring ring = new Keyring();
            try {
                ByteBuffer in = ByteBuffer.wrap(bytes);
                require(in.get() == VERSION);
                int nextSeed = in.getShort() & 0xffff;
                int nextAccount = in.getInt();
                for (int left = in.getShort() & 0xffff; left > 0; left--) {
                    ring.put(readSeed(in));
                }
                for (int left = in.getShort() & 0xffff; left > 0; left--) {
                    readAccount(in, ring);
                }
                require(!in.hasRemaining());
                require(nextSeed >= ring.nextSeed() && nextAccount >= ring.nextAccount());
                ring.setNext(nextSeed, nextAccount);
                return Optional.of(ring);
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                ring.close();
                return Optional.empty();
            }
        });
    }

    private static Keyring.Seed readSeed(ByteBuffer in) {
        SeedId id = new SeedId(in.getShort() & 0xffff);
        Language language = Language.ofCode(in.get() & 0xff);
        Secret entropy = readSecret(in, in.get() & 0xff);
        require(entropy.size() >= 16 && entropy.size() <= 32 && entropy.size() % 4 == 0);
        Secret passphrase = readSecret(in, in.getShort() & 0xffff);
        return new Keyring.Seed(id, language, entropy, passphrase);
    }

    private static void readAccount(ByteBuffer in, Keyring ring) {
        AccountId id = new AccountId(in.getInt());
        byte[] address = new byte[Address.SIZE];
        in.get(address);
        int origin = in.get();
        switch (origin) {
            case DERIVED -> {
                SeedId seed = new SeedId(in.getShort() & 0xffff);
                require(ring.seed(seed).isPresent());
                List<DerivationPath.Step> steps = new ArrayList<>();
                for (int left = in.get() & 0xff; left > 0; left--) {
                    int raw = in.getInt();
                    steps.add(new DerivationPath.Step(raw & ~HARDENED, raw < 0));
                }
                ring.put(new Account(
                        id, Address.of(address), new Account.Origin.Derived(seed, new DerivationPath(steps))));
            }
            case IMPORTED ->
                ring.put(new Account(id, Address.of(address), new Account.Origin.Imported()), readSecret(in, KEY_SIZE));
            case WATCH_ONLY -> ring.put(new Account(id, Address.of(address), new Account.Origin.WatchOnly()));
            default -> throw new IllegalArgumentException("unknown origin");
        }
    }

    private static Secret readSecret(ByteBuffer in, int size) {
        byte[] bytes = new byte[size];
        try {
            in.get(bytes);
            return Secret.take(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("broken content");
        }
    }
}
