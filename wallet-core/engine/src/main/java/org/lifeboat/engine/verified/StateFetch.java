package org.lifeboat.engine.verified;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.verifier.call.GivenState;

/// Asks one source for keys of the state at one block, and puts what is proven into a [GivenState]. Used once
/// for one batch of questions; others may stand in the same batch.
public final class StateFetch {
    private final ChainId chain;
    private final BlockHeader header;
    private final BlockSelector block;
    private final GivenState state;
    private final KnownCodes codes;

    private final Map<Address, Set<Hash32>> accounts = new LinkedHashMap<>();
    private final Set<Address> codesWanted = new LinkedHashSet<>();
    private final Map<Long, Reply<Optional<HeaderClaim>>> headers = new TreeMap<>();
    private final Map<Address, Reply<ProofClaim>> proofs = new LinkedHashMap<>();
    private final Map<Address, Reply<Bytes>> codeReplies = new LinkedHashMap<>();
    private final List<ProofClaim> fitting = new ArrayList<>();
    private OptionalLong deepestHash = OptionalLong.empty();
    private Optional<Contradiction> lie = Optional.empty();
    private Optional<String> problem = Optional.empty();

    /// @param header of the block, with its hash recomputed
    /// @param block how the source is asked for it
    public StateFetch(ChainId chain, BlockHeader header, BlockSelector block, GivenState state, KnownCodes codes) {
        this.chain = chain;
        this.header = header;
        this.block = block;
        this.state = state;
        this.codes = codes;
    }

    /// Whatever is not known yet.
    public void want(Collection<StateKey> keys) {
        keys.forEach(this::want);
    }

    private void want(StateKey key) {
        if (state.has(key)) {
            return;
        }
        switch (key) {
            case StateKey.Account(Address address) -> account(address);
            case StateKey.Storage(Address address, Hash32 slot) ->
                account(address).add(slot);
            case StateKey.Code(Hash32 hash) ->
                codes.find(hash)
                        .ifPresentOrElse(
                                state::putCode, () -> state.holderOf(hash).ifPresent(codesWanted::add));
            case StateKey.BlockHash(long number) ->
                deepestHash = OptionalLong.of(Math.min(deepestHash.orElse(number), number));
        }
    }

    /// An account that is probably called: its code comes with it, unless that which it had last is known.
    public void wantContract(Address address) {
        account(address);
        codes.lastAt(chain, address).ifPresentOrElse(state::putCode, () -> codesWanted.add(address));
    }

    private Set<Hash32> account(Address address) {
        return accounts.computeIfAbsent(address, _ -> new LinkedHashSet<>());
    }

    /// How many keys are asked for.
    int size() {
        return accounts.values().stream().mapToInt(slots -> 1 + slots.size()).sum() + codesWanted.size();
    }

    public void addTo(Batch batch) {
        accounts.forEach((address, slots) ->
                batch.add(new Query.ProofOf(address, List.copyOf(slots), block), reply -> proofs.put(address, reply)));
        codesWanted.forEach(
                address -> batch.add(new Query.CodeOf(address, block), reply -> codeReplies.put(address, reply)));
        deepestHash.ifPresent(deepest -> {
            for (long number = deepest + 1; number < header.number(); number++) {
                long asked = number;
                batch.add(new Query.HeaderOf(new BlockSelector.AtNumber(asked)), reply -> headers.put(asked, reply));
            }
        });
    }

    /// Checks what came and puts it into the state. After the batch was asked.
    public void take() {
        proofs.forEach(this::takeProof);
        codeReplies.forEach(this::takeCode);
        deepestHash.ifPresent(this::takeHashes);
    }

    /// The claims about accounts that fit the state root, as they came.
    List<ProofClaim> fitting() {
        return fitting;
    }

    /// A false answer; nothing of this source counts.
    public Optional<Contradiction> lie() {
        return lie;
    }

    /// Why something did not come, or could not be checked; in the source's words or ours.
    public Optional<String> problem() {
        return problem;
    }

    /// Whether the source understood and would not prove something.
    public boolean refused() {
        return proofs.values().stream().anyMatch(reply -> reply instanceof Reply.Refused<ProofClaim>);
    }

    private void takeProof(Address address, Reply<ProofClaim> reply) {
        if (!(reply instanceof Reply.Got<ProofClaim>(ProofClaim claim))) {
            fail(reply.problem());
            return;
        }
        switch (ClaimCheck.account(header.stateRoot(), address, claim)) {
            case Checked.Fits<AccountState>(AccountState found) -> takeFitting(address, found, claim);
            case Checked.Contradicted<AccountState>(Contradiction contradiction) -> lied(contradiction);
            case Checked.Unchecked<AccountState>(var note) -> fail(String.join(" ", note.arguments()));
        }
    }

