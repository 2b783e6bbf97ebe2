package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.L1Time;

/// How long whoever can change a bridge has to wait in public, and what waits. Source: OpenZeppelin,
/// `TimelockController.sol`; optimism, `packages/contracts-bedrock/src/safe/TimelockGuard.sol`; safe-global,
/// `safe-smart-account`, `contracts/base/GuardManager.sol`, `ModuleManager.sol`, `OwnerManager.sol`.
final class Timelocks {
    /// A delay that no clock can hold is none.
    private static final long LONGEST_SECONDS = 1L << 40;

    /// Of the wallets behind a wallet: a wallet of wallets has few.
    private static final int MOST_KEYS = 8;

    private static final int MOST_QUEUED = 32;

    /// Source: TimelockGuard, `TransactionState.Pending`.
    private static final long PENDING = 1;

    /// Source: TimelockController, `_DONE_TIMESTAMP`; zero stands for what was never announced.
    private static final long DONE = 1;

    /// Source: GuardManager, `GUARD_STORAGE_SLOT`.
    private static final Hash32 GUARD =
            Keccak256.hash("guard_manager.guard.address".getBytes(StandardCharsets.US_ASCII));

    /// Before the first of a list. Source: ModuleManager, `SENTINEL_MODULES`.
    private static final long FIRST = 1;

    private final Reads reads;

    Timelocks(Reads reads) {
        this.reads = reads;
    }

    /// @param delay none where it can act at once
    record Found(Optional<Duration> delay, Powers.Queue queue) {}

