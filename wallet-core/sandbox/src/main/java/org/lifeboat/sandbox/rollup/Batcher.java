package org.lifeboat.sandbox.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.derivation.Sequencing;
import org.lifeboat.rollups.opstack.derivation.Upgrades;
import org.lifeboat.rollups.opstack.derivation.format.BatcherData;
import org.lifeboat.rollups.opstack.derivation.format.BlobData;
import org.lifeboat.rollups.opstack.derivation.format.Frame;
import org.lifeboat.rollups.opstack.derivation.format.SingularBatch;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;
import org.lifeboat.sandbox.blob.PlayBlob;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.world.PlayHand;

/// Writes on L1 what the sequencer has made, so that everybody can make it again.
final class Batcher implements Actor {
    /// Blocks without anything of the sequencer's wait for company, so long at most: also they may hold what
    /// somebody has had L1 demand. Others are written down at once. Unit: seconds.
    private static final long LONGEST_WAIT = 58;

    /// What was written and does not count where it stands is written again, but not in each turn. Unit:
    /// seconds.
    private static final long AGAIN = 60;

    /// In one transaction; pools take no more than 131,072 bytes.
    private static final int FRAME_BYTES = 100_000;

    /// A transaction's own, and the most that a byte of data costs (EIP-2028, EIP-7623). Unit: gas.
    private static final long GAS = 21_000;

    private static final long GAS_A_BYTE = 40;

    private final L1Node l1;
    private final Layer2Node l2;
    private final PlayHand hand;
    private final Sequencing sequencing;
    private List<Hash32> sent = List.of();
    private List<Hash32> written = List.of();
    private long writtenAt;
    private BatchPlace place = BatchPlace.CALLDATA;
    private long channels;

    Batcher(L1Node l1, Layer2Node l2, PlayHand hand) {
        this.l1 = l1;
        this.l2 = l2;
        this.hand = hand;
        this.sequencing = new Sequencing(l2.rollup(), Upgrades.NONE);
    }

    /// What was written before and is in a block has been followed already: what is above the safe block is
    /// not there.
    @Override
    public void act(Conduct conduct, long now) {
        boolean waits = sent.stream().anyMatch(hash -> l1.pending(hash).isPresent());
        if (conduct instanceof Conduct.Stopped || waits) {
            return;
        }
        List<SealedBlock> blocks = new ArrayList<>();
        long newest = l2.history().newest().number();
        for (long number = l2.safe().number() + 1; number <= newest; number++) {
            SealedBlock block = l2.history().at(number).orElseThrow();
            if (block.header().unixSeconds() + conduct.lateBy() <= now) {
                blocks.add(block);
            }
        }
        boolean urgent = blocks.stream().anyMatch(block -> !sequenced(block).isEmpty());
        boolean old =
                !blocks.isEmpty() && blocks.getFirst().header().unixSeconds() + conduct.lateBy() + LONGEST_WAIT <= now;
        List<Hash32> hashes = blocks.stream().map(SealedBlock::hash).toList();
        boolean again = hashes.equals(written) && now < writtenAt + AGAIN;
        if ((urgent || old) && !again) {
            write(blocks);
            written = hashes;
            writtenAt = now;
        }
    }

    private void write(List<SealedBlock> blocks) {
        Bytes name = Bytes.copyOf(blocks.getLast().hash().toArray(), 0, Frame.CHANNEL_SIZE);
        List<Bytes> batches = blocks.stream().map(this::batch).toList();
        boolean blobs = place == BatchPlace.BLOBS || (place == BatchPlace.BOTH && channels % 2 == 1);
        channels++;
        List<Hash32> hashes = new ArrayList<>();
        for (Frame frame : BatcherData.frames(name, batches, FRAME_BYTES)) {
            Bytes data = BatcherData.transaction(List.of(frame));
            hashes.add(blobs ? sendBlob(data) : sendData(data));
        }
        sent = List.copyOf(hashes);
    }

    private Hash32 sendData(Bytes data) {
        Gas gas = new Gas(GAS + GAS_A_BYTE * data.size());
        return hand.send(Optional.of(l2.rollup().contracts().batchInbox()), gas, Wei.ZERO, data);
    }

    private Hash32 sendBlob(Bytes data) {
        PlayBlob blob = PlayBlob.of(BlobData.encode(data));
        l1.takeBlob(blob);
        return hand.sendBlobs(l2.rollup().contracts().batchInbox(), new Gas(GAS), List.of(blob.versionedHash()));
    }

    /// Writes there from now on.
    void writeTo(BatchPlace next) {
        place = next;
    }

    private Bytes batch(SealedBlock block) {
        List<Bytes> all = L1Follower.transactions(block);
        if (!(sequencing.origin(block.header(), all)
                instanceof Answer.Proven<RollupConfig.Origin>(RollupConfig.Origin origin))) {
            throw new IllegalStateException("a block of ours does not describe L1");
        }
        return BatcherData.singular(new SingularBatch(
                block.header().parentHash(),
                origin.number(),
                origin.hash(),
                block.header().unixSeconds(),
                sequenced(block)));
    }

    private static List<Bytes> sequenced(SealedBlock block) {
        return L1Follower.transactions(block).stream()
                .filter(each -> each.at(0) != DepositTransaction.TYPE)
                .toList();
    }
}
