package org.lifeboat.engine.balances;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.Token.BalanceSlot;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.trie.AccountState;

/// Reads all positions of one network from one source at one block: one request for everything that can be
/// proven, and at most one more for what could not. Used once.
final class SourceReading {
    private final Watch watch;
    private final Head.Usable head;
    private final Source source;
    private final SourceMemory memory;
    private final Instant now;
    private final Deadline deadline;

    private final Map<Position, Figure.Known> figures = new LinkedHashMap<>();
    private final Map<Position, BalanceProof> proofs = new LinkedHashMap<>();
    private final Map<Position, Note> problems = new LinkedHashMap<>();
    /// Why a position has no proof; stands beside the unchecked figure.
    private final Map<Position, Note> unproven = new HashMap<>();
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final AbsentTokens absent = new AbsentTokens();
    private boolean moved;
    private boolean wantsAnother;

    SourceReading(Watch watch, Head.Usable head, SourceMemory memory, Instant now, Deadline deadline) {
        this.watch = watch;
        this.head = head;
        this.source = head.source();
        this.memory = memory;
        this.now = now;
        this.deadline = deadline;
    }

    /// @param alsoSaid whether what the source cannot prove is asked for too
    Reading read(boolean alsoSaid) {
        boolean byNumber = memory.refusesHashes(source.id());
        Optional<Note> deaf = prove(byNumber);
        if (deaf.isPresent() && !byNumber) {
            byNumber = true;
            deaf = prove(byNumber);
            if (deaf.isEmpty()) {
                memory.noteRefusesHashes(source.id());
            }
        }
        if (deaf.isPresent()) {
            return new Reading.Failed(deaf.get());
        }
        if (alsoSaid && !moved && contradictions.isEmpty()) {
            fallBack(byNumber);
        }
        // Before any lie: proofs of another block than the one that is held here say nothing about the source.
        if (moved) {
            return new Reading.Moved();
        }
        if (!contradictions.isEmpty()) {
            return new Reading.Lied(contradictions);
        }
        return new Reading.Done(figures, proofs, problems, absent.all(), wantsAnother);
    }

    private BlockSelector selector(boolean byNumber) {
        return byNumber
                ? new BlockSelector.AtNumber(head.block().number())
                : new BlockSelector.ByHash(head.block().hash());
    }

    /// Why no proof is asked for, if so.
    private Optional<Note> noProofs() {
        return head.unverified()
                .or(() -> memory.refusesProofs(source.id()))
                .or(() -> source.limits().mayProve(0)
                        ? Optional.empty()
                        : Optional.of(Note.of(Note.Kind.NO_PROOFS_MEASURED)));
    }

    /// The request with all proofs. `eth_getBalance` of one account goes with it: refused too, it tells a
    /// source that has no proofs from one that does not take the block's name.
    /// @return why the source does not answer about this block at all, or empty
    private Optional<Note> prove(boolean byNumber) {
        BlockSelector block = selector(byNumber);
        Batch batch = new Batch();
        List<Reply<Wei>> canary = new ArrayList<>();
        batch.add(new Query.BalanceOf(watch.accounts().getFirst(), block), canary::add);
        Map<Address, Reply<ProofClaim>> coins = new LinkedHashMap<>();
        List<TokenProof> tokens = new ArrayList<>();
        List<Token> called = new ArrayList<>();
        Optional<Note> noProofs = noProofs();
        if (noProofs.isEmpty()) {
            for (Address account : watch.accounts()) {
                batch.add(new Query.ProofOf(account, List.of(), block), reply -> coins.put(account, reply));
            }
        }
        Optional<VerifiedTokens> verified =
                noProofs.isEmpty() ? VerifiedTokens.of(watch, head, memory) : Optional.empty();
        verified.ifPresent(run -> run.addTo(batch, block));
        for (Token token : verified.isPresent() ? List.<Token>of() : watch.tokens()) {
            Optional<BalanceSlot> slot = token.pin().map(Token.Pin::balances).or(() -> memory.suggestedSlot(token));
            if (noProofs.isEmpty() && slot.isPresent()) {
                TokenProof proof = new TokenProof(token, slot.get(), watch.accounts());
                proof.addTo(batch, block);
                tokens.add(proof);
            }
            if (noProofs.isPresent() || token.pin().isEmpty()) {
                called.add(token);
            }
        }
        TokenCalls calls = addCalls(batch, watch.positions(called), block);
        addRecheck(batch, byNumber);
        batch.ask(source, Purpose.READ_BALANCES, deadline.remaining());

        Reply<Wei> answered = canary.getFirst();
        if (answered.got().isEmpty()
                && coins.values().stream().allMatch(reply -> reply.got().isEmpty())) {
            return Optional.of(Note.of(Note.Kind.SOURCE_FAILED, source.id().shown(), answered.problem()));
        }
        noProofs.ifPresent(reason -> watch.positions().forEach(position -> unproven.put(position, reason)));
        head.stateRoot().ifPresent(root -> {
            coins.forEach((account, reply) -> takeCoin(root, account, reply));
            noteWhereAllRefused(coins);
            tokens.forEach(proof -> takeToken(root, proof, calls));
        });
        compareCanary(byNumber, answered);
        takeCalls(calls);
        verified.ifPresent(run -> take(run, block));
        return Optional.empty();
    }

