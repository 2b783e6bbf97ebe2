package org.lifeboat.engine.chaincheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.send.BlockTransactions;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.rollups.opstack.derivation.Given;
import org.lifeboat.verifier.block.MissingPart;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Brings blocks and parts of the state from the servers of an L2. Blocks are compared with their hash;
/// what is said to be of the state is hashed by whoever takes it, so that nothing in it can be false.
final class L2Feed {
    /// Blocks before one that are brought with it.
    private static final int BLOCKS_AT_ONCE = 25;

    private final List<Source> sources;
    private final Duration patience;
    private final Troubles troubles;

    /// Who has a code, as met in proofs.
    private final Map<Hash32, Address> holders = new HashMap<>();

    L2Feed(List<Source> sources, Duration patience, Troubles troubles) {
        this.sources = sources;
        this.patience = patience;
        this.troubles = troubles;
    }

    /// A block with its transactions, its hash recomputed and its transactions compared.
    record Found(Given.L2Block block, String source) {}

    /// From each source that has one, in the user's order.
    List<Found> blocksAt(long number) {
        List<Found> found = new ArrayList<>();
        for (Source source : usable()) {
            blocks(source, new BlockSelector.AtNumber(number), 1).stream()
                    .findFirst()
                    .ifPresent(block -> found.add(new Found(block, source.id().shown())));
        }
        return found;
    }

    /// The block's header as the first source has it that has one.
    Optional<BlockHeader> headerAt(long number) {
        return usable().stream()
                .flatMap(source -> header(
                        source,
                        source.ask(
                                new Query.HeaderOf(new BlockSelector.AtNumber(number)), Purpose.CHECK_CHAIN, patience))
                        .stream())
                .findFirst();
    }

    /// The header with that hash.
    Optional<BlockHeader> header(Hash32 hash) {
        return usable().stream()
                .flatMap(source -> header(
                        source,
                        source.ask(new Query.HeaderOf(new BlockSelector.ByHash(hash)), Purpose.CHECK_CHAIN, patience))
                        .stream())
                .filter(found -> found.hash().equals(hash))
                .findFirst();
    }

    /// The block with that hash and some before it, newest first; empty where no source has it.
    List<Given.L2Block> ending(Hash32 newest) {
        for (Source source : usable()) {
            List<Given.L2Block> blocks = blocks(source, new BlockSelector.ByHash(newest), BLOCKS_AT_ONCE);
            if (!blocks.isEmpty() && blocks.getFirst().header().hash().equals(newest)) {
                return blocks;
            }
        }
        return List.of();
    }

    private List<Given.L2Block> blocks(Source source, BlockSelector newest, int most) {
        Optional<BlockHeader> first =
                header(source, source.ask(new Query.HeaderOf(newest), Purpose.CHECK_CHAIN, patience));
        if (first.isEmpty()) {
            return List.of();
        }
        long oldest = Math.max(0, first.get().number() - most + 1);
        List<Query<?>> queries = new ArrayList<>();
        for (long number = first.get().number(); number >= oldest; number--) {
            queries.add(new Query.HeaderOf(new BlockSelector.AtNumber(number)));
            queries.add(new Query.Probe("eth_getBlockByNumber", "[\"0x" + Long.toHexString(number) + "\",true]"));
        }
        List<Reply<?>> replies = source.askAll(queries, Purpose.CHECK_CHAIN, patience);
        List<Given.L2Block> blocks = new ArrayList<>();
        Hash32 expected = first.get().hash();
        for (int i = 0; i < replies.size(); i += 2) {
            Optional<Given.L2Block> block = block(source, replies.get(i), replies.get(i + 1), expected);
            if (block.isEmpty()) {
                break;
            }
            blocks.add(block.get());
            expected = block.get().header().parentHash();
        }
        return blocks;
    }

