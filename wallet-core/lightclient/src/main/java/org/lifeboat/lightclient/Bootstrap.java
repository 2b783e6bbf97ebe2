package org.lifeboat.lightclient;

import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszReader;

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
}