    private void take(VerifiedTokens tokens, BlockSelector block) {
        tokens.run(block, deadline);
        tokens.contradiction().ifPresent(contradictions::add);
        tokens.amounts().forEach((position, amount) -> know(position, amount, Assurance.MATCHED, List.of()));
        proofs.putAll(tokens.proofs());
        problems.putAll(tokens.problems());
        unproven.putAll(tokens.unproven());
    }

    private void takeCoin(Hash32 root, Address account, Reply<ProofClaim> reply) {
        Position position = new Position(account, watch.coin());
        switch (reply) {
            case Reply.Got<ProofClaim>(ProofClaim claim) -> {
                switch (ClaimCheck.account(root, account, claim)) {
                    case Checked.Fits<AccountState>(AccountState state) -> {
                        know(position, state.balance().value(), Assurance.MATCHED, List.of());
                        prove(position, claim, Optional.empty());
                    }
                    case Checked.Contradicted<AccountState>(Contradiction contradiction) ->
                        contradictions.add(contradiction);
                    case Checked.Unchecked<AccountState>(Note reason) -> unproven.put(position, reason);
                }
            }
            case Reply.Refused<ProofClaim> refused ->
                unproven.put(position, Note.of(Note.Kind.NO_PROOFS, refused.problem()));
            case Reply.Failed<ProofClaim> failed ->
                unproven.put(position, Note.of(Note.Kind.PROOF_INCOMPLETE, failed.problem()));
        }
    }

    private void noteWhereAllRefused(Map<Address, Reply<ProofClaim>> coins) {
        if (!coins.isEmpty() && coins.values().stream().allMatch(reply -> reply instanceof Reply.Refused<ProofClaim>)) {
            memory.noteRefusesProofs(
                    source.id(),
                    Note.of(
                            Note.Kind.NO_PROOFS,
                            coins.values().iterator().next().problem()));
        }
    }

    private void takeToken(Hash32 root, TokenProof proof, TokenCalls calls) {
        Token token = proof.token();
        switch (proof.balances(root, watch.accounts().size())) {
            case Checked.Fits<List<BigInteger>>(List<BigInteger> words) -> {
                if (token.pin().isPresent()) {
                    for (int i = 0; i < words.size(); i++) {
                        know(watch.position(i, token), words.get(i), Assurance.MATCHED, List.of());
                        prove(watch.position(i, token), proof.subjectOf(i), proof.implementationClaim());
                    }
                } else {
                    takeSuggested(token, words, calls);
                }
            }
            case Checked.Contradicted<List<BigInteger>>(Contradiction contradiction) ->
                contradictions.add(contradiction);
            case Checked.Unchecked<List<BigInteger>>(Note reason)
            when reason.kind() == Note.Kind.TOKENS_ABSENT -> absent.add(token);
            case Checked.Unchecked<List<BigInteger>>(Note reason) ->
                watch.positions(List.of(token)).forEach(position -> unproven.put(position, reason));
        }
    }

    /// The slot that the source suggested must hold what the contract answers for every account, or it is
    /// forgotten.
    private void takeSuggested(Token token, List<BigInteger> words, TokenCalls calls) {
        BalanceSlot slot = memory.suggestedSlot(token).orElseThrow();
        List<Position> positions = watch.positions(List.of(token));
        for (int i = 0; i < positions.size(); i++) {
            BigInteger called = calls.amounts().get(positions.get(i));
            if (called != null && !called.equals(words.get(i))) {
                memory.forgetSuggestedSlot(token);
                return;
            }
        }
        Note note = Note.of(Note.Kind.SLOT_SUGGESTED, slot.base().toHex());
        positions.forEach(position -> unproven.put(position, note));
    }

    /// The same source's `eth_getBalance` at the same block must say what its proof shows.
    private void compareCanary(boolean byNumber, Reply<Wei> answered) {
        Address account = watch.accounts().getFirst();
        Figure.Known proven = figures.get(new Position(account, watch.coin()));
        if (byNumber || proven == null) {
            return;
        }
        answered.got()
                .filter(said -> !said.value().equals(proven.amount().units()))
                .ifPresent(said -> contradictions.add(new Contradiction(
                        Contradiction.What.BALANCE,
                        account.toChecksum(),
                        said.value().toString(),
                        proven.amount().units().toString())));
    }

