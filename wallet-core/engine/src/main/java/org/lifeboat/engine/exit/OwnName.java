package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.CheckedAccounts;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.OpStack;

/// Under which name an L2 sees an account that calls through L1. The portal compares whoever calls it with whoever
/// signed the transaction: what a key signs always keeps its name, whatever a source says of code there, also where
/// the account delegates (EIP-7702). A contract appears there under another name, and no key signs for it (EIP-3607).
/// Source: OptimismPortal2, `depositTransaction`; `src/libraries/EOA.sol`.
public sealed interface OwnName {
    record Kept() implements OwnName {}

    /// @param alias what the L2 would see
    record Another(Address alias) implements OwnName {}

    /// No source gave its code.
    record Unknown() implements OwnName {}

    static OwnName of(ExitPlace place, Account account, Duration patience) {
        if (account.canSign()) {
            return new Kept();
        }
        Optional<Bytes> code = Optional.empty();
        for (Source source : place.l1Sources()) {
            code = source.health().setAside()
                    ? code
                    : code.or(() -> source.ask(
                                    new Query.CodeOf(account.address(), BlockSelector.LATEST),
                                    Purpose.PREPARE_TRANSACTION,
                                    patience)
                            .got());
        }
        return code.<OwnName>map(found ->
                        OpStack.keepsItsName(found) ? new Kept() : new Another(OpStack.alias(account.address())))
                .orElseGet(Unknown::new);
    }

    /// @param assurance how far the amount was checked
    record Held(Wei coin, Assurance assurance) {}

    /// What an account has on the L2, whoever that is there; empty where no source of it said.
    static Optional<Held> held(ExitPlace place, Address account, Duration patience) {
        for (Source source : place.l2Sources()) {
            if (!source.health().setAside()
                    && CheckedAccounts.read(source, place.l2().chain(), List.of(account), Deadline.in(patience))
                            instanceof CheckedAccounts.Read read) {
                CheckedAccounts.Facts facts = read.accounts().get(account);
                if (facts != null) {
                    return Optional.of(new Held(facts.balance(), facts.assurance()));
                }
            }
        }
        return Optional.empty();
    }
}
