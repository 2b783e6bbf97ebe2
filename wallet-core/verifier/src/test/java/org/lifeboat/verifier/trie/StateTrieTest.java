package org.lifeboat.verifier.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.state.AccountChange;
import org.lifeboat.evm.state.MissingState;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.trie.AccountProof;
import org.lifeboat.primitives.trie.StorageProof;
import org.lifeboat.primitives.trie.TrieProof;

class StateTrieTest {
    private static final Address CONTRACT = Address.fromHex("0x2000000000000000000000000000000000000002");
    private static final Code CODE = Code.of(new byte[] {0x5f, 0x5f});

    private final PreimageStore store = new PreimageStore();

    @Test
    void changes_canBeReadAndProven_atEachVersion() {
        StateTrie one = apply(StateTrie.empty(store), contract(5, Map.of(1L, 7L, 2L, 8L)), account(3, 100));
        StateTrie two = apply(one, contract(6, Map.of(1L, 0L, 3L, 9L)), account(3, 50));

        assertThat(two.storage(CONTRACT, slot(1))).isEqualTo(new TrieResult.Known<>(Hash32.ZERO));
        assertThat(two.storage(CONTRACT, slot(3))).isEqualTo(new TrieResult.Known<>(slot(9)));
        assertThat(one.storage(CONTRACT, slot(1))).isEqualTo(new TrieResult.Known<>(slot(7)));
        assertThat(two.code(CODE.hash())).contains(CODE.toBytes());
        StoredAccount before = found(one.account(CONTRACT));
        assertThat(before.balance()).isEqualTo(Wei.of(5));
        Answer<?> proof = AccountProof.check(one.root(), CONTRACT, known(one.proveAccount(CONTRACT)));
        assertThat(proof).isInstanceOf(Answer.Proven.class);
        assertThat(StorageProof.check(before.storageRoot(), slot(2), known(one.proveStorage(CONTRACT, slot(2)))))
                .isEqualTo(new Answer.Proven<>(BigInteger.valueOf(8)));
    }

    @Test
    void aVersionAlone_isWholeAndHoldsNothingOfOlderOnes() {
        StateTrie one = apply(StateTrie.empty(store), contract(5, Map.of(1L, 7L, 2L, 8L)), account(3, 100));
        StateTrie two = apply(one, contract(6, Map.of(1L, 0L, 3L, 9L)), account(3, 50));

        StateTrie alone = known(two.alone());

        assertThat(alone.root()).isEqualTo(two.root());
        assertThat(alone.store().size()).isLessThan(store.size());
        assertThat(alone.store().find(one.root())).isEmpty();
        assertThat(found(alone.account(CONTRACT)).balance()).isEqualTo(Wei.of(6));
        assertThat(alone.storage(CONTRACT, slot(2))).isEqualTo(new TrieResult.Known<>(slot(8)));
        assertThat(alone.storage(CONTRACT, slot(3))).isEqualTo(new TrieResult.Known<>(slot(9)));
        assertThat(alone.code(CODE.hash())).contains(CODE.toBytes());
        assertThat(alone.proveAccount(CONTRACT)).isEqualTo(two.proveAccount(CONTRACT));
        assertThat(apply(alone, account(3, 7)).root())
                .isEqualTo(apply(two, account(3, 7)).root());
        assertThat(StateTrie.of(two.root(), new PreimageStore()).alone()).isInstanceOf(TrieResult.Missing.class);
    }

    /// Thousands of accounts, so that nodes of every kind are copied, branches within branches among them.
    @Test
    void aLargeVersionAlone_provesEveryAccount() {
        AccountChange[] many = new AccountChange[3_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = account(i + 10, i + 1);
        }
        StateTrie whole = apply(StateTrie.empty(store), many);
        StateTrie read = StateTrie.of(whole.root(), store);

        StateTrie alone = known(read.alone());

        for (int i = 0; i < many.length; i++) {
            assertThat(found(alone.account(address(i + 10))).balance()).isEqualTo(Wei.of(i + 1));
        }
        assertThat(alone.store().size()).isEqualTo(store.size());
    }

    @Test
    void removalOfEverything_isTheEmptyTrie() {
        StateTrie one = apply(StateTrie.empty(store), contract(5, Map.of(1L, 7L)), account(3, 100));

        StateTrie none = apply(
                one,
                new AccountChange(CONTRACT, Optional.empty(), true, Map.of()),
                new AccountChange(address(3), Optional.empty(), false, Map.of()));

        assertThat(none.root()).isEqualTo(TrieProof.EMPTY_ROOT);
    }

