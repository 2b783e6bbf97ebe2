package org.lifeboat.lightclient;

import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszReader;
import org.lifeboat.primitives.ssz.SszWriter;

/// `SyncAggregate`: who of the committee signed, and the sum of their signatures. Source:
/// altair/beacon-chain.md.
/// @param bits one a member, least significant bit first in each byte
/// @param signature a compressed BLS12-381 G2 point of 96 bytes
public record SyncAggregate(Bytes bits, Bytes signature) {
    static final int SIGNATURE_SIZE = 96;

    static SyncAggregate read(SszReader in, int members) throws SszException {
        return new SyncAggregate(in.take(members / 8), in.take(SIGNATURE_SIZE));
    }

    void write(SszWriter out) {
        out.put(bits).put(signature);
    }

    public int participants() {
        int count = 0;
        for (int i = 0; i < bits.size(); i++) {
            count += Integer.bitCount(bits.at(i) & 0xff);
        }
        return count;
    }

    public int members() {
        return bits.size() * 8;
    }

    /// Two thirds or more: what finality asks for.
    public boolean hasSupermajority() {
        return participants() * 3 >= members() * 2;
    }
}
