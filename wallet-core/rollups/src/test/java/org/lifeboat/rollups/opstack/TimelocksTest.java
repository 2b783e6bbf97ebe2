package org.lifeboat.rollups.opstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;

/// How long a bridge's upgrader has to wait in public, and what waits: as timelocks and guarded wallets tell, and as
/// contracts tell that want to look like them.
class TimelocksTest {
    private static final Address PORTAL = Hash32.ofNumber(1).toAddress();
    private static final Address OWNER = Hash32.ofNumber(2).toAddress();
    private static final Address GUARD = Hash32.ofNumber(3).toAddress();
    private static final Address LEFT = Hash32.ofNumber(4).toAddress();
    private static final Address RIGHT = Hash32.ofNumber(5).toAddress();
    private static final Address ADMIN = Hash32.ofNumber(6).toAddress();
    private static final Address CODE = Hash32.ofNumber(7).toAddress();
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration WEEK = Duration.ofDays(7);

    private final SpokenContracts chain = new SpokenContracts();

    TimelocksTest() {
        chain.says(PORTAL, "proxyAdminOwner()", Abi.word(OWNER));
    }

    private Powers powers() {
        return OpStack.powers(
                chain.reads(),
                new Bridge.Contracts(PORTAL, PORTAL, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /// A wallet of several keys, without a guard.
    private void wallet(Address wallet, long threshold, Address... keys) {
        chain.says(wallet, "getThreshold()", Abi.word(threshold));
        chain.returns(wallet, "getOwners()", list(keys));
        chain.says(wallet, "getStorageAt(uint256,uint256)", Abi.text(word(Hash32.ZERO)));
        chain.returns(wallet, "getModulesPaginated(address,uint256)", modules());
    }

    private void guarded(Address wallet, Duration delay, Abi.Item... queued) {
        chain.says(wallet, "getStorageAt(uint256,uint256)", Abi.text(word(GUARD.toWord())));
        chain.says(GUARD, Abi.call("timelockDelay(address)", Abi.word(wallet)), Abi.word(delay.toSeconds()));
        chain.returns(
                GUARD,
                Abi.call("pendingTransactions(address)", Abi.word(wallet)),
                word(Hash32.ofNumber(32))
                        .plus(word(Hash32.ofNumber(queued.length)))
                        .plus(Abi.encode(queued)));
    }

    private static Abi.Item queued(long id, long ready, long state, Address to, Bytes data) {
        Abi.Item parameters = Abi.tuple(
                Abi.word(to),
                Abi.word(0),
                Abi.text(data),
                Abi.word(0),
                Abi.word(0),
                Abi.word(0),
                Abi.word(0),
                Abi.word(0),
                Abi.word(0));
        return Abi.tuple(Abi.word(id), Abi.word(ready), Abi.word(state), parameters, Abi.word(9));
    }

    private static Bytes upgrade() {
        return Abi.call("upgrade(address,address)", Abi.word(PORTAL), Abi.word(CODE));
    }

    private static Bytes list(Address... items) {
        Bytes list = word(Hash32.ofNumber(32)).plus(word(Hash32.ofNumber(items.length)));
        for (Address item : items) {
            list = list.plus(word(item.toWord()));
        }
        return list;
    }

    private static Bytes modules(Address... modules) {
        Bytes list =
                word(Hash32.ofNumber(64)).plus(word(Hash32.ofNumber(1))).plus(word(Hash32.ofNumber(modules.length)));
        for (Address module : modules) {
            list = list.plus(word(module.toWord()));
        }
        return list;
    }

    private static Bytes word(Hash32 word) {
        return Bytes.of(word.toArray());
    }

    @Test
    void aWalletWithoutAGuard_canActAtOnce() {
        wallet(OWNER, 2, LEFT, RIGHT);

        assertThat(powers().delay()).isEmpty();
        assertThat(powers().queue()).isEqualTo(Powers.Queue.NONE);
        assertThat(powers().quorum()).contains(new Powers.Quorum(2, 2));
    }

    @Test
    void aGuardedWallet_waits_andWhatWaitsIsReadWithItsHour() {
        wallet(OWNER, 2, LEFT, RIGHT);
        guarded(OWNER, THREE_DAYS, queued(51, 20_000, 1, ADMIN, upgrade()), queued(52, 30_000, 1, LEFT, Bytes.EMPTY));

        Powers powers = powers();

        assertThat(powers.delay()).contains(THREE_DAYS);
        assertThat(powers.queue().listing()).isEqualTo(new Powers.Listing.Contracts());
        assertThat(powers.queue().waiting())
                .containsExactly(
                        new Powers.Queued(
                                OWNER,
                                Hash32.ofNumber(51),
                                Optional.of(new Powers.Call(ADMIN, upgrade())),
                                new L1Time(20_000)),
                        new Powers.Queued(
                                OWNER,
                                Hash32.ofNumber(52),
                                Optional.of(new Powers.Call(LEFT, Bytes.EMPTY)),
                                new L1Time(30_000)));
        assertThat(powers.queue().waiting().getFirst().call().flatMap(Powers.Call::upgrade))
                .contains(new Powers.Upgrade(PORTAL, CODE));
        assertThat(powers.queue().waiting().getLast().call().flatMap(Powers.Call::upgrade))
                .isEmpty();
    }

    @Test
    void whatWasCancelledOrDone_doesNotWait() {
        wallet(OWNER, 1, LEFT);
        guarded(OWNER, WEEK, queued(51, 20_000, 2, ADMIN, upgrade()), queued(52, 20_000, 3, ADMIN, upgrade()));

        assertThat(powers().queue().waiting()).isEmpty();
        assertThat(powers().queue().listing()).isEqualTo(new Powers.Listing.Contracts());
    }

    /// A module acts for the wallet without asking the guard.
    @Test
    void aModuleBesideTheGuard_makesItsDelayNoPromise_butWhatWaitsIsToldAllTheSame() {
        wallet(OWNER, 1, LEFT);
        guarded(OWNER, WEEK, queued(51, 20_000, 1, ADMIN, upgrade()));
        chain.returns(OWNER, "getModulesPaginated(address,uint256)", modules(RIGHT));

        assertThat(powers().delay()).isEmpty();
        assertThat(powers().queue().waiting()).hasSize(1);

        chain.returns(OWNER, "getModulesPaginated(address,uint256)", modules(GUARD));
        assertThat(powers().delay()).as("the guard's own contract as a module").contains(WEEK);
        chain.returns(OWNER, "getModulesPaginated(address,uint256)", modules(GUARD, RIGHT));
        assertThat(powers().delay()).isEmpty();
        chain.refuses(OWNER, "getModulesPaginated(address,uint256)");
        assertThat(powers().delay())
                .as("a list that is not told promises nothing")
                .isEmpty();
    }

    /// As the OP Stack's own upgrader is: two wallets that both have to agree.
    @Test
    void ofWalletsBehindAWallet_theSlowestThatIsNeededDecides() {
        wallet(OWNER, 2, LEFT, RIGHT);
        wallet(LEFT, 5, PORTAL);
        wallet(RIGHT, 10, PORTAL);
        guarded(LEFT, THREE_DAYS);
        assertThat(powers().delay()).as("both have to agree").contains(THREE_DAYS);

        guarded(RIGHT, WEEK, queued(51, 20_000, 1, OWNER, Bytes.EMPTY));
        assertThat(powers().delay()).contains(WEEK);
        assertThat(powers().queue().waiting()).extracting(Powers.Queued::by).containsExactly(RIGHT);

        chain.says(OWNER, "getThreshold()", Abi.word(1));
        assertThat(powers().delay()).as("the faster one is enough").contains(THREE_DAYS);
    }

    @Test
    void aTimelock_confirmsWhatItsEventsName_andDeniesTheRest() {
        chain.says(OWNER, "getMinDelay()", Abi.word(WEEK.toSeconds()));
        chain.says(OWNER, "getTimestamp(bytes32)", Abi.word(0));
        chain.says(OWNER, Abi.call("getTimestamp(bytes32)", Abi.word(61)), Abi.word(20_000));
        chain.says(OWNER, Abi.call("getTimestamp(bytes32)", Abi.word(62)), Abi.word(1));

        assertThat(powers().delay()).contains(WEEK);
        assertThat(powers().queue().listing()).isEqualTo(new Powers.Listing.Events(OWNER));
        assertThat(OpStack.announced(
                        chain.reads(), OWNER, List.of(Hash32.ofNumber(61), Hash32.ofNumber(62), Hash32.ofNumber(63))))
                .as("62 is done, 63 was never announced")
                .containsExactly(new Powers.Queued(OWNER, Hash32.ofNumber(61), Optional.empty(), new L1Time(20_000)));
    }

    /// Lists that end too early, point outside, or are longer than they can be.
    @Test
    void aGuardThatAnswersNonsense_isNoListAndNoBug() {
        wallet(OWNER, 1, LEFT);
        guarded(OWNER, WEEK, queued(51, 20_000, 1, ADMIN, upgrade()));
        Bytes whole = word(Hash32.ofNumber(32))
                .plus(word(Hash32.ofNumber(1)))
                .plus(Abi.encode(queued(51, 20_000, 1, ADMIN, upgrade())));
        Bytes call = Abi.call("pendingTransactions(address)", Abi.word(OWNER));
        for (int size = 0; size < whole.size(); size++) {
            chain.returns(GUARD, call, whole.slice(0, size));
            assertThat(powers().queue().waiting().size()).as("cut at %d", size).isLessThanOrEqualTo(1);
        }
        chain.returns(
                GUARD,
                call,
                word(Hash32.ofNumber(32))
                        .plus(word(Hash32.ofNumber(Long.MAX_VALUE)))
                        .plus(whole));
        assertThat(powers().queue().waiting().size()).isLessThanOrEqualTo(32);
        chain.returns(GUARD, call, word(Hash32.ofNumber(Long.MAX_VALUE)));
        assertThat(powers().queue().listing()).isEqualTo(new Powers.Listing.Nobody());
    }
}