    /// Nothing of a claim is taken of which a slot is contradicted: who asks again gets all of it in one proof.
    private void takeFitting(Address address, AccountState found, ProofClaim claim) {
        Map<Hash32, Checked<BigInteger>> slots = slots(address, found, claim);
        for (Checked<BigInteger> slot : slots.values()) {
            if (slot instanceof Checked.Contradicted<BigInteger>(Contradiction contradiction)) {
                lied(contradiction);
                return;
            }
        }
        boolean absent = found.equals(AccountState.EMPTY);
        state.putAccount(
                address,
                absent
                        ? Optional.empty()
                        : Optional.of(new StoredAccount(
                                found.nonce().value(), found.balance(), found.storageRoot(), found.codeHash())));
        fitting.add(claim);
        codes.note(chain, address, found.codeHash());
        codes.find(found.codeHash()).ifPresent(state::putCode);
        slots.forEach((slot, checked) -> {
            switch (checked) {
                case Checked.Fits<BigInteger>(BigInteger word) -> state.putSlot(address, slot, Hash32.ofNumber(word));
                case Checked.Unchecked<BigInteger>(var note) -> fail(String.join(" ", note.arguments()));
                case Checked.Contradicted<BigInteger> _ -> {} // None: see above.
            }
        });
    }

    private Map<Hash32, Checked<BigInteger>> slots(Address address, AccountState account, ProofClaim claim) {
        List<Hash32> asked = List.copyOf(account(address));
        if (asked.size() != claim.slots().size()) {
            fail("proofs of " + asked.size() + " slots were asked, "
                    + claim.slots().size() + " came");
            return Map.of();
        }
        Map<Hash32, Checked<BigInteger>> slots = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            slots.put(
                    asked.get(i),
                    ClaimCheck.slot(
                            account.storageRoot(), asked.get(i), claim.slots().get(i)));
        }
        return slots;
    }

    private void takeCode(Address address, Reply<Bytes> reply) {
        if (!(reply instanceof Reply.Got<Bytes>(Bytes code))) {
            fail(reply.problem());
            return;
        }
        if (!state.has(new StateKey.Account(address))) {
            return; // Nothing proves whose code it is; why not was noted above.
        }
        Hash32 proven = state.account(address).orElse(StoredAccount.EMPTY).codeHash();
        if (ClaimCheck.isCode(code, proven)) {
            state.putCode(code);
            codes.add(code);
        } else {
            lied(new Contradiction(
                    Contradiction.What.CODE_HASH,
                    address.toChecksum(),
                    code.size() + " bytes of code",
                    proven.toHex()));
        }
    }

    /// Each header hashes to what its child names as its parent, up from the pinned one.
    private void takeHashes(long deepest) {
        Optional<Hash32> parent = Optional.of(header.parentHash());
        for (long number = header.number() - 1; number >= deepest && parent.isPresent(); number--) {
            state.putBlockHash(number, parent.get());
            parent = number == deepest ? Optional.empty() : parentOf(number, parent.get());
        }
    }

    /// What the block names as its parent, if the source's header of it is the one with that hash.
    private Optional<Hash32> parentOf(long number, Hash32 hash) {
        Reply<Optional<HeaderClaim>> reply = headers.getOrDefault(number, Reply.notAsked());
        Optional<HeaderClaim> claim = reply.got().flatMap(found -> found);
        if (claim.isEmpty()) {
            fail(reply.got().isPresent() ? "it knows no block " + number : reply.problem());
            return Optional.empty();
        }
        return switch (ClaimCheck.header(claim.get())) {
            case Checked.Fits<BlockHeader>(BlockHeader found) -> {
                boolean same = found.hash().equals(hash);
                if (!same) {
                    fail("its block " + number + " is " + found.hash().toHex() + " instead of " + hash.toHex());
                }
                yield same ? Optional.of(found.parentHash()) : Optional.empty();
            }
            case Checked.Contradicted<BlockHeader>(Contradiction contradiction) -> {
                lied(contradiction);
                yield Optional.empty();
            }
            case Checked.Unchecked<BlockHeader>(var note) -> {
                fail(String.join(" ", note.arguments()));
                yield Optional.empty();
            }
        };
    }

    private void lied(Contradiction contradiction) {
        lie = lie.or(() -> Optional.of(contradiction));
    }

    private void fail(String why) {
        problem = problem.or(() -> Optional.of(why));
    }
}
