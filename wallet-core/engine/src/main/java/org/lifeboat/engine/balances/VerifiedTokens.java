package org.lifeboat.engine.balances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.abi.Erc20;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.verified.ChainRules;
import org.lifeboat.engine.verified.KnownStates;
import org.lifeboat.engine.verified.StateFetch;
import org.lifeboat.engine.verified.WitnessBook;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;
import org.lifeboat.verifier.call.GivenState;
import org.lifeboat.verifier.call.Simulator;

/// Token balances by each token's own `balanceOf`, run here on state that the source proves against one
/// header. Nothing need be known of where a token keeps its books: the code says it, and the code is proven
/// too. What a token's call read last time is asked for in the first batch; only new or changed tokens take
/// further rounds. Used once.
final class VerifiedTokens {
    /// Tokens of well-known kinds, proxies and rebasing ones included, use less than a tenth.
    static final Gas CALL_GAS = new Gas(1_000_000);

    /// For all tokens of a network together; about a second of hostile code.
    private static final long MOST_GAS = 100_000_000;

    /// A proxy that is met for the first time takes four.
    private static final int MOST_ROUNDS = 5;

    /// Accounts and slots for one network.
    private static final int MOST_KEYS = 5_000;

    private final Watch watch;
    private final Head.Usable head;
    private final BlockHeader header;
    private final Simulator simulator;
    private final KnownStates states;
    private final TokenKeys keys;
    private final GivenState state;
    private final WitnessBook witnesses;

    private final Set<Position> open = new LinkedHashSet<>();
    private final Map<Position, BigInteger> amounts = new LinkedHashMap<>();
    private final Map<Position, Set<StateKey>> read = new LinkedHashMap<>();
    private final Map<Position, Note> problems = new LinkedHashMap<>();
    private final Map<Position, Note> unproven = new LinkedHashMap<>();
    private Optional<Contradiction> contradiction = Optional.empty();
    private Optional<StateFetch> asked = Optional.empty();
    private long gasUsed;

    private VerifiedTokens(
            Watch watch,
            Head.Usable head,
            BlockHeader header,
            Simulator simulator,
            KnownStates states,
            TokenKeys keys) {
        this.watch = watch;
        this.head = head;
        this.header = header;
        this.simulator = simulator;
        this.states = states;
        this.keys = keys;
        this.state = states.of(header.stateRoot());
        this.witnesses = new WitnessBook(states.codes());
        for (Token token : watch.tokens()) {
            watch.accounts().forEach(account -> open.add(new Position(account, watch.asset(token))));
        }
    }

    /// Empty where there is no token, no header to prove against, or no knowledge of the chain's rules.
    static Optional<VerifiedTokens> of(Watch watch, Head.Usable head, SourceMemory memory) {
        return head.header()
                .filter(_ -> !watch.tokens().isEmpty())
                .flatMap(header -> ChainRules.of(watch.network(), header) instanceof ChainRules.Known(var conditions)
                        ? Optional.of(new VerifiedTokens(
                                watch,
                                head,
                                header,
                                new Simulator(conditions, memory.states().analysed()),
                                memory.states(),
                                memory.tokenKeys()))
                        : Optional.empty());
    }

    /// Adds what the calls will read as far as it is known, and the tokens' codes where they are not.
    void addTo(Batch batch, BlockSelector block) {
        StateFetch fetch = fetch(block);
        fetch.wantContract(Address.ZERO);
        fetch.wantContract(header.beneficiary());
        for (Position position : open) {
            Address contract = contract(position);
            fetch.wantContract(contract);
            Set<StateKey> read = keys.of(watch.network().chain(), contract, position.account());
            (read.isEmpty() ? hints(position) : read).forEach(key -> {
                fetch.want(List.of(key));
                if (key instanceof StateKey.Account(Address address)) {
                    fetch.wantContract(address);
                }
            });
        }
        fetch.addTo(batch);
        asked = Optional.of(fetch);
    }

    /// What a bundled pin says of a token that was never run here: only where to look first.
    private Set<StateKey> hints(Position position) {
        Set<StateKey> hints = new LinkedHashSet<>();
        if (position.asset() instanceof Asset.Erc20(Token token, boolean _)) {
            token.pin().ifPresent(pin -> {
                Hash32 slot = BalanceSlots.of(pin.balances(), position.account());
                hints.add(new StateKey.Storage(token.contract(), slot));
                pin.implementation().ifPresent(implementation -> {
                    hints.add(new StateKey.Storage(token.contract(), implementation.slot()));
                    hints.add(new StateKey.Account(implementation.address()));
                });
            });
        }
        return hints;
    }