    /// @param quorum of the upgrader, where it is a wallet of several keys
    Found of(Address upgrader, Optional<Powers.Quorum> quorum) {
        Optional<Long> timelock = seconds(upgrader, "getMinDelay()");
        if (timelock.isPresent()) {
            return new Found(
                    Optional.of(Duration.ofSeconds(timelock.get())),
                    new Powers.Queue(new Powers.Listing.Events(upgrader), List.of()));
        }
        List<Powers.Queued> waiting = new ArrayList<>();
        boolean lists = false;
        long own = 0;
        Optional<Address> guard = guard(upgrader);
        if (guard.isPresent()) {
            own = guarded(upgrader, guard.get());
            lists = queued(upgrader, guard.get(), waiting);
        }
        List<Long> behind = new ArrayList<>();
        for (Address key : quorum.isPresent() ? keys(upgrader) : List.<Address>of()) {
            Optional<Address> its = guard(key);
            behind.add(its.map(each -> guarded(key, each)).orElse(0L));
            lists |= its.isPresent() && queued(key, its.get(), waiting);
        }
        // So many have to agree that the slowest of the fastest so many decides.
        long keys = behind.stream()
                .sorted()
                .skip(Math.max(0, quorum.map(Powers.Quorum::threshold).orElse(1L) - 1))
                .findFirst()
                .orElse(0L);
        return new Found(
                own + keys == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(own + keys)),
                new Powers.Queue(lists ? new Powers.Listing.Contracts() : new Powers.Listing.Nobody(), waiting));
    }

    /// Which of these a timelock has waiting.
    /// @param ids from its events: anybody can name some, and one that it does not know it denies
    List<Powers.Queued> among(Address timelock, Collection<Hash32> ids) {
        List<Powers.Queued> waiting = new ArrayList<>();
        for (Hash32 id : ids) {
            reads.small(timelock, "getTimestamp(bytes32)", Abi.word(id))
                    .filter(at -> at > DONE && at < LONGEST_SECONDS)
                    .ifPresent(at -> waiting.add(new Powers.Queued(timelock, id, Optional.empty(), new L1Time(at))));
        }
        return waiting;
    }

    /// Whatever a wallet does by its keys, this contract looks at first; empty where there is none.
    private Optional<Address> guard(Address wallet) {
        return reads.call(Address.ZERO, wallet, Abi.call("getStorageAt(uint256,uint256)", Abi.word(GUARD), Abi.word(1)))
                .flatMap(returned -> Abi.textAt(returned, 0))
                .flatMap(word -> Abi.at(word, 0))
                .map(Hash32::toAddress)
                .filter(found -> !found.equals(Address.ZERO));
    }

    /// How long the guard makes a wallet wait. Not at all where something else can act for the wallet, past its guard.
    private long guarded(Address wallet, Address guard) {
        Optional<Bytes> modules = reads.call(
                        Address.ZERO,
                        wallet,
                        Abi.call("getModulesPaginated(address,uint256)", Abi.word(FIRST), Abi.word(2)))
                .flatMap(returned -> Abi.tupleAt(returned, 0));
        Optional<Long> count = modules.flatMap(list -> Abi.at(list, 0)).flatMap(Timelocks::small);
        boolean alone = count.filter(each -> each == 1).isPresent()
                && modules.flatMap(list -> Abi.at(list, 1))
                        .map(Hash32::toAddress)
                        .filter(guard::equals)
                        .isPresent();
        boolean passed = !alone && count.filter(each -> each == 0).isEmpty();
        return passed
                ? 0
                : seconds(guard, "timelockDelay(address)", Abi.word(wallet)).orElse(0L);
    }

    /// @param into what waits is added here
    /// @return whether the guard told
    private boolean queued(Address wallet, Address guard, List<Powers.Queued> into) {
        Optional<Bytes> list = reads.call(
                        Address.ZERO, guard, Abi.call("pendingTransactions(address)", Abi.word(wallet)))
                .flatMap(returned -> Abi.tupleAt(returned, 0));
        Optional<Long> count = list.flatMap(all -> Abi.at(all, 0)).flatMap(Timelocks::small);
        if (count.isEmpty()) {
            return false;
        }
        Bytes items = list.get().slice(Hash32.SIZE, list.get().size());
        for (int i = 0; i < Math.min(MOST_QUEUED, count.get()); i++) {
            Abi.tupleAt(items, i).flatMap(item -> queued(wallet, item)).ifPresent(into::add);
        }
        return true;
    }

    private static Optional<Powers.Queued> queued(Address wallet, Bytes item) {
        Optional<Hash32> id = Abi.at(item, 0);
        Optional<Long> ready = Abi.at(item, 1).flatMap(Timelocks::small).filter(at -> at < LONGEST_SECONDS);
        boolean pending = Abi.at(item, 2)
                .flatMap(Timelocks::small)
                .filter(state -> state == PENDING)
                .isPresent();
        Optional<Bytes> parameters = Abi.tupleAt(item, 3);
        Optional<Powers.Call> call = parameters
                .flatMap(each -> Abi.at(each, 0))
                .map(Hash32::toAddress)
                .flatMap(to -> parameters.flatMap(each -> Abi.textAt(each, 2)).map(data -> new Powers.Call(to, data)));
        return pending
                ? id.flatMap(name -> ready.map(at -> new Powers.Queued(wallet, name, call, new L1Time(at))))
                : Optional.empty();
    }

    private List<Address> keys(Address wallet) {
        Optional<Bytes> owners =
                reads.call(Address.ZERO, wallet, Abi.call("getOwners()")).flatMap(returned -> Abi.tupleAt(returned, 0));
        long count = owners.flatMap(list -> Abi.at(list, 0))
                .flatMap(Timelocks::small)
                .orElse(0L);
        List<Address> keys = new ArrayList<>();
        for (int i = 0; count <= MOST_KEYS && i < count; i++) {
            owners.flatMap(list -> Abi.at(list, 1 + keys.size()))
                    .map(Hash32::toAddress)
                    .ifPresent(keys::add);
        }
        return keys;
    }

    private Optional<Long> seconds(Address contract, String signature, Abi.Item... items) {
        return reads.small(contract, signature, items).filter(value -> value > 0 && value < LONGEST_SECONDS);
    }

    private static Optional<Long> small(Hash32 word) {
        BigInteger number = word.toNumber();
        return number.bitLength() < Long.SIZE ? Optional.of(number.longValue()) : Optional.empty();
    }
}
