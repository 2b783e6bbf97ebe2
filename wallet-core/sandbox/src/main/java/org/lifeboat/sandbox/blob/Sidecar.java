package org.lifeboat.sandbox.blob;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.kzg.KzgSetup;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;

/// What is sent beside a transaction with blobs (EIP-4844, "Networking"; EIP-7594, "Networking"). Nothing of
/// it is believed: commitments are computed, and proofs compared.
/// @param transaction as it stands in a block, its type before it
/// @param version 1 with the proofs of cells (Osaka), 0 with one proof a blob
public record Sidecar(Bytes transaction, int version, List<Bytes> blobs, List<Bytes> commitments, List<Bytes> proofs) {
    private static final byte BLOB_TYPE = 3;

    /// The proofs of cells.
    private static final int OF_CELLS = 1;

    public Sidecar {
        blobs = List.copyOf(blobs);
        commitments = List.copyOf(commitments);
        proofs = List.copyOf(proofs);
    }

    /// What came of looking at it.
    public sealed interface Checked {
        /// @param blobs in the order in which the transaction names them
        record Sound(List<PlayBlob> blobs) implements Checked {
            public Sound {
                blobs = List.copyOf(blobs);
            }
        }

        /// @param why in geth's words
        record Wrong(String why) implements Checked {}
    }

    /// Whether these bytes are a transaction with something beside it, and not one alone.
    public static boolean isBeside(Bytes encoded) {
        try {
            return reader(encoded).list().atList();
        } catch (RlpException e) {
            return false;
        }
    }

    /// @throws RlpException if the bytes are of another form
    public static Sidecar read(Bytes encoded) throws RlpException {
        RlpReader outer = reader(encoded);
        RlpReader parts = outer.list();
        outer.end();
        Bytes transaction = Bytes.of(BLOB_TYPE).plus(parts.raw());
        int version = parts.atList() ? 0 : version(parts.bytes());
        List<Bytes> blobs = items(parts.list(), KzgSetup.BLOB_SIZE);
        List<Bytes> commitments = items(parts.list(), CompressedPoint.SIZE);
        List<Bytes> proofs = items(parts.list(), CompressedPoint.SIZE);
        parts.end();
        return new Sidecar(transaction, version, blobs, commitments, proofs);
    }

    private static RlpReader reader(Bytes encoded) throws RlpException {
        if (encoded.isEmpty() || encoded.at(0) != BLOB_TYPE) {
            throw new RlpException("not a transaction with blobs");
        }
        return RlpReader.of(encoded.sharedArray(), 1, encoded.size());
    }

    /// Geth's: "unsupported sidecar version".
    private static int version(Bytes said) throws RlpException {
        if (said.size() != 1 || said.at(0) != OF_CELLS) {
            throw new RlpException("unsupported sidecar version");
        }
        return OF_CELLS;
    }

    private static List<Bytes> items(RlpReader list, int size) throws RlpException {
        List<Bytes> items = new ArrayList<>();
        while (list.hasMore()) {
            items.add(list.bytes(size));
        }
        return items;
    }

    /// @param hashes those that the transaction names
    public Checked check(List<Hash32> hashes) {
        Optional<String> wrong = ofNumbers(hashes);
        if (wrong.isPresent()) {
            return new Checked.Wrong(wrong.get());
        }
        List<PlayBlob> made = new ArrayList<>();
        for (int i = 0; i < blobs.size(); i++) {
            PlayBlob blob;
            try {
                blob = PlayBlob.of(blobs.get(i));
            } catch (IllegalArgumentException e) {
                return new Checked.Wrong("KZG verification error: scalar is not canonical");
            }
            if (!blob.versionedHash().equals(hashes.get(i))) {
                return new Checked.Wrong("blob %d: computed hash %s mismatches transaction one %s"
                        .formatted(i, blob.versionedHash(), hashes.get(i)));
            }
            List<Bytes> own = proofs.subList(i * CellProofs.COUNT, (i + 1) * CellProofs.COUNT);
            if (!blob.commitment().equals(commitments.get(i)) || !CellProofs.fit(blob, own)) {
                return new Checked.Wrong("KZG verification error: can't verify opening proof");
            }
            made.add(blob);
        }
        return new Checked.Sound(made);
    }

    /// Source: geth, core/txpool/validation.go, `validateBlobSidecar`, and core/types/tx_blob.go.
    private Optional<String> ofNumbers(List<Hash32> hashes) {
        if (commitments.size() != hashes.size()) {
            return Optional.of("invalid number of %d blob commitments compared to %d blob hashes"
                    .formatted(commitments.size(), hashes.size()));
        }
        if (version != OF_CELLS) {
            return Optional.of("Wrong sidecar format: unexpected sidecar version, want: 1, got: " + version);
        }
        if (blobs.size() != commitments.size()) {
            return Optional.of("invalid number of %d blobs compared to %d commitments"
                    .formatted(blobs.size(), commitments.size()));
        }
        int wanted = commitments.size() * CellProofs.COUNT;
        if (proofs.size() != wanted) {
            return Optional.of("Wrong sidecar format: invalid number of %d blob proofs expected %d"
                    .formatted(proofs.size(), wanted));
        }
        return Optional.empty();
    }
}