    /// Takes what came with the first batch, runs the calls, and asks for what they lack until there is
    /// nothing more to be had.
    void run(BlockSelector block, Deadline deadline) {
        StateFetch fetch = asked.orElseThrow();
        for (int round = 0; ; round++) {
            fetch.take();
            witnesses.note(fetch);
            contradiction = fetch.lie();
            if (contradiction.isPresent()) {
                return;
            }
            Set<StateKey> missing = runOpen();
            boolean enough = round + 1 >= MOST_ROUNDS || state.size() + missing.size() > MOST_KEYS || deadline.isOver();
            if (open.isEmpty() || missing.isEmpty() || fetch.problem().isPresent() || enough) {
                giveUp(fetch);
                states.keep(header.stateRoot(), state);
                return;
            }
            fetch = fetch(block);
            fetch.want(missing);
            Batch batch = new Batch();
            fetch.addTo(batch);
            batch.ask(head.source(), Purpose.READ_BALANCES, deadline.remaining());
        }
    }

    private StateFetch fetch(BlockSelector block) {
        return new StateFetch(watch.network().chain(), header, block, state, states.codes());
    }

    /// @return what the calls that are still open lack
    private Set<StateKey> runOpen() {
        Set<StateKey> missing = new LinkedHashSet<>();
        for (Position position : List.copyOf(open)) {
            if (gasUsed > MOST_GAS) {
                return Set.of();
            }
            Address contract = contract(position);
            Bytes question = Erc20.balanceOf(position.account());
            CallResult result = simulator.call(ContractCall.read(contract, question, CALL_GAS), state);
            switch (result) {
                case CallResult.Needs(Set<StateKey> needed) -> missing.addAll(needed);
                case CallResult.Returned returned -> {
                    gasUsed += returned.gasUsed();
                    keys.note(watch.network().chain(), contract, position.account(), returned.read());
                    read.put(position, returned.read());
                    take(position, returned.output());
                }
                case CallResult.Reverted _ -> end(problems, position, notAToken("its balanceOf reverts"));
                case CallResult.Unpaid _ -> throw new IllegalStateException("a question that sends nothing was unpaid");
                case CallResult.Halted(HaltReason reason) -> {
                    gasUsed += CALL_GAS.amount();
                    end(unproven, position, Note.of(Note.Kind.NOT_RUN_HERE, reason.name()));
                }
                case CallResult.NotHere(String what) -> end(unproven, position, Note.of(Note.Kind.NOT_RUN_HERE, what));
            }
        }
        return missing;
    }

    private void take(Position position, Bytes output) {
        AbiFunction.word(output)
                .ifPresentOrElse(
                        amount -> {
                            amounts.put(position, amount);
                            open.remove(position);
                        },
                        () -> end(
                                problems,
                                position,
                                notAToken("its balanceOf returns " + output.size() + " bytes instead of 32")));
    }

    private void end(Map<Position, Note> where, Position position, Note note) {
        where.put(position, note);
        open.remove(position);
    }

    private static Note notAToken(String detail) {
        return Note.of(Note.Kind.NOT_A_TOKEN, detail);
    }

    private void giveUp(StateFetch fetch) {
        Note why = fetch.problem()
                .map(problem -> Note.of(fetch.refused() ? Note.Kind.NO_PROOFS : Note.Kind.PROOF_INCOMPLETE, problem))
                .orElse(Note.of(Note.Kind.NOT_RUN_HERE, "it touches too much"));
        new ArrayList<>(open).forEach(position -> end(unproven, position, why));
    }

    private static Address contract(Position position) {
        return position.asset().contract().orElseThrow();
    }

    Map<Position, BigInteger> amounts() {
        return amounts;
    }

    /// What shows the amounts that are not zero to others; without those of which something was known before.
    Map<Position, BalanceProof> proofs() {
        Map<Position, BalanceProof> proofs = new LinkedHashMap<>();
        amounts.forEach((position, amount) -> {
            if (amount.signum() > 0) {
                witnesses
                        .of(read.getOrDefault(position, Set.of()))
                        .ifPresent(witness -> proofs.put(
                                position,
                                new BalanceProof(
                                        position.account(),
                                        position.asset().contract(),
                                        header.encoded(),
                                        new BalanceProof.Basis.Call(witness))));
            }
        });
        return proofs;
    }

    /// Positions of contracts that provably do not answer as a token does.
    Map<Position, Note> problems() {
        return problems;
    }

    /// Why there is no proven amount; one server may be asked for its word.
    Map<Position, Note> unproven() {
        return unproven;
    }

    Optional<Contradiction> contradiction() {
        return contradiction;
    }
}
