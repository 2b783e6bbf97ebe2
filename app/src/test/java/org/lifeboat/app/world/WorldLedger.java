package org.lifeboat.app.world;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.TokenWithdrawal;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;
import org.lifeboat.rollups.opstack.execution.L1Attributes;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;

/// What is true of an account's money, read from the chains themselves and from no server.
final class WorldLedger {
    /// Source: `PlayPortal.sol`, `finalizedWithdrawals`.
    private static final long FINALIZED_SLOT = 51;

    /// More than any world makes at once.
    private static final int MOST_BLOCKS = 300;

    private final WorldWallet wallet;

    WorldLedger(WorldWallet wallet) {
        this.wallet = wallet;
    }

    static BigInteger balance(SealedBlock block, Address account) {
        return block.state()
                .account(account)
                .map(found -> found.balance().value())
                .orElse(BigInteger.ZERO);
    }

    /// Lets blocks come until the L2 has followed L1 so far. Where many blocks of L1 came in a few seconds, as
    /// gas became dear, that takes a while: each block of the L2 moves on by one of them. Long spans of time
    /// that are skipped before would leave the deposits on the way.
    void awaitDeposits() {
        long wanted = l1().history().newest().number();
        for (int i = 0; i < MOST_BLOCKS && origin() < wanted; i++) {
            wallet.blocks(1);
        }
    }

    private long origin() {
        SealedBlock newest = l2().history().newest();
        return DepositTransaction.decode(newest.transactions().getFirst().sent().encoded())
                                .then(L1Attributes::of)
                        instanceof Answer.Proven<L1Attributes>(L1Attributes l1)
                ? l1.l1Number()
                : 0;
    }

    /// What the root of an L2 block is, on the chain as L1 fixes it; empty where it fixes none so high.
    Optional<Hash32> root(long number) {
        return number > l2().safe().number()
                ? Optional.empty()
                : l2().history()
                        .at(number)
                        .flatMap(block -> OutputRoot.of(block.header()))
                        .map(OutputRoot::hash);
    }

    /// Whether an L2 block follows from L1 up to there: a root of a block that does not is false, though L1 may hold
    /// the block later.
    /// @param l1Head the newest L1 block that the claim may use; empty: all that there are
    boolean follows(long number, Optional<Hash32> l1Head) {
        return l1Head.flatMap(head -> l1().history().find(head))
                .map(head -> number <= wallet.rollup().fixedUpTo(head.number()))
                .orElse(true);
    }

    private ChainNode l1() {
        return wallet.sandbox().l1();
    }

    private ChainNode l2() {
        return wallet.rollup().node();
    }

    /// What somebody holds on all layers of a world.
    /// @param all a ledger for each rollup
    static BigInteger given(List<WorldLedger> all, Address account) {
        BigInteger given = balance(all.getFirst().l1().history().newest(), account);
        for (WorldLedger each : all) {
            given = given.add(balance(each.l2().history().newest(), account));
        }
        return given;
    }

    /// What the account had in a world, less everything that can be accounted for.
    /// @param all a ledger for each rollup
    static BigInteger missing(List<WorldLedger> all) {
        BigInteger missing = all.getFirst().missingOn(all.getFirst().l1());
        for (WorldLedger each : all) {
            missing = missing.add(each.missingOn(each.l2()))
                    .subtract(each.bonds())
                    .add(each.creditsPaid());
        }
        return missing;
    }

    private BigInteger missingOn(ChainNode chain) {
        SealedBlock newest = chain.history().newest();
        return WorldWallet.HELD
                .value()
                .subtract(balance(newest, wallet.own()))
                .subtract(balance(newest, SeededWorld.FRIEND))
                .subtract(fees(chain));
    }

    /// What the account's transactions have cost on both layers.
    BigInteger fees() {
        return fees(l1()).add(fees(l2()));
    }

