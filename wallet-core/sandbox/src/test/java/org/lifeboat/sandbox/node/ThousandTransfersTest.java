package org.lifeboat.sandbox.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.trie.AccountProof;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.primitives.trie.TrieBuilder;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.StateProof;

class ThousandTransfersTest {
    private static final int TRANSFERS = 1_000;

    private final TestChain chain = new TestChain(Mining.WHEN_TOLD);

    @Test
    void blocks_rootsAndProofsAreRight() {
        for (int i = 0; i < TRANSFERS; i++) {
            assertThat(chain.send(ANNA.sends(i, person(i), Wei.of(i + 1L), Bytes.EMPTY, new Gas(21_000), Person.TIP)))
                    .isInstanceOf(Admission.Taken.class);
            if (i % 100 == 99) {
                chain.node().mine();
            }
        }
        assertThat(chain.node().pendingCount()).isZero();
        List<SealedBlock> blocks = LongStream.rangeClosed(0, 10)
                .mapToObj(number -> chain.node().history().at(number).orElseThrow())
                .toList();
        for (int number = 1; number <= 10; number++) {
            SealedBlock block = blocks.get(number);
            assertThat(block.header().parentHash())
                    .isEqualTo(blocks.get(number - 1).hash());
            assertThat(block.hash()).isEqualTo(block.header().hash());
            assertThat(block.header().gasUsed()).isEqualTo(new Gas(100 * 21_000));
            assertThat(block.header().transactionsRoot())
                    .isEqualTo(OrderedTrie.root(block.transactions().stream()
                            .map(each -> each.sent().encoded())
                            .toList()));
            assertThat(block.header().receiptsRoot())
                    .isEqualTo(OrderedTrie.root(block.transactions().stream()
                            .map(each -> each.receipt().encoded())
                            .toList()));
        }
        proofs(blocks);
        wholeState(blocks.getLast());
    }

    /// Before its transfer nobody has anything, after it everybody has just that: at every block.
    private static void proofs(List<SealedBlock> blocks) {
        for (int i = 0; i < TRANSFERS; i += 37) {
            for (int number = 0; number <= 10; number++) {
                SealedBlock block = blocks.get(number);
                StateProof proof = block.state().prove(person(i), List.of());
                boolean paid = i / 100 < number;
                AccountState holding =
                        new AccountState(new Nonce(0), Wei.of(i + 1L), StoredAccount.EMPTY_ROOT, AccountState.NO_CODE);
                Optional<AccountState> expected = paid ? Optional.of(holding) : Optional.empty();
                assertThat(AccountProof.check(block.header().stateRoot(), person(i), proof.nodes()))
                        .isEqualTo(new Answer.Proven<>(expected));
            }
        }
    }

    /// The root, computed by another program from all accounts there are.
    private void wholeState(SealedBlock newest) {
        Map<Address, StoredAccount> accounts = new HashMap<>();
        for (int i = 0; i < TRANSFERS; i++) {
            accounts.put(person(i), newest.state().account(person(i)).orElseThrow());
        }
        chain.genesisAddresses()
                .forEach(address ->
                        newest.state().account(address).ifPresent(account -> accounts.put(address, account)));
        TrieBuilder builder = TrieBuilder.secure();
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<Address, StoredAccount> entry : accounts.entrySet()) {
            StoredAccount account = entry.getValue();
            builder.put(
                    Bytes.of(entry.getKey().toArray()),
                    new AccountState(
                                    new Nonce(account.nonce()),
                                    account.balance(),
                                    account.storageRoot(),
                                    account.codeHash())
                            .encoded());
            sum = sum.add(account.balance().value());
        }
        assertThat(builder.root()).isEqualTo(newest.header().stateRoot());
        assertThat(sum).isLessThan(chain.genesisCoins()); // base fees are burnt
    }

    private static Address person(int i) {
        byte[] hash = Keccak256.digest(Hash32.ofNumber(i + 1L).toArray());
        return Hash32.of(hash).toAddress();
    }
}
