package org.lifeboat.lightclient;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszReader;
import org.lifeboat.primitives.ssz.SszTree;
import org.lifeboat.primitives.ssz.SszWriter;

/// `LightClientHeader`: a beacon header, and what it carries of the execution layer with the branch that
/// proves it.
///
/// @param branch from the execution part to `beacon.bodyRoot`; empty where there is none
public record LightClientHeader(BeaconHeader beacon, Execution execution, List<Hash32> branch) {
    public LightClientHeader {
        branch = List.copyOf(branch);
    }

    /// The execution part, by the container's fork.
    public sealed interface Execution {
        /// Before Capella.
        record None() implements Execution {}

        /// Capella to Fulu: the payload of this very beacon block.
        record Payload(ExecutionHeader header) implements Execution {}

        /// From Gloas on: the hash of the execution block that the payload bid of this beacon block builds
        /// on.
        record ParentBlockHash(Hash32 hash) implements Execution {}
    }

    /// Reads the container of `fork`. From Capella on it is of variable size, before it is not.
    static LightClientHeader read(SszReader in, Fork fork) throws SszException {
        BeaconHeader beacon = BeaconHeader.read(in);
        return switch (fork.execution()) {
            case NONE -> new LightClientHeader(beacon, new Execution.None(), List.of());
            case PAYLOAD_CAPELLA, PAYLOAD_DENEB -> {
                int offset = in.offset();
                List<Hash32> branch = in.vector32(Fork.depth(fork.execution().gindex()));
                boolean deneb = fork.execution() == Fork.Execution.PAYLOAD_DENEB;
                ExecutionHeader header =
                        ExecutionHeader.read(in.variable(offset).getFirst(), deneb);
                yield new LightClientHeader(beacon, new Execution.Payload(header), branch);
            }
            case BLOCK_HASH -> {
                Hash32 hash = in.bytes32();
                yield new LightClientHeader(
                        beacon,
                        new Execution.ParentBlockHash(hash),
                        in.vector32(Fork.depth(fork.execution().gindex())));
            }
        };
    }

    /// The header that stands for "none" in a container of `fork`.
    static LightClientHeader empty(Fork fork) {
        List<Hash32> branch = Collections.nCopies(Fork.depth(fork.execution().gindex()), Hash32.ZERO);
        return switch (fork.execution()) {
            case NONE -> new LightClientHeader(BeaconHeader.EMPTY, new Execution.None(), List.of());
            case PAYLOAD_CAPELLA, PAYLOAD_DENEB ->
                new LightClientHeader(BeaconHeader.EMPTY, new Execution.Payload(ExecutionHeader.empty()), branch);
            case BLOCK_HASH ->
                new LightClientHeader(BeaconHeader.EMPTY, new Execution.ParentBlockHash(Hash32.ZERO), branch);
        };
    }

    /// Writes the header in its place in a container of `fork`.
    void write(SszWriter out, Fork fork) {
        SszWriter header = new SszWriter();
        beacon.write(header);
        switch (execution) {
            case Execution.None _ -> {}
            case Execution.Payload(ExecutionHeader payload) ->
                header.variable(payload.write(fork.execution() == Fork.Execution.PAYLOAD_DENEB));
            case Execution.ParentBlockHash(Hash32 hash) -> header.bytes32(hash);
        }
        header.vector32(branch);
        if (isVariable(fork)) {
            out.variable(header.toBytes());
        } else {
            out.put(header.toBytes());
        }
    }

    /// Whether containers of `fork` hold the header behind an offset.
    static boolean isVariable(Fork fork) {
        return switch (fork.execution()) {
            case NONE, BLOCK_HASH -> false;
            case PAYLOAD_CAPELLA, PAYLOAD_DENEB -> true;
        };
    }

    /// `get_lc_execution_root` for a header that holds a payload, or none: zero before Capella.
    /// @param slotFork the fork of the header's own slot
    public Optional<Hash32> executionRoot(Fork slotFork) {
        if (slotFork.execution() == Fork.Execution.NONE) {
            return Optional.of(Hash32.ZERO);
        }
        boolean deneb = slotFork.execution() == Fork.Execution.PAYLOAD_DENEB;
        return execution instanceof Execution.Payload(ExecutionHeader header)
                ? Optional.of(header.root(new SszTree(), deneb))
                : Optional.empty();
    }

    /// The L1 block inside, where the container carries it whole (Capella to Fulu). A header of before Capella in
    /// such a container has none: zeros stand in its place.
    public Optional<ExecutionHeader> payload() {
        return execution instanceof Execution.Payload(ExecutionHeader header)
                        && !header.blockHash().equals(Hash32.ZERO)
                ? Optional.of(header)
                : Optional.empty();
    }

    /// Whether it stands for "none": nothing but zeros, in the execution part as well.
    boolean isEmpty() {
        return beacon.isEmpty() && hasNoExecution();
    }

    private boolean hasNoExecution() {
        boolean nothing = switch (execution) {
            case Execution.None _ -> true;
            case Execution.Payload(ExecutionHeader header) -> header.equals(ExecutionHeader.empty());
            case Execution.ParentBlockHash(Hash32 hash) -> hash.equals(Hash32.ZERO);
        };
        return nothing && branch.stream().allMatch(Hash32.ZERO::equals);
    }

    /// `is_valid_light_client_header`: the execution part belongs to this beacon header.
    /// @param slotFork the fork of the header's own slot, which may be older than that of its container
    boolean isValid(SszTree tree, Fork slotFork) {
        return switch (execution) {
            case Execution.None _ -> slotFork.execution() == Fork.Execution.NONE;
            case Execution.Payload(ExecutionHeader header) ->
                switch (slotFork.execution()) {
                    case NONE -> hasNoExecution();
                    case PAYLOAD_CAPELLA ->
                        header.blobGasUsed() == 0
                                && header.excessBlobGas() == 0
                                && tree.proves(header.root(tree, false), branch, payloadGindex(), beacon.bodyRoot());
                    case PAYLOAD_DENEB ->
                        tree.proves(header.root(tree, true), branch, payloadGindex(), beacon.bodyRoot());
                    // A block hash is all that a Gloas block carries.
                    case BLOCK_HASH -> false;
                };
            case Execution.ParentBlockHash(Hash32 hash) ->
                switch (slotFork.execution()) {
                    case NONE -> hasNoExecution();
                    // `EXECUTION_BLOCK_HASH_GINDEX` and `..._DENEB`, gloas/light-client/sync-protocol.md.
                    case PAYLOAD_CAPELLA -> tree.proves(hash, branch, 412, beacon.bodyRoot());
                    case PAYLOAD_DENEB -> tree.proves(hash, branch, 812, beacon.bodyRoot());
                    case BLOCK_HASH -> tree.proves(hash, branch, Fork.Execution.BLOCK_HASH.gindex(), beacon.bodyRoot());
                };
        };
    }

    private static int payloadGindex() {
        return Fork.Execution.PAYLOAD_DENEB.gindex();
    }
}
