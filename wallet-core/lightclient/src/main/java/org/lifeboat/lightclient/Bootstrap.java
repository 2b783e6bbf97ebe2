package org.lifeboat.lightclient;

import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszReader;
import org.lifeboat.primitives.ssz.SszWriter;

/// `LightClientBootstrap`: the header of a checkpoint with the committee that was current then.
public record Bootstrap(LightClientHeader header, SyncCommittee committee, List<Hash32> committeeBranch) {
    public Bootstrap {
        committeeBranch = List.copyOf(committeeBranch);
    }

    /// @param fork of the container, as its sender names it
    /// @throws SszException if the bytes are no such container
    public static Bootstrap read(Bytes ssz, Fork fork, Preset preset) throws SszException {
        SszReader in = SszReader.of(ssz);
        HeaderPlace header = HeaderPlace.read(in, fork);
        SyncCommittee committee = SyncCommittee.read(in, preset.committeeSize());
        List<Hash32> branch = in.vector32(Fork.depth(fork.currentCommitteeGindex()));
        return new Bootstrap(HeaderPlace.resolve(in, fork, header).getFirst(), committee, branch);
    }

    /// The bytes that [#read] takes.
    /// @throws SszException if this is no container of `fork`
    public Bytes write(Fork fork, Preset preset) throws SszException {
        SszWriter out = new SszWriter();
        header.write(out, fork);
        committee.write(out);
        Bytes written = out.vector32(committeeBranch).toBytes();
        return Update.sameAgain(written, this, read(written, fork, preset));
    }
}
