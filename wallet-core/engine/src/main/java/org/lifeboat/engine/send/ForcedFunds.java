package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.abi.Erc20;
import org.lifeboat.engine.balances.CheckedAccounts;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.TokenCalls;

/// A transaction that is forced through L1 moves what its account has on the L2, and what the L1 transaction
/// brings. Where that is less, it fails there, and its fee on L1 is spent all the same. Source: OP Stack
/// specification, deposits, "Execution".
final class ForcedFunds {
    private final Storage storage;

    ForcedFunds(Storage storage) {
        this.storage = storage;
    }

    List<Check> of(SendOrder order, SendPlace place, Deadline deadline) {
        Portals portals = new Portals(NetworkRegistry.bundled(), storage.settings());
        Optional<SendPlace.Elsewhere> there = place.elsewhere().stream()
                .filter(other -> portals.find(other.network().chain())
                        .filter(order.to()::equals)
                        .isPresent())
                .findFirst();
        return there.map(other -> Stream.concat(
                                coins(order, other, deadline).stream(), tokens(order, other, deadline).stream())
                        .toList())
                .orElseGet(List::of);
    }

    private static List<Check> coins(SendOrder order, SendPlace.Elsewhere there, Deadline deadline) {
        return OpStack.movedBy(order.data())
                .flatMap(moved -> moved.minus(brought(order)))
                .filter(wei -> !wei.isZero())
                .map(taken -> of(order, there, taken, deadline))
                .orElseGet(List::of);
    }

    /// Of a token that is known here: of any other the form has no amount.
    private List<Check> tokens(SendOrder order, SendPlace.Elsewhere there, Deadline deadline) {
        ChainId chain = there.network().chain();
        Optional<TokenCalls.Moved> moved = TokenCalls.moved(order.data(), order.from())
                .filter(token -> token.units().signum() > 0);
        Optional<Token> token =
                moved.flatMap(each -> new Tokens(TokenList.bundled(), storage.tokens()).find(chain, each.l2Token()));
        return token.map(known -> of(
                        there.network().name(),
                        known,
                        moved.orElseThrow().units(),
                        held(order.from(), there, known, deadline)))
                .orElseGet(List::of);
    }

    private static List<Check> of(String name, Token token, BigInteger taken, Optional<BigInteger> held) {
        if (held.isEmpty()) {
            return List.of(Check.of(Check.Kind.FORCED_UNREAD, name, amount(token, taken)));
        }
        return held.get().compareTo(taken) < 0
                ? List.of(Check.of(Check.Kind.FORCED_TOO_MUCH, name, amount(token, held.get()), amount(token, taken)))
                : List.of();
    }

    /// By one server's word: the sheet shows what is proven.
    private static Optional<BigInteger> held(Address from, SendPlace.Elsewhere there, Token token, Deadline deadline) {
        return there.source().health().setAside()
                ? Optional.empty()
                : there.source()
                        .ask(
                                new Query.CallOf(
                                        CallRequest.read(token.contract(), Erc20.balanceOf(from)),
                                        BlockSelector.LATEST),
                                Purpose.PREPARE_TRANSACTION,
                                deadline.remaining())
                        .got()
                        .flatMap(AbiFunction::word);
    }

    private static String amount(Token token, BigInteger units) {
        // A contract can name more than any account could ever hold.
        return new TokenAmount(units.min(TokenAmount.LARGEST_UNITS), token.decimals()).toExactString() + " "
                + token.symbol();
    }

    /// @param taken of what the account has there
    private static List<Check> of(SendOrder order, SendPlace.Elsewhere there, Wei taken, Deadline deadline) {
        String name = there.network().name();
        Optional<Wei> held = held(order, there, deadline);
        if (held.isEmpty()) {
            return List.of(Check.of(Check.Kind.FORCED_UNREAD, name, coins(there, taken)));
        }
        return held.get().compareTo(taken) < 0
                ? List.of(Check.of(Check.Kind.FORCED_TOO_MUCH, name, coins(there, held.get()), coins(there, taken)))
                : List.of();
    }

    private static Optional<Wei> held(SendOrder order, SendPlace.Elsewhere there, Deadline deadline) {
        return !there.source().health().setAside()
                        && CheckedAccounts.read(
                                        there.source(), there.network().chain(), List.of(order.from()), deadline)
                                instanceof CheckedAccounts.Read read
                ? Optional.ofNullable(read.accounts().get(order.from())).map(CheckedAccounts.Facts::balance)
                : Optional.empty();
    }

    private static Wei brought(SendOrder order) {
        return order.amount() instanceof SendAmount.Exactly(BigInteger units) ? new Wei(units) : Wei.ZERO;
    }

    private static String coins(SendPlace.Elsewhere there, Wei wei) {
        // Data can name more than any account could ever hold.
        return FundChecks.coins(there.network(), new TokenAmount(wei.value().min(TokenAmount.LARGEST_UNITS), 18));
    }
}
