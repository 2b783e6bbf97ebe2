package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lifeboat.engine.abi.RevertReason;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.verifier.call.Effects;

/// Says what a draft would do, sentence by sentence. Pure.
public final class EffectLines {
    /// Beyond these, a number stands for the rest.
    private static final int MOST_OTHERS = 5;

    private static final int MOST_MOVES = 8;

    private final Draft draft;
    private final Simulated.Shown shown;
    private final Effects effects;
    private final List<EffectLine> lines = new ArrayList<>();

    private EffectLines(Draft draft, Simulated.Shown shown) {
        this.draft = draft;
        this.shown = shown;
        this.effects = shown.effects();
    }

    /// @param shown what trying out the draft's transaction has shown
    public static List<EffectLine> of(Draft draft, Simulated.Shown shown) {
        EffectLines words = new EffectLines(draft, shown);
        words.ending();
        words.coins();
        words.fee();
        words.tokens();
        words.moves();
        words.effects.approvals().forEach(words::approval);
        words.effects.created().forEach(made -> words.add(EffectLine.Kind.CONTRACT_MADE, made.toChecksum()));
        words.effects.delegations().forEach(words::delegation);
        return List.copyOf(words.lines);
    }

    private void ending() {
        String block = Long.toString(shown.block().number());
        switch (effects.ending()) {
            case Effects.Ending.Succeeds _ -> add(EffectLine.Kind.SUCCEEDS, block, Long.toString(effects.gasUsed()));
            case Effects.Ending.Reverts(Bytes output) -> reverted(block, RevertReason.of(output));
            case Effects.Ending.Halts(HaltReason reason)
            when reason == HaltReason.OUT_OF_GAS ->
                add(
                        EffectLine.Kind.FAILS_GAS,
                        block,
                        Long.toString(draft.transaction().gasLimit().amount()));
            case Effects.Ending.Halts(HaltReason reason) -> add(EffectLine.Kind.FAILS_HALT, block, name(reason.name()));
            case Effects.Ending.NotTaken(InvalidReason reason)
            when reason == InvalidReason.INSUFFICIENT_ACCOUNT_FUNDS -> add(EffectLine.Kind.NOT_TAKEN_FUNDS, block);
            case Effects.Ending.NotTaken(InvalidReason reason) ->
                add(EffectLine.Kind.NOT_TAKEN, block, name(reason.name()));
        }
        add(ground(shown.assurance()));
    }

    private static EffectLine.Kind ground(Assurance assurance) {
        return switch (assurance.level()) {
            case FINAL -> EffectLine.Kind.HEADER_FINAL;
            case POSTED -> EffectLine.Kind.HEADER_SIGNED;
            case CLAIMED, SIGNED ->
                assurance.has(Assurance.Mark.MATCHED) ? EffectLine.Kind.HEADER_CLAIMED : EffectLine.Kind.UNPROVEN;
        };
    }

    private void reverted(String block, RevertReason reason) {
        switch (reason) {
            case RevertReason.Words(String text) -> add(EffectLine.Kind.FAILS_WORDS, block, text);
            case RevertReason.Panic(BigInteger code) ->
                add(EffectLine.Kind.FAILS_PANIC, block, "0x" + code.toString(16));
            case RevertReason.Custom(Bytes selector) -> add(EffectLine.Kind.FAILS_CODE, block, selector.toHex());
            case RevertReason.None _ -> add(EffectLine.Kind.FAILS_SILENT, block);
        }
    }