    private BigInteger fees(ChainNode chain) {
        return own(chain)
                .map(each -> each.price()
                        .times(each.gasUsed().amount())
                        .plus(each.l1Fee().orElse(Wei.ZERO))
                        .value())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// What the account put behind roots of its own and behind moves in contests; the bonds of true ones come back.
    private BigInteger bonds() {
        Set<Address> contracts = new HashSet<>(games());
        contracts.add(factory());
        return value(own(l1()).filter(each -> goesTo(each, contracts)));
    }

    /// What the account put behind moves in contests and has not got back when all of them are over: nothing.
    BigInteger movesLost() {
        Set<Address> games = games();
        BigInteger moves = value(own(l1()).filter(each -> goesTo(each, games)));
        return moves.subtract(creditsPaid()).max(BigInteger.ZERO);
    }

    /// All that was ever put behind roots and moves lies with one contract, which nobody but the account asks
    /// to be paid.
    private BigInteger creditsPaid() {
        Set<Address> contracts = new HashSet<>(games());
        contracts.add(factory());
        BigInteger put = value(executed(l1()).stream().filter(each -> goesTo(each, contracts)));
        SealedBlock newest = l1().history().newest();
        return put.subtract(balance(newest, wallet.rollup().plan().weth()));
    }

    private static BigInteger value(Stream<ExecutedTransaction> transactions) {
        return transactions
                .filter(WorldLedger::succeeded)
                .map(each -> each.sent().transaction().value().value())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Address factory() {
        return wallet.rollup().plan().factory();
    }

    private static boolean goesTo(ExecutedTransaction each, Set<Address> contracts) {
        return each.sent().transaction().recipient().filter(contracts::contains).isPresent();
    }

    /// Every contest that was ever made.
    private Set<Address> games() {
        return executed(l1()).stream()
                .flatMap(each -> each.receipt().logs().stream())
                .filter(log -> log.contract().equals(factory()))
                .map(log -> log.topics().get(1).toAddress())
                .collect(Collectors.toSet());
    }

    private static boolean succeeded(ExecutedTransaction each) {
        return each.receipt().outcome() instanceof Receipt.Outcome.Status(boolean good) && good;
    }

    /// Signed by the account; deposits cost nothing on the L2.
    private Stream<ExecutedTransaction> own(ChainNode chain) {
        return executed(chain).stream()
                .filter(each -> each.sent().from().equals(wallet.own()))
                .filter(each -> each.receipt().type() != Receipt.DEPOSIT);
    }

    private static List<ExecutedTransaction> executed(ChainNode chain) {
        List<ExecutedTransaction> all = new ArrayList<>();
        for (long number = 0; number <= chain.history().newest().number(); number++) {
            all.addAll(chain.history().at(number).orElseThrow().transactions());
        }
        return all;
    }

    /// Withdrawals of the account that stand in the L2 and were not paid out.
    List<Withdrawal> unpaidWithdrawals() {
        return withdrawals().filter(found -> !isPaidOut(found)).toList();
    }

    /// What the account's withdrawals that stand in the L2 carry, each in units of what it is about.
    List<BigInteger> withdrawn() {
        return withdrawals()
                .map(found -> TokenWithdrawal.of(found)
                        .map(TokenWithdrawal::units)
                        .orElseGet(() -> found.value().value()))
                .toList();
    }

    private Stream<Withdrawal> withdrawals() {
        return executed(l2()).stream()
                .flatMap(each -> each.receipt().logs().stream())
                .flatMap(log -> Withdrawal.of(log) instanceof Answer.Proven<Withdrawal>(Withdrawal found)
                        ? Stream.of(found)
                        : Stream.empty())
                .filter(found -> found.target().equals(wallet.own())
                        || TokenWithdrawal.of(found)
                                .filter(carried -> carried.from().equals(wallet.own()))
                                .isPresent());
    }

    boolean isPaidOut(Exits.Plan plan) {
        Optional<Withdrawal> withdrawal = plan.state().withdrawal();
        return withdrawal.filter(this::isPaidOut).isPresent();
    }

    private boolean isPaidOut(Withdrawal withdrawal) {
        Hash32 slot = Keccak256.hash(Bytes.of(withdrawal.hash().toArray())
                .plus(Bytes.of(Hash32.ofNumber(FINALIZED_SLOT).toArray())));
        return !l1().history()
                .newest()
                .state()
                .storage(wallet.rollup().plan().portal(), slot)
                .equals(Hash32.ZERO);
    }
}