    private Optional<Given.L2Block> block(Source source, Reply<?> headerReply, Reply<?> bodyReply, Hash32 expected) {
        Optional<BlockHeader> header =
                header(source, headerReply).filter(read -> read.hash().equals(expected));
        Optional<List<Bytes>> transactions = bodyReply
                .got()
                .map(Object::toString)
                .flatMap(BlockTransactions::read)
                .map(BlockTransactions::encoded);
        if (header.isEmpty() || transactions.isEmpty()) {
            troubles.add(source.id(), "it gives no block of the L2 that could be read");
            return Optional.empty();
        }
        if (!OrderedTrie.root(transactions.get()).equals(header.get().transactionsRoot())) {
            troubles.add(
                    source.id(),
                    "the transactions it gives are not those of block "
                            + header.get().number());
            return Optional.empty();
        }
        return Optional.of(new Given.L2Block(header.get(), transactions.get()));
    }

    private Optional<BlockHeader> header(Source source, Reply<?> reply) {
        if (reply.got().orElse(null) instanceof Optional<?> found
                && found.orElse(null) instanceof HeaderClaim claim
                && ClaimCheck.header(claim) instanceof Checked.Fits<BlockHeader>(BlockHeader header)) {
            return Optional.of(header);
        }
        troubles.add(source.id(), reply.got().isPresent() ? "it has no such block of the L2" : reply.problem());
        return Optional.empty();
    }

    /// What running a block touches, as one source has it; from the first that gives anything.
    List<Bytes> witness(long number) {
        for (Source source : usable()) {
            Reply<String> reply = source.ask(
                    new Query.Probe("debug_executionWitness", "[\"0x" + Long.toHexString(number) + "\"]"),
                    Purpose.CHECK_CHAIN,
                    patience);
            List<Bytes> preimages = reply.got().map(L2Feed::preimages).orElse(List.of());
            if (!preimages.isEmpty()) {
                return preimages;
            }
            troubles.add(source.id(), "debug_executionWitness: " + reply.problem());
        }
        return List.of();
    }

    private static List<Bytes> preimages(String witness) {
        List<Bytes> all = new ArrayList<>();
        try {
            JsonNode root = JsonMapper.shared().readTree(witness);
            for (String member : List.of("state", "codes")) {
                for (JsonNode part : root.path(member).values()) {
                    all.add(Bytes.fromHex(part.asString("")));
                }
            }
            return all;
        } catch (JacksonException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /// One part of the state after `parent`, from every source that gives something like it.
    List<Bytes> part(BlockRef parent, MissingPart missing) {
        return switch (missing) {
            case MissingPart.Node(var _, Optional<StateKey> key) ->
                key.map(known -> proof(parent, known)).orElse(List.of());
            case MissingPart.Code(Hash32 hash) ->
                Optional.ofNullable(holders.get(hash))
                        .map(holder -> code(parent, holder))
                        .orElse(List.of());
            case MissingPart.Parent _, MissingPart.Ancestor _ -> List.of();
        };
    }

    private List<Bytes> proof(BlockRef parent, StateKey key) {
        return switch (key) {
            case StateKey.Account(Address account) -> proof(parent, account, List.of());
            case StateKey.Storage(Address account, Hash32 slot) -> proof(parent, account, List.of(slot));
            case StateKey.Code _, StateKey.BlockHash _ -> List.of();
        };
    }

    private List<Bytes> proof(BlockRef parent, Address account, List<Hash32> slots) {
        List<Bytes> nodes = new ArrayList<>();
        for (Source source : usable()) {
            Reply<ProofClaim> reply = source.ask(
                    new Query.ProofOf(account, slots, new BlockSelector.AtNumber(parent.number())),
                    Purpose.CHECK_CHAIN,
                    patience);
            if (reply.got().isEmpty()) {
                troubles.add(source.id(), "eth_getProof: " + reply.problem());
            }
            reply.got().ifPresent(claim -> {
                holders.put(claim.codeHash(), account);
                nodes.addAll(claim.accountProof());
                claim.slots().forEach(slot -> nodes.addAll(slot.proof()));
            });
        }
        return nodes;
    }

    private List<Bytes> code(BlockRef parent, Address holder) {
        List<Bytes> codes = new ArrayList<>();
        for (Source source : usable()) {
            source.ask(
                            new Query.CodeOf(holder, new BlockSelector.AtNumber(parent.number())),
                            Purpose.CHECK_CHAIN,
                            patience)
                    .got()
                    .ifPresent(codes::add);
        }
        return codes;
    }

    private List<Source> usable() {
        return sources.stream().filter(source -> !source.health().setAside()).toList();
    }
}