    /// The second request: figures for what could not be proven, and a look for the slots of unknown tokens.
    private void fallBack(boolean byNumber) {
        BlockSelector block = selector(byNumber);
        Batch batch = new Batch();
        List<Position> tokens = new ArrayList<>();
        for (Position position : watch.positions()) {
            if (figures.containsKey(position) || problems.containsKey(position) || absent.has(position)) {
                continue;
            }
            switch (position.asset()) {
                case Asset.Coin _ ->
                    batch.add(
                            new Query.BalanceOf(position.account(), block),
                            reply -> takeClaim(position, reply.map(Wei::value)));
                case Asset.Erc20 _ -> tokens.add(position);
            }
        }
        wantsAnother = unproven.values().stream().anyMatch(note -> switch (note.kind()) {
            case NO_PROOFS, NO_PROOFS_MEASURED, PROOF_INCOMPLETE -> true;
            default -> false;
        });
        TokenCalls calls = addCalls(batch, tokens, block);
        List<SlotProbe> probes = addProbes(batch, block);
        if (noProofs().isEmpty()) {
            absent.ask(batch, Stream.concat(tokens.stream(), problems.keySet().stream()), block);
        }
        if (batch.isEmpty()) {
            return;
        }
        addRecheck(batch, byNumber);
        batch.ask(source, Purpose.READ_BALANCES, deadline.remaining());
        takeCalls(calls);
        if (calls.aggregateFailed()) {
            tokens.forEach(position -> problems.putIfAbsent(position, Note.of(Note.Kind.NOT_A_TOKEN, "no answer")));
        }
        head.stateRoot().ifPresent(root -> {
            probes.forEach(probe -> takeProbe(root, probe));
            absent.judge(root, contradictions);
        });
        problems.keySet().removeIf(absent::has);
        figures.keySet().removeIf(absent::has);
        proofs.keySet().removeIf(absent::has);
    }

    private List<SlotProbe> addProbes(Batch batch, BlockSelector block) {
        List<SlotProbe> probes = new ArrayList<>();
        if (noProofs().isPresent()) {
            return probes;
        }
        Set<Token> seen = new HashSet<>();
        figures.forEach((position, figure) -> {
            if (position.asset() instanceof Asset.Erc20(Token token, boolean _)
                    && token.pin().isEmpty()
                    && !figure.assurance().has(Assurance.Mark.MATCHED)
                    && !figure.amount().isZero()
                    && memory.suggestedSlot(token).isEmpty()
                    && seen.add(token)) {
                SlotProbe probe =
                        new SlotProbe(token, position.account(), figure.amount().units());
                probe.addTo(batch, block);
                probes.add(probe);
            }
        });
        return probes;
    }

    private void takeProbe(Hash32 root, SlotProbe probe) {
        probe.found(root).ifPresent(slot -> {
            memory.noteSuggestedSlot(probe.token(), slot);
            Position position = new Position(probe.owner(), watch.asset(probe.token()));
            Note note = Note.of(Note.Kind.SLOT_SUGGESTED, slot.base().toHex());
            figures.computeIfPresent(position, (_, figure) -> figure.withSlot(note));
        });
    }

    private TokenCalls addCalls(Batch batch, List<Position> positions, BlockSelector block) {
        TokenCalls calls = new TokenCalls();
        boolean aggregate = positions.size() >= TokenCalls.WORTH_AN_AGGREGATE
                && !memory.lacksMulticall(watch.network().chain());
        if (aggregate) {
            calls.addAggregates(batch, positions, block, source.limits().requestBytes());
        } else {
            calls.addOneByOne(batch, positions, block);
        }
        return calls;
    }

    private void takeCalls(TokenCalls calls) {
        if (calls.aggregateFailed()) {
            memory.noteLacksMulticall(watch.network().chain());
        }
        calls.amounts().forEach((position, amount) -> {
            if (!figures.containsKey(position)) {
                know(position, amount, Assurance.CLAIMED, reasons(position));
            }
        });
        problems.putAll(calls.problems());
    }

    private void takeClaim(Position position, Reply<BigInteger> reply) {
        reply.got()
                .ifPresentOrElse(
                        amount -> know(position, amount, Assurance.CLAIMED, reasons(position)),
                        () -> problems.put(
                                position,
                                Note.of(Note.Kind.SOURCE_FAILED, source.id().shown(), reply.problem())));
    }

    private void addRecheck(Batch batch, boolean byNumber) {
        if (byNumber) {
            batch.add(
                    new Query.HeaderOf(new BlockSelector.AtNumber(head.block().number())),
                    reply -> moved |= reply.got()
                            .flatMap(claim -> claim)
                            .map(HeaderClaim::claimedHash)
                            .filter(head.block().hash()::equals)
                            .isEmpty());
        }
    }

    private List<Note> reasons(Position position) {
        Note why = unproven.get(position);
        if (why != null) {
            return List.of(why);
        }
        return switch (position.asset()) {
            case Asset.Coin _ -> List.of();
            case Asset.Erc20 _ -> List.of(Note.of(Note.Kind.NOT_PINNED));
        };
    }

    private void know(Position position, BigInteger units, Assurance assurance, List<Note> notes) {
        TokenAmount amount = new TokenAmount(units, position.asset().decimals());
        figures.put(position, new Figure.Known(amount, assurance, head.block(), now, source.id(), notes));
    }

    private void prove(Position position, ProofClaim subject, Optional<ProofClaim> implementation) {
        head.header()
                .ifPresent(header -> proofs.put(
                        position,
                        new BalanceProof(
                                position.account(),
                                position.asset().contract(),
                                header.encoded(),
                                new BalanceProof.Basis.Slots(subject, implementation))));
    }
}