    private static String name(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void coins() {
        List<Effects.CoinChange> own = effects.coins().stream()
                .filter(change -> change.account().equals(draft.from()))
                .toList();
        List<Effects.CoinChange> others = effects.coins().stream()
                .filter(change -> !change.account().equals(draft.from()))
                .sorted(Comparator.comparing(
                                (Effects.CoinChange change) -> !change.account().equals(draft.to()))
                        .thenComparing(change -> change.more().abs(), Comparator.reverseOrder()))
                .toList();
        String symbol = draft.network().coinSymbol();
        own.forEach(
                change -> change(change.account(), new TokenAmount(change.more().abs(), 18), change.more(), symbol));
        others.stream()
                .limit(MOST_OTHERS)
                .forEach(change ->
                        change(change.account(), new TokenAmount(change.more().abs(), 18), change.more(), symbol));
        if (others.size() > MOST_OTHERS) {
            add(EffectLine.Kind.MORE_ACCOUNTS, Integer.toString(others.size() - MOST_OTHERS));
        }
    }

    /// What it costs where a chain takes more than gas.
    private void fee() {
        if (effects.ending() instanceof Effects.Ending.NotTaken) {
            return;
        }
        if (effects.extra().isEmpty()) {
            add(EffectLine.Kind.FEE_NOT_WHOLE);
            return;
        }
        Effects.ExtraFee extra = effects.extra().get();
        if (extra.total().isZero()) {
            return;
        }
        Wei whole = effects.fee().plus(extra.total());
        add(EffectLine.Kind.FEE, coins(whole), exact(effects.fee()), exact(extra.data()), exact(extra.operator()));
        BigInteger falls = effects.coins().stream()
                .filter(change -> change.account().equals(draft.from()))
                .map(change -> change.more().negate())
                .reduce(whole.value(), BigInteger::add);
        if (falls.signum() > 0) {
            add(EffectLine.Kind.FALLS_BY, coins(new Wei(falls)));
        }
    }

    private String coins(Wei wei) {
        return FundChecks.coins(draft.network(), wei.toTokenAmount());
    }

    private static String exact(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }

    private void tokens() {
        for (Effects.TokenChange change : effects.tokens()) {
            BigInteger more = change.after().subtract(change.before());
            if (more.signum() != 0) {
                change(change.holder(), amount(change.token(), more.abs()), more, symbol(change.token()));
            }
        }
    }

    private void change(Address account, TokenAmount amount, BigInteger more, String symbol) {
        boolean own = account.equals(draft.from());
        if (own) {
            add(
                    more.signum() < 0 ? EffectLine.Kind.YOU_LESS : EffectLine.Kind.YOU_MORE,
                    amount.toExactString(),
                    symbol);
        } else {
            add(
                    more.signum() < 0 ? EffectLine.Kind.OTHER_LESS : EffectLine.Kind.OTHER_MORE,
                    account.toChecksum(),
                    amount.toExactString(),
                    symbol);
        }
    }

    /// What the counts of tokens do not show: single items, and tokens that move between others.
    private void moves() {
        List<Effects.TokenMove> rest =
                effects.moves().stream().filter(move -> !isCounted(move)).toList();
        rest.stream().limit(MOST_MOVES).forEach(move -> {
            String token = move.token().toChecksum();
            String from = move.from().toChecksum();
            String to = move.to().toChecksum();
            switch (move) {
                case Effects.TokenMove.Fungible fungible ->
                    add(EffectLine.Kind.UNITS_MOVE, token, fungible.units().toString(), from, to);
                case Effects.TokenMove.Single single ->
                    add(EffectLine.Kind.ITEM_MOVES, token, single.id().toString(), from, to);
                case Effects.TokenMove.Several several ->
                    add(EffectLine.Kind.ITEM_MOVES, token, several.id() + " (" + several.units() + ")", from, to);
            }
        });
        if (rest.size() > MOST_MOVES) {
            add(EffectLine.Kind.MORE_MOVES, Integer.toString(rest.size() - MOST_MOVES));
        }
    }

    private boolean isCounted(Effects.TokenMove move) {
        return move instanceof Effects.TokenMove.Fungible
                && effects.tokens().stream()
                        .anyMatch(change -> change.token().equals(move.token())
                                && (change.holder().equals(move.from())
                                        || change.holder().equals(move.to())));
    }

    private void approval(Effects.TokenApproval approval) {
        String token = approval.token().toChecksum();
        String spender = approval.spender().toChecksum();
        String owner = approval.owner().toChecksum();
        switch (approval) {
            case Effects.TokenApproval.Amount amount -> {
                if (amount.units().signum() == 0) {
                    add(EffectLine.Kind.MAY_TAKE_NO_MORE, spender, token, owner);
                } else if (amount.unlimited()) {
                    add(EffectLine.Kind.MAY_TAKE_ALL, spender, token, owner);
                } else {
                    String units = amount(amount.token(), amount.units()).toExactString();
                    add(EffectLine.Kind.MAY_TAKE, spender, units, symbol(amount.token()), owner);
                }
            }
            case Effects.TokenApproval.Single single -> {
                if (single.spender().equals(Address.ZERO)) {
                    add(EffectLine.Kind.MAY_TAKE_NO_MORE, spender, token, owner);
                } else {
                    add(EffectLine.Kind.MAY_TAKE, spender, "#" + single.id(), token, owner);
                }
            }
            case Effects.TokenApproval.All all ->
                add(
                        all.approved() ? EffectLine.Kind.MAY_TAKE_ALL : EffectLine.Kind.MAY_TAKE_NO_MORE,
                        spender,
                        token,
                        owner);
        }
    }

    private void delegation(Effects.Delegation delegation) {
        String account = delegation.account().toChecksum();
        delegation
                .delegate()
                .ifPresentOrElse(
                        delegate -> add(EffectLine.Kind.DELEGATES, account, delegate.toChecksum()),
                        () -> add(EffectLine.Kind.DELEGATES_NO_MORE, account));
    }

    private boolean isSent(Address token) {
        return draft.asset().contract().filter(token::equals).isPresent();
    }

    /// In whole tokens where the decimals are known; else in its smallest unit.
    private TokenAmount amount(Address token, BigInteger units) {
        return new TokenAmount(units, isSent(token) ? draft.asset().decimals() : 0);
    }

    private String symbol(Address token) {
        return isSent(token) ? draft.asset().symbol() : token.toChecksum();
    }

    private void add(EffectLine.Kind kind, String... arguments) {
        lines.add(EffectLine.of(kind, arguments));
    }
}
