package org.lifeboat.engine.balances;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.AccountState;

/// Reads balance, nonce and code of a few accounts at the newest block of one source, proven where it gives
/// proofs. For whoever is about to spend: two requests.
public sealed interface CheckedAccounts {
    /// @param header with its hash recomputed; empty where that was not possible
    record Read(BlockRef block, Optional<BlockHeader> header, Map<Address, Facts> accounts) implements CheckedAccounts {
        public Read {
            accounts = Map.copyOf(accounts);
        }
    }

    /// @param disagreement the source was told of it and is set aside
    record Lied(Disagreement disagreement) implements CheckedAccounts {}

    record Silent(Note reason) implements CheckedAccounts {}

    /// @param code as `eth_getCode` gives it; its hash fits the proof where `assurance` is matched
    record Facts(Wei balance, Nonce nonce, Bytes code, Assurance assurance) {}

    static CheckedAccounts read(Source source, ChainId chain, List<Address> accounts, Deadline deadline) {
        return switch (HeadQuestion.ask(
                source, chain, BlockSelector.LATEST, Purpose.PREPARE_TRANSACTION, deadline.remaining())) {
            case Head.Usable head -> {
                CheckedAccounts byHash =
                        readAt(head, new BlockSelector.ByHash(head.block().hash()), accounts, deadline);
                yield byHash instanceof Silent
                        ? readAt(head, new BlockSelector.AtNumber(head.block().number()), accounts, deadline)
                        : byHash;
            }
            case Head.Lied lied -> lied(source, lied.contradiction());
            case Head.Silent silent -> new Silent(silent.reason());
        };
    }

    private static CheckedAccounts readAt(
            Head.Usable head, BlockSelector block, List<Address> accounts, Deadline deadline) {
        return switch (factsAt(head, block, accounts, deadline)) {
            case Checked.Fits<Map<Address, Facts>>(var facts) -> new Read(head.block(), head.header(), facts);
            case Checked.Unchecked<Map<Address, Facts>>(Note reason) -> new Silent(reason);
            case Checked.Contradicted<Map<Address, Facts>>(Contradiction contradiction) ->
                hasMoved(head, block, deadline)
                        ? new Silent(Note.of(Note.Kind.BLOCK_CHANGED))
                        : lied(head.source(), contradiction);
        };
    }

    /// Asks once more for a proof that does not hold.
    private static Checked<Map<Address, Facts>> factsAt(
            Head.Usable head, BlockSelector block, List<Address> accounts, Deadline deadline) {
        Checked<Map<Address, Facts>> first = askAt(head, block, accounts, deadline);
        return first instanceof Checked.Contradicted<?>(Contradiction contradiction) && contradiction.isUnfitProof()
                ? askAt(head, block, accounts, deadline)
                : first;
    }

    private static Checked<Map<Address, Facts>> askAt(
            Head.Usable head, BlockSelector block, List<Address> accounts, Deadline deadline) {
        Map<Address, AccountReplies> replies = new LinkedHashMap<>();
        Batch batch = new Batch();
        for (Address account : accounts) {
            AccountReplies mine = new AccountReplies(account);
            replies.put(account, mine);
            batch.add(new Query.BalanceOf(account, block), reply -> mine.balance = reply);
            batch.add(new Query.NonceOf(account, block), reply -> mine.nonce = reply);
            batch.add(new Query.CodeOf(account, block), reply -> mine.code = reply);
            if (head.header().isPresent() && head.source().limits().mayProve(0)) {
                batch.add(new Query.ProofOf(account, List.of(), block), reply -> mine.proof = reply);
            }
        }
        batch.ask(head.source(), Purpose.PREPARE_TRANSACTION, deadline.remaining());
        Map<Address, Facts> facts = new LinkedHashMap<>();
        for (AccountReplies mine : replies.values()) {
            switch (mine.judge(head)) {
                case Checked.Fits<Facts>(Facts found) -> facts.put(mine.account, found);
                case Checked.Contradicted<Facts>(Contradiction contradiction) -> {
                    return new Checked.Contradicted<>(contradiction);
                }
                case Checked.Unchecked<Facts>(Note reason) -> {
                    return new Checked.Unchecked<>(reason);
                }
            }
        }
        return new Checked.Fits<>(facts);
    }

    /// Whether another block stands at this height now, or that cannot be said: then proofs by the number say
    /// nothing about the source.
    private static boolean hasMoved(Head.Usable head, BlockSelector block, Deadline deadline) {
        return block instanceof BlockSelector.AtNumber
                && head.source()
                        .ask(new Query.HeaderOf(block), Purpose.PREPARE_TRANSACTION, deadline.remaining())
                        .got()
                        .flatMap(claim -> claim)
                        .filter(claim -> claim.claimedHash().equals(head.block().hash()))
                        .isEmpty();
    }

    private static Lied lied(Source source, Contradiction contradiction) {
        source.refuted(contradiction.refutation());
        return new Lied(new Disagreement(source.id(), contradiction));
    }

    /// The four answers about one account; each must fit the others.
    final class AccountReplies {
        private final Address account;
        private Reply<Wei> balance = Reply.notAsked();
        private Reply<Nonce> nonce = Reply.notAsked();
        private Reply<Bytes> code = Reply.notAsked();
        private Reply<ProofClaim> proof = Reply.notAsked();

        private AccountReplies(Address account) {
            this.account = account;
        }

        private Checked<Facts> judge(Head.Usable head) {
            Optional<Reply<?>> missing = List.<Reply<?>>of(balance, nonce, code).stream()
                    .filter(reply -> reply.got().isEmpty())
                    .findFirst();
            if (missing.isPresent()) {
                return new Checked.Unchecked<>(Note.of(
                        Note.Kind.SOURCE_FAILED,
                        head.source().id().shown(),
                        missing.get().problem()));
            }
            Facts claimed = new Facts(
                    balance.got().orElseThrow(),
                    nonce.got().orElseThrow(),
                    code.got().orElseThrow(),
                    Assurance.CLAIMED);
            Optional<ProofClaim> claim = proof.got();
            if (claim.isEmpty() || head.header().isEmpty()) {
                return new Checked.Fits<>(claimed);
            }
            return switch (ClaimCheck.account(head.header().get().stateRoot(), account, claim.get())) {
                case Checked.Fits<AccountState>(AccountState state) -> compare(claimed, state);
                case Checked.Contradicted<AccountState>(Contradiction contradiction) ->
                    new Checked.Contradicted<>(contradiction);
                case Checked.Unchecked<AccountState> _ -> new Checked.Fits<>(claimed);
            };
        }

        private Checked<Facts> compare(Facts claimed, AccountState proven) {
            if (!claimed.balance().equals(proven.balance())) {
                return Checked.contradicted(
                        Contradiction.What.BALANCE,
                        account,
                        claimed.balance().value(),
                        proven.balance().value());
            }
            if (!claimed.nonce().equals(proven.nonce())) {
                return Checked.contradicted(
                        Contradiction.What.NONCE,
                        account,
                        claimed.nonce().value(),
                        proven.nonce().value());
            }
            if (!ClaimCheck.isCode(claimed.code(), proven.codeHash())) {
                return Checked.contradicted(
                        Contradiction.What.CODE_HASH,
                        account,
                        claimed.code().size() + " bytes of code",
                        proven.codeHash());
            }
            return new Checked.Fits<>(new Facts(claimed.balance(), claimed.nonce(), claimed.code(), Assurance.MATCHED));
        }
    }
}
