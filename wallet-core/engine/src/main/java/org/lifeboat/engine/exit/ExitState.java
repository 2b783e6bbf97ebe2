package org.lifeboat.engine.exit;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.CoinWithdrawal;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.rollups.opstack.TokenWithdrawal;
import org.lifeboat.rollups.opstack.Withdrawal;

/// What a plan to leave an L2 keeps: the wish, and what cannot be asked again when servers are gone.
/// @param target who gets the money on L1
/// @param amount of the L2's coin; zero where it is about a token
/// @param token what goes home instead of the coin
/// @param l2Transaction that took, or will take, the money off the L2
/// @param withdrawal its message, once it was seen; with it the money can be called for
/// @param block of the L2 that it was seen in last; empty for one that only L1 remembers
/// @param rootWish against which root the user wants it proven
public record ExitState(
        Way way,
        Address target,
        Wei amount,
        Optional<ExitToken> token,
        Optional<Hash32> l2Transaction,
        Optional<Withdrawal> withdrawal,
        Optional<L2Block> block,
        RootWish rootWish) {
    /// How the money is taken off the L2.
    public enum Way {
        /// An ordinary transaction, which the sequencer can leave out.
        SEQUENCER,
        /// Through L1, which the sequencer cannot leave out.
        THROUGH_L1,
        /// It was begun elsewhere.
        FOUND
    }

    public static ExitState wanted(Way way, Address target, Wei amount) {
        return new ExitState(
                way,
                target,
                amount,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new RootWish.Best());
    }

    /// @param token with what of it goes home
    public static ExitState wanted(Way way, Address target, ExitToken token) {
        return new ExitState(
                way,
                target,
                Wei.ZERO,
                Optional.of(token),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new RootWish.Best());
    }

    /// Tokens on a way that was begun elsewhere.
    /// @param withdrawal with what it carries
    /// @param block empty for one that L1 alone remembers
    static ExitState found(
            Optional<Hash32> l2Transaction, TokenWithdrawal withdrawal, Optional<L2Block> block, ExitToken token) {
        return new ExitState(
                Way.FOUND,
                withdrawal.to(),
                Wei.ZERO,
                Optional.of(token),
                l2Transaction,
                Optional.of(withdrawal.withdrawal()),
                block,
                new RootWish.Best());
    }

    /// One that was begun elsewhere.
    public static ExitState found(Hash32 l2Transaction, Withdrawal withdrawal, L2Block block) {
        return found(Optional.of(l2Transaction), withdrawal, Optional.of(block));
    }

    /// One that was begun elsewhere and that L1 alone remembers: somebody has proven it there.
    public static ExitState provenOnL1(Withdrawal withdrawal) {
        return found(Optional.empty(), withdrawal, Optional.empty());
    }

    /// @param block empty for one that L1 alone remembers
    static ExitState found(Optional<Hash32> l2Transaction, Withdrawal withdrawal, Optional<L2Block> block) {
        Optional<TokenWithdrawal> tokens = TokenWithdrawal.of(withdrawal);
        if (tokens.isPresent()) {
            return found(l2Transaction, tokens.get(), block, ExitToken.unnamed(tokens.get()));
        }
        return new ExitState(
                Way.FOUND,
                payee(withdrawal),
                withdrawal.value(),
                Optional.empty(),
                l2Transaction,
                Optional.of(withdrawal),
                block,
                new RootWish.Best());
    }

    /// One that was forced through L1, which will show as that transaction on the L2.
    public static ExitState forced(Hash32 l2Transaction, Address target, Wei amount) {
        return wanted(Way.THROUGH_L1, target, amount).with(Optional.of(l2Transaction));
    }

    /// As [#forced(Hash32, Address, Wei)], with a token.
    static ExitState forced(Hash32 l2Transaction, Address target, ExitToken token) {
        return wanted(Way.THROUGH_L1, target, token).with(Optional.of(l2Transaction));
    }

    /// What goes home, in words: the exact amount with its unit.
    /// @param coin symbol of the L2's coin
    public String said(String coin) {
        return token.map(ExitToken::said).orElseGet(() -> amount.toTokenAmount().toExactString() + " " + coin);
    }

    /// What the withdrawal carries, where it was seen and brings a token home.
    Optional<TokenWithdrawal> tokens() {
        return token.flatMap(_ -> withdrawal).flatMap(TokenWithdrawal::of);
    }

    /// Whether a withdrawal is the one that was wanted: anybody can name another one as what came of a
    /// transaction.
    boolean isOf(Withdrawal seen) {
        return token.map(wanted -> TokenWithdrawal.of(seen)
                        .filter(carried -> wanted.is(carried) && carried.to().equals(target))
                        .isPresent())
                .orElseGet(() -> payee(seen).equals(target) && seen.value().equals(amount));
    }

    /// Who gets the coin: whom the portal calls, or whom the messenger behind it does.
    private static Address payee(Withdrawal withdrawal) {
        return CoinWithdrawal.of(withdrawal).map(CoinWithdrawal::to).orElseGet(withdrawal::target);
    }

    ExitState with(Optional<Hash32> transaction) {
        return new ExitState(way, target, amount, token, transaction, withdrawal, block, rootWish);
    }

    /// With what L1 remembers of it; the block on the L2 stays open.
    ExitState with(Withdrawal proven) {
        return new ExitState(way, target, amount, token, l2Transaction, Optional.of(proven), block, rootWish);
    }

    ExitState with(Withdrawal seen, L2Block in) {
        return new ExitState(way, target, amount, token, l2Transaction, Optional.of(seen), Optional.of(in), rootWish);
    }

    /// The root that the user wants it proven against; empty: the one that is best by itself.
    public Optional<RootPlace> chosenRoot() {
        return rootWish instanceof RootWish.Chosen(RootPlace root) ? Optional.of(root) : Optional.empty();
    }

    /// A choice that is none any more, as long as that is to be said.
    public Optional<RootPlace> forgottenRoot() {
        return rootWish instanceof RootWish.Forgotten(RootPlace root) ? Optional.of(root) : Optional.empty();
    }

    /// With the user's choice of a root, or without one.
    ExitState choosing(Optional<RootPlace> root) {
        return with(RootWish.of(root));
    }

    ExitState with(RootWish wish) {
        return new ExitState(way, target, amount, token, l2Transaction, withdrawal, block, wish);
    }
}
