package org.lifeboat.engine.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.TokenReport;
import org.lifeboat.primitives.Wei;

/// What a rehearsal came to: a drill that was played with what the user really has, and what of it would have failed
/// on the real chains today. Pure.
///
/// @param money as it was copied
/// @param moves that brought it home in the sandbox; the bond of a root is that of the real bridge, where it was read,
/// also where it is more than the play took
public record Rehearsal(RealMoney money, List<DrillMove> moves) {
    public Rehearsal {
        moves = moves.stream().map(move -> withBond(move, money)).toList();
    }

    /// Whether the bond that is reckoned with is the real bridge's; else it is the sandbox's.
    public boolean bondIsReal() {
        return bondIsReal(money);
    }

    private static boolean bondIsReal(RealMoney money) {
        return money.bridge().readable();
    }

    private static DrillMove withBond(DrillMove move, RealMoney money) {
        return move instanceof DrillMove.Sent sent && sent.step() == ExitStep.OWN_ROOT && bondIsReal(money)
                ? new DrillMove.Sent(
                        sent.step(),
                        sent.onLayer2(),
                        sent.transaction(),
                        sent.gasUsed(),
                        money.bridge().bond(),
                        sent.token())
                : move;
    }

    /// What it would cost by another price of gas.
    public DrillBill bill(Wei gasPrice) {
        return new DrillBill(moves, gasPrice, money.silence());
    }

    /// By the price of gas that was copied.
    public DrillBill bill() {
        return bill(money.price());
    }

    /// In the order of [RehearsalFlaw]; the first is the one thing to do.
    public List<RehearsalFlaw> flaws() {
        return flaws(money);
    }

    /// As [#flaws()], before anything was played.
    public static List<RehearsalFlaw> flaws(RealMoney money) {
        List<RehearsalFlaw> flaws = new ArrayList<>();
        for (RehearsalFlaw flaw : RehearsalFlaw.values()) {
            if (has(money, flaw)) {
                flaws.add(flaw);
            }
        }
        return flaws;
    }

    private static boolean has(RealMoney money, RehearsalFlaw flaw) {
        BridgeReport bridge = money.bridge();
        return switch (flaw) {
            case PAUSED -> bridge.paused();
            case UNREADABLE -> !bridge.readable();
            case SILENT -> money.atHand().silent();
            case TOO_LITTLE_ON_L1 -> money.ready().missing().isPresent();
            case ROOTS_CLOSED -> bridge.readable() && bridge.roots() != BridgeReport.Roots.OPEN;
            case NO_BOND ->
                money.ready().missing().isEmpty() && money.ready().bondMissing().isPresent();
            case NO_KEY -> !money.atHand().key();
            case TOKEN_STAYS -> !staying(money).isEmpty();
            case NO_EVIDENCE -> money.atHand().unproven() > 0;
            case ONE_L1_SOURCE -> money.atHand().l1Sources() < 2;
            case ONE_L2_SOURCE -> money.atHand().l2Sources() < 2;
            case L1_NOT_FOLLOWED -> bridge.assurance().level() == Assurance.Level.CLAIMED;
        };
    }

    /// Tokens that were found to have no way home; not those of which it could not be read.
    public static List<RealMoney.Held> staying(RealMoney money) {
        return money.tokens().stream()
                .filter(held -> !held.comesHome() && held.way().kind() != TokenReport.Kind.COULD_NOT_READ)
                .toList();
    }

    /// Whether tokens that could have come home did not in the play: whoever plays by hand begins what they like.
    public boolean leftTokens() {
        long home = bill().sent().stream()
                .filter(sent -> sent.step() == ExitStep.FINISH && sent.token().isPresent())
                .count();
        return home < money.movable().size();
    }

    /// What is missing on L1 for all steps and, where that is open to everybody, for a root of one's own; at twice
    /// today's price.
    public static Optional<Wei> missing(RealMoney money) {
        return money.ready().bondMissing().or(() -> money.ready().missing());
    }

    /// The step at which what is held on L1 would have been used up, at today's price and with the gas of the play.
    public Optional<ExitStep> broke() {
        Wei left = money.ready().held();
        for (DrillMove.Sent sent : bill().sent()) {
            Optional<Wei> after = left.minus(bill().fee(sent).plus(sent.along()));
            if (after.isEmpty()) {
                return Optional.of(sent.step());
            }
            left = after.get();
        }
        return Optional.empty();
    }

    private static boolean stopsProof(RehearsalFlaw flaw) {
        return switch (flaw) {
            case PAUSED, UNREADABLE, SILENT -> true;
            case TOO_LITTLE_ON_L1, ROOTS_CLOSED, NO_BOND, NO_KEY, TOKEN_STAYS, NO_EVIDENCE -> false;
            case ONE_L1_SOURCE, ONE_L2_SOURCE, L1_NOT_FOLLOWED -> false;
        };
    }

    /// The first step that would have failed today, if any would.
    public Optional<ExitStep> stoppedAt() {
        List<RehearsalFlaw> flaws = flaws();
        List<ExitStep> stops = new ArrayList<>(broke().stream().toList());
        if (flaws.contains(RehearsalFlaw.NO_KEY)) {
            stops.add(ExitStep.INITIATE);
        }
        if (flaws.contains(RehearsalFlaw.ROOTS_CLOSED)) {
            stops.add(ExitStep.OWN_ROOT);
        }
        if (flaws.stream().anyMatch(Rehearsal::stopsProof)) {
            stops.add(ExitStep.PROVE);
        }
        return bill().sent().stream()
                .map(DrillMove.Sent::step)
                .filter(stops::contains)
                .findFirst();
    }
}