    @Test
    void droppedStorage_isGone_andWhatIsWrittenAfterwardsIsThere() {
        StateTrie one = apply(StateTrie.empty(store), contract(5, Map.of(1L, 7L, 2L, 8L)));
        AccountChange change = contract(5, Map.of(4L, 4L));

        StateTrie two = apply(one, new AccountChange(CONTRACT, change.after(), true, change.slots()));

        assertThat(two.storage(CONTRACT, slot(2))).isEqualTo(new TrieResult.Known<>(Hash32.ZERO));
        assertThat(two.storage(CONTRACT, slot(4))).isEqualTo(new TrieResult.Known<>(slot(4)));
    }

    /// One slot goes and another comes beside a third, of which the witness has no node: the branch keeps two
    /// children, so none is asked for, whatever the order of the changes.
    @Test
    void removal_besideAWrite_needsNoSibling() {
        long gone = 1;
        long stays = firstSlotElsewhere(gone, gone);
        long comes = firstSlotElsewhere(gone, stays);
        StateTrie whole = apply(StateTrie.empty(store), contract(5, Map.of(gone, 7L, stays, 8L)));
        PreimageStore part = PreimageStore.of(known(whole.proveAccount(CONTRACT)));
        known(whole.proveStorage(CONTRACT, slot(gone))).forEach(part::add);
        StateTrie witness = StateTrie.of(whole.root(), part);

        StateTrie after = apply(witness, contract(5, Map.of(gone, 0L, comes, 9L)));

        assertThat(after.root())
                .isEqualTo(
                        apply(whole, contract(5, Map.of(gone, 0L, comes, 9L))).root());
        assertThat(witness.apply(List.of(contract(5, Map.of(gone, 0L))))).isInstanceOf(TrieResult.Missing.class);
    }

    /// A slot whose hash begins with another nibble than those of both.
    private static long firstSlotElsewhere(long one, long other) {
        long slot = 2;
        while (nibble(slot) == nibble(one) || nibble(slot) == nibble(other)) {
            slot++;
        }
        return slot;
    }

    private static int nibble(long slot) {
        return Keccak256.digest(slot(slot).toArray())[0] >> 4 & 0xf;
    }

    @Test
    void aNonceOf64Bits_isKept() {
        StateTrie state = apply(StateTrie.empty(store), account(1, -1, 1));

        assertThat(found(state.account(address(1))).nonce()).isEqualTo(-1);
    }

    @Test
    void reader_saysWhatItLacks() {
        StateTrie whole = apply(StateTrie.empty(store), contract(5, Map.of(1L, 7L, 2L, 8L)));
        PreimageStore part = PreimageStore.of(known(whole.proveAccount(CONTRACT)));
        TrieReader reader = new TrieReader(StateTrie.of(whole.root(), part), _ -> Optional.empty());
        StoredAccount account = reader.account(CONTRACT).orElseThrow();

        assertThatThrownBy(() -> reader.storage(CONTRACT, slot(1)))
                .isInstanceOfSatisfying(
                        MissingState.class,
                        missing -> assertThat(missing.key()).isEqualTo(new StateKey.Storage(CONTRACT, slot(1))));
        assertThat(reader.missing()).contains(new MissingNode(account.storageRoot(), Bytes.EMPTY, false));
        assertThatThrownBy(() -> reader.code(CODE.hash())).isInstanceOf(MissingState.class);
        assertThat(reader.missing()).isEmpty();
        assertThatThrownBy(() -> reader.blockHash(3)).isInstanceOf(MissingState.class);
    }

    private static StateTrie apply(StateTrie state, AccountChange... changes) {
        return known(state.apply(List.of(changes)));
    }

    private static AccountChange account(int number, long balance) {
        return account(number, number, balance);
    }

    private static AccountChange account(int number, long nonce, long balance) {
        var after = new AccountChange.After(nonce, Wei.of(balance), Code.EMPTY_HASH, Optional.empty());
        return new AccountChange(address(number), Optional.of(after), false, Map.of());
    }

    private static AccountChange contract(long balance, Map<Long, Long> slots) {
        Map<Hash32, Hash32> words = new HashMap<>();
        slots.forEach((key, value) -> words.put(slot(key), slot(value)));
        var after = new AccountChange.After(1, Wei.of(balance), CODE.hash(), Optional.of(CODE));
        return new AccountChange(CONTRACT, Optional.of(after), false, words);
    }

    private static Address address(int number) {
        return slot(number).toAddress();
    }

    private static Hash32 slot(long number) {
        return Hash32.ofNumber(number);
    }

    private static StoredAccount found(TrieResult<Optional<StoredAccount>> result) {
        return known(result).orElseThrow();
    }

    private static <T> T known(TrieResult<T> result) {
        return switch (result) {
            case TrieResult.Known<T>(T value) -> value;
            case TrieResult.Missing<T>(MissingNode node) -> throw new AssertionError("missing " + node);
        };
    }
}
