package org.lifeboat.verifier.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpItem;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;

class BlockVerifierTest {
    private final TestBlocks chain = new TestBlocks();

    @Test
    void block_withItsWitness_isValid() {
        BlockResult result = verify(chain.block, chain.witness());

        assertThat(result).isInstanceOfSatisfying(BlockResult.Valid.class, valid -> {
            StateTrie after = valid.output().state();
            assertThat(after.root()).isEqualTo(chain.block.header().stateRoot());
            assertThat(after.storage(TestBlocks.CONTRACT, TestBlocks.slot(1)))
                    .isEqualTo(new TrieResult.Known<>(TestBlocks.slot(5)));
            assertThat(after.storage(TestBlocks.CONTRACT, TestBlocks.slot(3)))
                    .isEqualTo(new TrieResult.Known<>(chain.grandparent.hash()));
            assertThat(valid.output().receipts().getFirst().outcome()).isEqualTo(new Receipt.Outcome.Status(true));
        });
    }

    @Test
    void block_survivesItsEncoding() {
        assertThat(Block.fromRlp(chain.block.encoded())).isEqualTo(new Answer.Proven<>(chain.block));
    }

    /// Whichever piece of the witness is taken away, the answer is never "invalid", and "valid" only if it was
    /// not used.
    @Test
    void witness_withoutAnyOnePiece_isIncompleteAndNamesThePiece() {
        List<Bytes> all = List.copyOf(chain.witness());
        int needed = 0;
        for (Bytes piece : all) {
            Set<Bytes> rest = new LinkedHashSet<>(all);
            rest.remove(piece);
            BlockResult result = verify(chain.block, rest);
            if (result instanceof BlockResult.Incomplete(MissingPart missing)) {
                needed++;
                Hash32 named = switch (missing) {
                    case MissingPart.Node(var node, var _) -> node.hash();
                    case MissingPart.Code(Hash32 hash) -> hash;
                    case MissingPart.Parent _, MissingPart.Ancestor _ -> Hash32.ZERO;
                };
                assertThat(named).isEqualTo(Keccak256.hash(piece));
            } else {
                assertThat(result).isInstanceOf(BlockResult.Valid.class);
            }
        }
        assertThat(needed).isGreaterThan(all.size() / 2);
    }

    @Test
    void witness_withoutHeaders_namesThem() {
        Set<Bytes> witness = chain.witness();

        assertThat(TestBlocks.verifier().verify(chain.block, witness, List.of()))
                .isEqualTo(new BlockResult.Incomplete(new MissingPart.Parent(chain.parent.hash())));
        assertThat(TestBlocks.verifier().verify(chain.block, witness, chain.headers()))
                .isInstanceOf(BlockResult.Valid.class);
    }

    @Test
    void ancestors_areFoundByWalking_withTheirOwnHeaders() {
        Ancestors both = Ancestors.of(chain.headers());
        Ancestors one = Ancestors.of(List.of(chain.parent.encoded(), Bytes.of((byte) 1)));

        assertThat(both.hash(chain.block.header(), 9)).contains(chain.parent.hash());
        assertThat(both.hash(chain.block.header(), 8)).contains(chain.grandparent.hash());
        assertThat(both.hash(chain.block.header(), 7)).isEmpty();
        assertThat(both.hash(chain.block.header(), 10)).isEmpty();
        assertThat(one.hash(chain.block.header(), 9)).contains(chain.parent.hash());
        assertThat(one.hash(chain.block.header(), 8)).isEmpty();
    }

    @Test
    void witness_withoutAnAncestorsHeader_namesItsNumber() {
        assertThat(TestBlocks.verifier().verify(chain.block, chain.witness(), List.of(chain.parent.encoded())))
                .isEqualTo(new BlockResult.Incomplete(new MissingPart.Ancestor(8)));
    }

    /// Every field of the header is changed, one at a time: none may pass but those that are free.
    @Test
    void anyChangedFieldOfTheHeader_thatIsNotFree_isRefused() {
        List<RlpItem> fields = fields(chain.block.header());
        // The proposer's to choose, and without effect on this block: gas limit (within its bounds), time,
        // extra data, randomness, the beacon root (there is no contract for it).
        Set<Integer> free = Set.of(9, 11, 12, 13, 19);
        for (int i = 0; i < fields.size(); i++) {
            BlockHeader changed = header(with(fields, i, altered(fields.get(i))));
            BlockResult result = verify(withHeader(changed), chain.witness());
            if (free.contains(i)) {
                assertThat(result).as("field " + i).isInstanceOf(BlockResult.Valid.class);
            } else {
                assertThat(result).as("field " + i).isNotInstanceOf(BlockResult.Valid.class);
            }
        }
    }

