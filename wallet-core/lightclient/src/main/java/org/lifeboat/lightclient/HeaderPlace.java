package org.lifeboat.lightclient;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszReader;

/// Where a container holds a light client header: in its fixed part, or behind an offset, by fork.
sealed interface HeaderPlace {
    record Inline(LightClientHeader header) implements HeaderPlace {}

    record Behind(int offset) implements HeaderPlace {}

    /// Reads a header's place in the fixed part.
    static HeaderPlace read(SszReader in, Fork fork) throws SszException {
        return LightClientHeader.isVariable(fork)
                ? new Behind(in.offset())
                : new Inline(LightClientHeader.read(in, fork));
    }

    /// Once the fixed part is read: the headers in the order of `places`. Ends the container.
    static List<LightClientHeader> resolve(SszReader in, Fork fork, HeaderPlace... places) throws SszException {
        int[] offsets = new int[places.length];
        int behind = 0;
        List<LightClientHeader> headers = new ArrayList<>();
        for (HeaderPlace place : places) {
            switch (place) {
                case Inline(LightClientHeader header) -> headers.add(header);
                case Behind(int offset) -> offsets[behind++] = offset;
            }
        }
        if (behind > 0) {
            for (SszReader field : in.variable(offsets)) {
                headers.add(LightClientHeader.read(field, fork));
            }
        }
        in.done();
        return headers;
    }
}
