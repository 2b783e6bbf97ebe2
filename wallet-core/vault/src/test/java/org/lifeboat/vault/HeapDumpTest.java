package org.lifeboat.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.vault.kdf.KdfParameters;
import org.lifeboat.vault.signing.Facts;
import org.lifeboat.vault.signing.TransactionRequest;
import org.lifeboat.vault.words.Language;
import org.lifeboat.vault.words.Phrase;

/// Uses a vault in a JVM of its own, locks it, dumps the heap with all garbage that is still in it, and looks
/// for what must not be there.
class HeapDumpTest {
    @TempDir
    Path folder;

    /// Writes the secrets to files before it starts and never holds them in another way than the program would.
    static final class Victim {
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            boolean lock = Boolean.parseBoolean(arguments[1]);
            Vault vault = Vault.at(folder.resolve("vault"));
            UnlockedVault open;
            try (Secret password = password(folder)) {
                open = ((Created.Done) vault.create(password, KdfParameters.least())).vault();
            }
            SeedId seed;
            try (Phrase phrase = Phrase.generate(Language.ENGLISH, 24, new SecureRandom());
                    Secret text = phrase.text()) {
                seed = ((Changed.Done<SeedInfo>) open.addSeed(phrase, Secret.empty()))
                        .value()
                        .id();
                save(text, folder.resolve("words.secret"));
                try (Secret entropy = phrase.entropy();
                        Secret noPassphrase = Secret.empty();
                        Secret master = phrase.seed(noPassphrase)) {
                    save(entropy, folder.resolve("entropy.secret"));
                    save(master, folder.resolve("seed.secret"));
                }
            }
            AccountId account =
                    ((Changed.Done<Account>) open.addAccount(seed)).value().id();
            try (Secret password = password(folder)) {
                var key = (Exported.Revealed<Secret>) open.exportKey(account, password);
                try (Secret lent = key.secret()) {
                    save(lent, folder.resolve("key.secret"));
                }
            }
            var request = new TransactionRequest(new Transaction.DynamicFee(
                    ChainId.ETHEREUM,
                    new Nonce(0),
                    Wei.of(1),
                    Wei.of(1),
                    new Gas(21_000),
                    java.util.Optional.of(Address.ZERO),
                    Wei.ZERO,
                    Bytes.EMPTY,
                    List.of()));
            var description = open.describe(request, account, Facts.NONE).orElseThrow();
            open.sign(request, account, description.approve());
            if (lock) {
                open.close();
            }
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpHeap(folder.resolve("heap.hprof").toString(), false);
            System.out.println(Secp256k1.preferred().implementation() + open.isLocked());
        }

        private static Secret password(Path folder) throws IOException {
            return Secret.take(Files.readAllBytes(folder.resolve("password.secret")));
        }

        private static void save(Secret secret, Path file) {
            secret.with(bytes -> {
                try {
                    return Files.write(file, bytes);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void lockedVault_leavesNothingOnTheHeap() throws Exception {
        assertThat(secretsFound(true)).isEmpty();
    }

    @Test
    void openVault_isFoundByTheSameSearch() throws Exception {
        // Shows that the search would find something: while a vault is open its entropy is on the heap.
        assertThat(secretsFound(false)).contains("entropy.secret");
    }

    private List<String> secretsFound(boolean lock) throws Exception {
        // Made up anew each time: a literal would be in the victim's heap as part of this class.
        byte[] password = new SecureRandom()
                .ints(24, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
        Files.write(folder.resolve("password.secret"), password);
        Process victim = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString(),
                        Boolean.toString(lock)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertThat(victim.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(victim.exitValue())
                .as(Files.readString(folder.resolve("out")))
                .isZero();

        byte[] heap = Files.readAllBytes(folder.resolve("heap.hprof"));
        List<String> found = new ArrayList<>();
        for (String name : List.of("password", "words", "entropy", "seed", "key")) {
            byte[] secret = Files.readAllBytes(folder.resolve(name + ".secret"));
            byte[] wide = new String(secret, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_16BE);
            byte[] wideLittle = new String(secret, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_16LE);
            if (contains(heap, secret) || contains(heap, wide) || contains(heap, wideLittle)) {
                found.add(name + ".secret");
            }
        }
        return found;
    }

    private static boolean contains(byte[] heap, byte[] wanted) {
        int last = heap.length - wanted.length;
        for (int at = 0; at <= last; at++) {
            if (heap[at] == wanted[0] && heap[at + 1] == wanted[1] && matches(heap, at, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] heap, int at, byte[] wanted) {
        for (int i = 2; i < wanted.length; i++) {
            if (heap[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