    @Test
    void changedRootsAndSums_areRefusedForWhatTheyAre() {
        Map<Integer, BlockReason> reasons = Map.of(
                1, BlockReason.IMPORT_IMPOSSIBLE_UNCLES_OVER_PARIS,
                3, BlockReason.INVALID_STATE_ROOT,
                4, BlockReason.INVALID_TRANSACTIONS_ROOT,
                5, BlockReason.INVALID_RECEIPTS_ROOT,
                6, BlockReason.INVALID_LOG_BLOOM,
                8, BlockReason.INVALID_BLOCK_NUMBER,
                10, BlockReason.INVALID_GAS_USED,
                15, BlockReason.INVALID_BASEFEE_PER_GAS,
                16, BlockReason.INVALID_WITHDRAWALS_ROOT,
                20, BlockReason.INVALID_REQUESTS);
        List<RlpItem> fields = fields(chain.block.header());
        reasons.forEach((index, reason) -> {
            BlockHeader changed = header(with(fields, index, altered(fields.get(index))));
            assertThat(verify(withHeader(changed), chain.witness()))
                    .isInstanceOfSatisfying(
                            BlockResult.Invalid.class,
                            invalid -> assertThat(invalid.fault().reason()).isEqualTo(reason));
        });
    }

    @Test
    void transaction_thatMayNotStandThere_isNamed() {
        Bytes transaction = chain.block.transactions().getFirst();
        Block twice = withTransactions(List.of(transaction, transaction));

        assertThat(verify(twice, chain.witness()))
                .isInstanceOfSatisfying(
                        BlockResult.Invalid.class,
                        invalid -> assertThat(invalid.fault().transaction())
                                .contains(InvalidReason.NONCE_MISMATCH_TOO_LOW));
    }

    @Test
    void transaction_thatIsNone_isNamed() {
        Block block = withTransactions(List.of(Bytes.of((byte) 2, (byte) 0xc0)));

        assertThat(verify(block, chain.witness()))
                .isInstanceOfSatisfying(
                        BlockResult.Invalid.class,
                        invalid -> assertThat(invalid.fault().reason()).isEqualTo(BlockReason.UNREADABLE_TRANSACTION));
    }

    @Test
    void block_beforeTheFirstKnownFork_isUnknown() {
        BlockVerifier mainnet =
                new BlockVerifier(new EthereumRules(EthereumChain.mainnet()), TestBlocks.CURVE, new CodeCache(1));

        assertThat(mainnet.verify(chain.block, chain.witness(), chain.headers()))
                .isInstanceOf(BlockResult.Unknown.class);
    }

    @Test
    void state_thatIsNotTheParents_isABug() {
        StateTrie other = StateTrie.empty(new PreimageStore());

        assertThatThrownBy(() -> TestBlocks.verifier().verify(chain.block, chain.parent, other, _ -> Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private BlockResult verify(Block block, Set<Bytes> witness) {
        return TestBlocks.verifier().verify(block, witness, chain.headers());
    }

    private Block withHeader(BlockHeader header) {
        return new Block(header, chain.block.transactions(), List.of(), chain.block.withdrawals());
    }

    /// With the right transactions root for them.
    private Block withTransactions(List<Bytes> transactions) {
        List<RlpItem> fields = fields(chain.block.header());
        Hash32 root = OrderedTrie.root(transactions);
        BlockHeader header = header(with(fields, 4, new RlpItem.Text(Bytes.of(root.toArray()))));
        return new Block(header, transactions, List.of(), chain.block.withdrawals());
    }

    private static List<RlpItem> fields(BlockHeader header) {
        try {
            return ((RlpItem.Members) RlpItem.decode(header.encoded())).items();
        } catch (RlpException e) {
            throw new AssertionError(e);
        }
    }

    private static List<RlpItem> with(List<RlpItem> fields, int index, RlpItem changed) {
        List<RlpItem> all = new ArrayList<>(fields);
        all.set(index, changed);
        return all;
    }

    /// The field one greater; of bytes the last bit turned; of nothing one.
    private static RlpItem altered(RlpItem field) {
        Bytes value = ((RlpItem.Text) field).value();
        byte[] bytes = value.toArray();
        if (bytes.length == 0) {
            return new RlpItem.Text(Bytes.of((byte) 1));
        }
        if (bytes.length >= Hash32.SIZE || bytes.length == BlockHeader.NONCE_SIZE || bytes.length == 20) {
            bytes[bytes.length - 1] ^= 1;
            return new RlpItem.Text(Bytes.of(bytes));
        }
        BigInteger more = new BigInteger(1, bytes).add(BigInteger.ONE);
        return integer(more);
    }

    private static BlockHeader header(List<RlpItem> fields) {
        return switch (BlockHeader.fromRlp(new RlpItem.Members(fields).encoded())) {
            case Answer.Proven<BlockHeader>(BlockHeader header) -> header;
            case Answer.Refuted<BlockHeader> refuted -> throw new AssertionError(refuted);
            case Answer.Unknown<BlockHeader> unknown -> throw new AssertionError(unknown);
        };
    }

    private static RlpItem integer(BigInteger number) {
        byte[] magnitude = number.toByteArray();
        int zeros = magnitude[0] == 0 ? 1 : 0;
        return new RlpItem.Text(Bytes.copyOf(magnitude, zeros, magnitude.length));
    }
}
