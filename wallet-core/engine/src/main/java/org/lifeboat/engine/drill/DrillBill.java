package org.lifeboat.engine.drill;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.primitives.Wei;

/// What the moves of a drill would have cost and taken on Ethereum.
/// @param gasPrice wei a gas, as the user chose it
/// @param window how long the operator may be silent before L1 alone makes the L2's blocks
public record DrillBill(List<DrillMove> moves, Wei gasPrice, Duration window) {
    /// A chain of the superchain's standard configuration lets 3,600 blocks of L1 pass. Source: OP Stack
    /// specification, derivation, "Protocol Parameters", `SEQUENCER_WINDOW_SIZE`.
    public static final Duration REAL_WINDOW = Duration.ofHours(12);

    public DrillBill {
        moves = List.copyOf(moves);
    }

    /// Where the operator's window is as long as it is on most public chains.
    public DrillBill(List<DrillMove> moves, Wei gasPrice) {
        this(moves, gasPrice, REAL_WINDOW);
    }

    /// What a transaction on the L2 costs is not counted: it is little there.
    public Wei fee(DrillMove move) {
        long gas = switch (move) {
            case DrillMove.Sent sent -> sent.onLayer2() ? 0 : sent.gasUsed().amount();
            case DrillMove.Contested contested -> contested.gasUsed().amount();
            case DrillMove.Refused _, DrillMove.Waited _ -> 0;
        };
        return new Wei(gasPrice.value().multiply(BigInteger.valueOf(gas)));
    }

    public Wei fees() {
        return moves.stream().map(this::fee).reduce(Wei.ZERO, Wei::plus);
    }

    /// Bonds, which come back.
    public Wei bonds() {
        return moves.stream().map(DrillBill::along).reduce(Wei.ZERO, Wei::plus);
    }

    /// What of the bonds was paid back in the play.
    public Wei bondsBack() {
        List<DrillMove.Contested> steps = moves.stream()
                .filter(DrillMove.Contested.class::isInstance)
                .map(DrillMove.Contested.class::cast)
                .toList();
        return steps.stream().anyMatch(step -> step.step() == DisputeStep.CLAIM)
                ? steps.stream().map(DrillMove.Contested::along).reduce(Wei.ZERO, Wei::plus)
                : Wei.ZERO;
    }

    private static Wei along(DrillMove move) {
        return switch (move) {
            case DrillMove.Sent sent -> sent.along();
            case DrillMove.Contested contested -> contested.along();
            case DrillMove.Refused _, DrillMove.Waited _ -> Wei.ZERO;
        };
    }

    /// The steps of the exit itself.
    public List<DrillMove.Sent> sent() {
        return moves.stream()
                .filter(DrillMove.Sent.class::isInstance)
                .map(DrillMove.Sent.class::cast)
                .toList();
    }

    /// Whether L1 had to make the L2's blocks.
    public boolean withWindow() {
        return moves.stream()
                .anyMatch(move -> move instanceof DrillMove.Waited waited
                        && waited.reason() == DrillMove.Reason.SEQUENCING_WINDOW);
    }

    /// How long it takes with the operator's real window in place of the sandbox's.
    public Duration onEthereum() {
        return moves.stream().map(this::real).reduce(Duration.ZERO, Duration::plus);
    }

    private Duration real(DrillMove move) {
        return switch (move) {
            case DrillMove.Sent _, DrillMove.Contested _ -> Duration.ZERO;
            case DrillMove.Refused(Duration span) -> span;
            case DrillMove.Waited(DrillMove.Reason reason, Duration span) ->
                reason == DrillMove.Reason.SEQUENCING_WINDOW ? window : span;
        };
    }
}
