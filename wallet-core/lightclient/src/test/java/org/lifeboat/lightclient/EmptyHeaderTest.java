package org.lifeboat.lightclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.lightclient.LightClientHeader.Execution;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszTree;

/// Zeros that stand for "none": whole headers, and the execution part of headers of before Capella.
class EmptyHeaderTest {
    private static final List<Hash32> NO_BRANCH = Collections.nCopies(4, Hash32.ZERO);
    private static final BeaconHeader OLD =
            new BeaconHeader(5, 1, Hash32.ofNumber(1), Hash32.ofNumber(2), Hash32.ofNumber(3));

    private final SszTree tree = new SszTree();

    @Test
    void aHeaderOfBeforeCapella_inALaterContainer_hasNoExecutionPart() {
        LightClientHeader upgraded =
                new LightClientHeader(OLD, new Execution.Payload(ExecutionHeader.empty()), NO_BRANCH);
        LightClientHeader later = new LightClientHeader(
                OLD, new Execution.ParentBlockHash(Hash32.ZERO), Collections.nCopies(11, Hash32.ZERO));

        assertThat(upgraded.isValid(tree, Fork.BELLATRIX)).isTrue();
        assertThat(later.isValid(tree, Fork.ALTAIR)).isTrue();
        assertThat(upgraded.isValid(tree, Fork.CAPELLA)).isFalse();
        assertThat(later.isValid(tree, Fork.GLOAS)).isFalse();
        // Nobody may take its zeros for an L1 block.
        assertThat(upgraded.payload()).isEmpty();
        assertThat(upgraded.executionRoot(Fork.BELLATRIX)).contains(Hash32.ZERO);
    }

    @Test
    void nothingMayStandInTheExecutionPartOfSuchAHeader() {
        LightClientHeader payload = new LightClientHeader(OLD, new Execution.Payload(invented()), NO_BRANCH);
        LightClientHeader branch = new LightClientHeader(
                OLD, new Execution.Payload(ExecutionHeader.empty()), Collections.nCopies(4, Hash32.ofNumber(1)));
        LightClientHeader hash =
                new LightClientHeader(OLD, new Execution.ParentBlockHash(Hash32.ofNumber(1)), List.of());

        assertThat(List.of(payload, branch, hash)).noneMatch(header -> header.isValid(tree, Fork.BELLATRIX));
    }

    @Test
    void aFinalHeaderThatIsNotThere_isAllZeros_inItsExecutionPartToo() throws SszException {
        LightClientHeader none = LightClientHeader.empty(Fork.DENEB);
        LightClientHeader hidden =
                new LightClientHeader(none.beacon(), new Execution.Payload(invented()), none.branch());
        List<Hash32> absent = Collections.nCopies(6, Hash32.ZERO);
        List<Hash32> genesis = Collections.nCopies(6, Hash32.ofNumber(1));

        assertThat(Update.finality(none, absent)).isEmpty();
        assertThatThrownBy(() -> Update.finality(hidden, absent)).isInstanceOf(SszException.class);
        assertThat(Update.finality(none, genesis)).contains(new Update.Finality(Optional.empty(), genesis));
        // It does not pass for the genesis checkpoint: what is checked of it is a header of slot 0, which is refused.
        assertThat(Update.finality(hidden, genesis)).contains(new Update.Finality(Optional.of(hidden), genesis));
    }

    private static ExecutionHeader invented() {
        return new ExecutionHeader(
                Hash32.ZERO,
                Address.ZERO,
                Hash32.ZERO,
                Hash32.ZERO,
                Bytes.of(new byte[ExecutionHeader.BLOOM_SIZE]),
                Hash32.ZERO,
                0,
                0,
                0,
                0,
                Bytes.fromHex("0x01"),
                BigInteger.ZERO,
                Hash32.ofNumber(7),
                Hash32.ZERO,
                Hash32.ZERO,
                0,
                0);
    }
}
