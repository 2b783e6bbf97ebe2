package org.lifeboat.engine.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.lifeboat.engine.balances.CheckedAccounts;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.trie.AccountState;

/// Asks all sources of a network how many transactions an account has made, while one of them prepares the next.
/// One source alone can be behind, and then names a nonce that is used up. Used once.
final class NonceCensus implements AutoCloseable {
    /// How long the others are waited for; that one was not heard is said.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Source> sources;
    private final Deadline deadline;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<SourceId, Future<Answer>> asked = new LinkedHashMap<>();
    private final Future<Optional<Nonce>> floor;
    private final List<Disagreement> lies = new ArrayList<>();

    private sealed interface Answer {
        record Word(NonceWord word) implements Answer {}

        record Lied(Disagreement disagreement) implements Answer {}

        record Silent() implements Answer {}
    }

    /// Begins to ask all but the first usable source, which is going to prepare.
    /// @param sources to be heard; none: whoever prepares is the only one
    /// @param patience for one source
    NonceCensus(
            ChainId chain, Address account, List<Source> sources, Optional<SyncStatus> verified, Duration patience) {
        this.sources =
                sources.stream().filter(source -> !source.health().setAside()).toList();
        this.deadline = Deadline.in(patience.compareTo(PATIENCE) < 0 ? patience : PATIENCE);
        for (Source source : this.sources.stream().skip(1).toList()) {
            asked.put(source.id(), threads.submit(() -> ask(source, chain, account)));
        }
        this.floor = threads.submit(() -> floor(verified, account));
    }

    /// @param mine what the source says that has prepared
    /// @throws InterruptedException if the caller was interrupted
    NonceChoice.Heard heard(NonceWord mine, SourceId prepared) throws InterruptedException {
        List<NonceWord> words = new ArrayList<>(List.of(mine));
        List<String> silent = new ArrayList<>();
        for (Source source : sources) {
            if (source.id().equals(prepared)) {
                continue;
            }
            Future<Answer> answer = asked.get(source.id());
            switch (answer == null ? new Answer.Silent() : got(answer).orElseGet(Answer.Silent::new)) {
                case Answer.Word(NonceWord word) -> words.add(word);
                case Answer.Lied(Disagreement disagreement) -> lies.add(disagreement);
                case Answer.Silent _ -> silent.add(source.id().shown());
            }
        }
        return new NonceChoice.Heard(words, silent, got(floor).flatMap(found -> found));
    }

    /// Who was caught, as far as [#heard] met them.
    List<Disagreement> lies() {
        return List.copyOf(lies);
    }

    /// Those who have not answered by now are not waited for.
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Answer ask(Source source, ChainId chain, Address account) {
        return switch (CheckedAccounts.read(source, chain, List.of(account), deadline)) {
            case CheckedAccounts.Read read -> {
                CheckedAccounts.Facts facts = read.accounts().get(account);
                if (facts == null) {
                    throw new IllegalStateException("an account that was asked is missing");
                }
                Nonce pending = source.ask(
                                new Query.NonceOf(account, BlockSelector.PENDING),
                                Purpose.PREPARE_TRANSACTION,
                                deadline.remaining())
                        .got()
                        .orElse(facts.nonce());
                yield new Answer.Word(NonceWord.of(source, read, facts, pending));
            }
            case CheckedAccounts.Lied(Disagreement disagreement) -> new Answer.Lied(disagreement);
            case CheckedAccounts.Silent _ -> new Answer.Silent();
        };
    }

    /// At the newest verified header that any source proves the account under. A nonce never falls.
    private Optional<Nonce> floor(Optional<SyncStatus> verified, Address account) {
        List<VerifiedHead> heads = verified.filter(status -> status.phase() == SyncStatus.Phase.FOLLOWING)
                .map(status -> Stream.concat(status.attested().stream(), status.finalized().stream())
                        .toList())
                .orElse(List.of());
        for (VerifiedHead head : heads) {
            for (Source source : sources) {
                Optional<AccountState> state = source.ask(
                                new Query.ProofOf(
                                        account,
                                        List.of(),
                                        new BlockSelector.ByHash(head.block().hash())),
                                Purpose.PREPARE_TRANSACTION,
                                deadline.remaining())
                        .got()
                        .flatMap(claim -> ClaimCheck.account(head.stateRoot(), account, claim)
                                        instanceof Checked.Fits<AccountState>(AccountState proven)
                                ? Optional.of(proven)
                                : Optional.empty());
                if (state.isPresent()) {
                    return state.map(AccountState::nonce);
                }
            }
        }
        return Optional.empty();
    }

    private <T> Optional<T> got(Future<T> answer) throws InterruptedException {
        try {
            return Optional.of(answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("asking for a nonce broke", bug.getCause());
        }
    }
}
