package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Withdrawal;

/// Finds withdrawals of one account that were begun elsewhere, or by a profile that was lost, and makes
/// plans of those that none here knows.
final class ExitFinder {
    private final Exits exits;
    private final ExitPlace place;
    private final ChainId chain;
    private final Address account;
    private final Duration patience;

    ExitFinder(Exits exits, ExitPlace place, Address account, Duration patience) {
        this.exits = exits;
        this.place = place;
        this.chain = place.l2().chain();
        this.account = account;
        this.patience = patience;
    }

    /// By the L2's own list.
    Optional<List<Exits.Plan>> onL2(long fromBlock) {
        L2Look l2 = new L2Look(place.l2(), place.l2Sources(), Deadline.in(patience));
        return l2.ownWithdrawals(account, fromBlock).map(found -> {
            List<Exits.Plan> fresh = new ArrayList<>();
            for (L2Look.Own one : found) {
                onL2(one).ifPresent(fresh::add);
            }
            return fresh;
        });
    }

    /// By the receipt of one transaction.
    List<Exits.Plan> sent(ReceiptClaim receipt) {
        return L2Look.withdrawals(receipt.logs()).stream()
                .filter(withdrawal -> withdrawal.sender().equals(account))
                .map(withdrawal ->
                        new L2Look.Own(receipt.transaction(), withdrawal, new L2Block(receipt.blockNumber())))
                .flatMap(own -> onL2(own).stream())
                .toList();
    }

    /// One transaction can send several: that a plan knows the transaction does not say that it knows this one.
    Optional<Exits.Plan> onL2(L2Look.Own own) {
        List<Exits.Plan> mine = mine();
        if (mine.stream().anyMatch(plan -> has(plan, own.withdrawal().hash()))) {
            return Optional.empty();
        }
        Optional<Exits.Plan> waits = mine.stream()
                .filter(plan -> plan.state().withdrawal().isEmpty()
                        && isOf(plan, own.transaction())
                        && plan.state().isOf(own.withdrawal()))
                .findFirst();
        if (waits.isPresent()) {
            exits.remembered(waits.get(), waits.get().state().with(own.withdrawal(), own.block()));
            return Optional.empty();
        }
        return Optional.of(begin(ExitState.found(own.transaction(), own.withdrawal(), own.block())));
    }

    /// By what L1 remembers.
    Optional<List<Exits.Plan>> onL1(long blocks) {
        return new L1Look(place, Deadline.in(patience)).traces(account, blocks).map(traces -> {
            List<Exits.Plan> fresh = new ArrayList<>();
            for (L1Look.Trace trace : traces) {
                switch (trace) {
                    case L1Look.Trace.Forced(Hash32 transaction, Address target, Wei amount) -> {
                        if (mine().stream().noneMatch(plan -> isOf(plan, transaction))) {
                            fresh.add(begin(ExitState.forced(transaction, target, amount)));
                        }
                    }
                    case L1Look.Trace.Proven(Withdrawal withdrawal) ->
                        proven(withdrawal).ifPresent(fresh::add);
                }
            }
            return fresh;
        });
    }

    /// A plan that waits for just this withdrawal takes it; else it is a new plan.
    private Optional<Exits.Plan> proven(Withdrawal withdrawal) {
        List<Exits.Plan> mine = mine();
        if (mine.stream().anyMatch(plan -> has(plan, withdrawal.hash()))) {
            return Optional.empty();
        }
        Optional<Exits.Plan> waits = mine.stream()
                .filter(plan -> plan.state().withdrawal().isEmpty()
                        && plan.state().l2Transaction().isPresent()
                        && plan.state().isOf(withdrawal))
                .findFirst();
        if (waits.isPresent()) {
            exits.remembered(waits.get(), waits.get().state().with(withdrawal));
            return Optional.empty();
        }
        return Optional.of(begin(ExitState.provenOnL1(withdrawal)));
    }

    private Exits.Plan begin(ExitState state) {
        return exits.begin(chain, account, state);
    }

    private List<Exits.Plan> mine() {
        return exits.all().stream()
                .filter(plan -> plan.chain().equals(chain) && plan.account().equals(account))
                .toList();
    }

    private static boolean isOf(Exits.Plan plan, Hash32 transaction) {
        return plan.state().l2Transaction().filter(transaction::equals).isPresent();
    }

    private static boolean has(Exits.Plan plan, Hash32 withdrawal) {
        return plan.state()
                .withdrawal()
                .filter(known -> known.hash().equals(withdrawal))
                .isPresent();
    }
}
