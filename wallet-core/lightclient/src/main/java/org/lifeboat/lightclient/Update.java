package org.lifeboat.lightclient;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszReader;
import org.lifeboat.primitives.ssz.SszWriter;

/// `LightClientUpdate`, and, with parts left out, `LightClientFinalityUpdate` and
/// `LightClientOptimisticUpdate`, which the specification processes as updates without those parts.
///
/// @param attested the header that the committee signed
/// @param next the committee of the following period, if the update brings it
/// @param finality the header that the attested state holds as final, if the update brings it
/// @param signatureSlot the slot of the block that carried the signature; later than the attested one
public record Update(
        LightClientHeader attested,
        Optional<NextCommittee> next,
        Optional<Finality> finality,
        SyncAggregate aggregate,
        long signatureSlot) {

    public record NextCommittee(SyncCommittee committee, List<Hash32> branch) {
        public NextCommittee {
            branch = List.copyOf(branch);
        }
    }

    /// @param header empty: the genesis checkpoint, whose root in the state is zero
    public record Finality(Optional<LightClientHeader> header, List<Hash32> branch) {
        public Finality {
            branch = List.copyOf(branch);
        }
    }

    long attestedSlot() {
        return attested.beacon().slot();
    }

    /// The finalised header's slot; 0, the genesis slot, where there is none (as the specification's default
    /// header).
    long finalizedSlot() {
        return finality.flatMap(Finality::header).map(h -> h.beacon().slot()).orElse(0L);
    }

    /// @throws SszException if the bytes are no `LightClientUpdate` of `fork`
    public static Update read(Bytes ssz, Fork fork, Preset preset) throws SszException {
        SszReader in = SszReader.of(ssz);
        HeaderPlace attested = HeaderPlace.read(in, fork);
        SyncCommittee committee = SyncCommittee.read(in, preset.committeeSize());
        List<Hash32> committeeBranch = in.vector32(Fork.depth(fork.nextCommitteeGindex()));
        HeaderPlace finalized = HeaderPlace.read(in, fork);
        List<Hash32> finalityBranch = in.vector32(Fork.depth(fork.finalizedRootGindex()));
        SyncAggregate aggregate = SyncAggregate.read(in, preset.committeeSize());
        long signatureSlot = in.uint64();
        List<LightClientHeader> headers = HeaderPlace.resolve(in, fork, attested, finalized);
        return new Update(
                headers.getFirst(),
                next(committee, committeeBranch),
                finality(headers.getLast(), finalityBranch),
                aggregate,
                signatureSlot);
    }

    /// @throws SszException if the bytes are no `LightClientFinalityUpdate` of `fork`
    public static Update readFinality(Bytes ssz, Fork fork, Preset preset) throws SszException {
        SszReader in = SszReader.of(ssz);
        HeaderPlace attested = HeaderPlace.read(in, fork);
        HeaderPlace finalized = HeaderPlace.read(in, fork);
        List<Hash32> branch = in.vector32(Fork.depth(fork.finalizedRootGindex()));
        SyncAggregate aggregate = SyncAggregate.read(in, preset.committeeSize());
        long signatureSlot = in.uint64();
        List<LightClientHeader> headers = HeaderPlace.resolve(in, fork, attested, finalized);
        return new Update(
                headers.getFirst(), Optional.empty(), finality(headers.getLast(), branch), aggregate, signatureSlot);
    }

    /// @throws SszException if the bytes are no `LightClientOptimisticUpdate` of `fork`
    public static Update readOptimistic(Bytes ssz, Fork fork, Preset preset) throws SszException {
        SszReader in = SszReader.of(ssz);
        HeaderPlace attested = HeaderPlace.read(in, fork);
        SyncAggregate aggregate = SyncAggregate.read(in, preset.committeeSize());
        long signatureSlot = in.uint64();
        LightClientHeader header = HeaderPlace.resolve(in, fork, attested).getFirst();
        return new Update(header, Optional.empty(), Optional.empty(), aggregate, signatureSlot);
    }

    /// The bytes that [#read] takes.
    /// @throws SszException if this is no container of `fork`
    public Bytes write(Fork fork, Preset preset) throws SszException {
        SszWriter out = new SszWriter();
        attested.write(out, fork);
        int depth = Fork.depth(fork.nextCommitteeGindex());
        NextCommittee written =
                next.orElseGet(() -> new NextCommittee(SyncCommittee.empty(preset.committeeSize()), zeros(depth)));
        written.committee().write(out);
        out.vector32(written.branch());
        writeFinality(out, fork);
        Bytes bytes = writeEnd(out);
        return sameAgain(bytes, this, read(bytes, fork, preset));
    }

    /// The bytes that [#readFinality] takes; a next committee is left out.
    /// @throws SszException if this is no container of `fork`
    public Bytes writeFinality(Fork fork, Preset preset) throws SszException {
        SszWriter out = new SszWriter();
        attested.write(out, fork);
        writeFinality(out, fork);
        Bytes bytes = writeEnd(out);
        Update kept = new Update(attested, Optional.empty(), finality, aggregate, signatureSlot);
        return sameAgain(bytes, kept, readFinality(bytes, fork, preset));
    }

    /// The bytes that [#readOptimistic] takes; everything but the attested header and its signature is left
    /// out.
    /// @throws SszException if this is no container of `fork`
    public Bytes writeOptimistic(Fork fork, Preset preset) throws SszException {
        SszWriter out = new SszWriter();
        attested.write(out, fork);
        Bytes bytes = writeEnd(out);
        Update kept = new Update(attested, Optional.empty(), Optional.empty(), aggregate, signatureSlot);
        return sameAgain(bytes, kept, readOptimistic(bytes, fork, preset));
    }

    private void writeFinality(SszWriter out, Fork fork) {
        LightClientHeader header = finality.flatMap(Finality::header).orElseGet(() -> LightClientHeader.empty(fork));
        header.write(out, fork);
        out.vector32(finality.map(Finality::branch).orElseGet(() -> zeros(Fork.depth(fork.finalizedRootGindex()))));
    }

    private Bytes writeEnd(SszWriter out) {
        aggregate.write(out);
        return out.uint64(signatureSlot).toBytes();
    }

    private static List<Hash32> zeros(int depth) {
        return Collections.nCopies(depth, Hash32.ZERO);
    }

    /// A message that came as JSON may have branches, keys or an execution part of another shape than its
    /// fork's container; written, it would be something else.
    static <T> Bytes sameAgain(Bytes written, T message, T again) throws SszException {
        if (!message.equals(again)) {
            throw new SszException("not of the shape of its fork");
        }
        return written;
    }

    /// `is_sync_committee_update`: a branch of zeros stands for "not part of this update", and then nothing
    /// else may stand there either.
    public static Optional<NextCommittee> next(SyncCommittee committee, List<Hash32> branch) throws SszException {
        if (!isZero(branch)) {
            return Optional.of(new NextCommittee(committee, branch));
        }
        if (!isZero(committee.keys()) || !isZero(committee.aggregateKey())) {
            throw new SszException("a next committee without its proof");
        }
        return Optional.empty();
    }

    /// `is_finality_update`, likewise. A header of zeros with a proof stands for the genesis checkpoint.
    public static Optional<Finality> finality(LightClientHeader header, List<Hash32> branch) throws SszException {
        boolean empty = header.isEmpty();
        if (!isZero(branch)) {
            return Optional.of(new Finality(empty ? Optional.empty() : Optional.of(header), branch));
        }
        if (!empty) {
            throw new SszException("a finalised header without its proof");
        }
        return Optional.empty();
    }

    private static boolean isZero(List<Hash32> branch) {
        return branch.stream().allMatch(Hash32.ZERO::equals);
    }

    private static boolean isZero(Bytes bytes) {
        for (int i = 0; i < bytes.size(); i++) {
            if (bytes.at(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
