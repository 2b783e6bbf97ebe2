package org.lifeboat.conformance.opdevnet;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

/// Calls of precompiled contracts at the lengths where the OP Stack's rules differ from Ethereum's: the longest
/// input that is taken, and the next. Source: specification, exec-engine of Granite, Isthmus, Jovian, Karst.
final class PrecompileEdges {
    /// Calls the precompile that the first word names with as many bytes as the second says, of which the first
    /// are those that follow; stores success plus the hash of what came back under the precompile's number.
    private static final Bytes CALLER = Bytes.fromHex(
            "0x" // size of what follows the two words; copy it to 0
                    + "604036036040600037"
                    + "6000600060203560006000355afa" // staticcall(gas, word 0, 0, word 1, 0, 0)
                    + "3d600060003e" // returndatacopy(0, 0, size)
                    + "3d600020" // keccak256(0, size)
                    + "0160003555" // sstore(word 0, success + hash)
                    + "00");

    /// Enough for the dearest of them, and below EIP-7825's cap.
    private static final long GAS = 16_700_000;

    private final Actor sender;

    PrecompileEdges(Actor sender) {
        this.sender = sender;
    }

    /// What is called, and with how many bytes.
    private record Edge(int precompile, int size) {}

    /// @param avoided precompiled contracts, by number, that are not called
    /// @return the last one's hash
    Hash32 send(Set<Integer> avoided) throws GeneralSecurityException {
        Nonce nonce = sender.nonce();
        Address caller = Traffic.created(sender.address(), nonce);
        sender.receipt(sender.send(Optional.empty(), Wei.ZERO, Traffic.deploying(CALLER), 300_000));
        List<Edge> edges = new ArrayList<>();
        edge(edges, 0x08, 192, 57_600, 81_984, 112_687);
        edge(edges, 0x0c, 160, 288_960, 513_760);
        edge(edges, 0x0e, 288, 278_784, 488_448);
        edge(edges, 0x0f, 384, 156_672, 235_008);
        Hash32 last = Hash32.ZERO;
        for (Edge edge : edges) {
            if (!avoided.contains(edge.precompile())) {
                last = call(caller, edge.precompile(), edge.size(), Bytes.EMPTY);
            }
        }
        if (!avoided.contains(0x100)) {
            Bytes signed = signature();
            call(caller, 0x100, signed.size(), signed);
            last = call(caller, 0x100, signed.size() - 1, signed);
        }
        return last;
    }

    /// The longest whole number of elements within each limit, and one more.
    private static void edge(List<Edge> edges, int precompile, int element, int... limits) {
        for (int limit : limits) {
            int most = limit / element * element;
            edges.add(new Edge(precompile, most));
            edges.add(new Edge(precompile, most + element));
        }
    }

    private Hash32 call(Address caller, int precompile, int size, Bytes input) {
        Bytes data = Bytes.of(Hash32.ofNumber(precompile).toArray())
                .plus(Bytes.of(Hash32.ofNumber(size).toArray()))
                .plus(input);
        return sender.send(Optional.of(caller), Wei.ZERO, data, GAS);
    }

    /// A right input for P256VERIFY: hash, r, s, x, y (EIP-7951).
    private static Bytes signature() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] message = {1, 2, 3};
        Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        signer.initSign(pair.getPrivate());
        signer.update(message);
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return Bytes.of(MessageDigest.getInstance("SHA-256").digest(message))
                .plus(Bytes.of(signer.sign()))
                .plus(word(key.getW().getAffineX()))
                .plus(word(key.getW().getAffineY()));
    }

    private static Bytes word(BigInteger number) {
        return Bytes.of(Hash32.ofNumber(number).toArray());
    }
}
