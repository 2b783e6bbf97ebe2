package org.lifeboat.vault.signing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;
import org.lifeboat.vault.signing.KnownCall.Gap;
import org.lifeboat.vault.signing.KnownCall.Meaning;
import org.lifeboat.vault.signing.Line.Argument;

/// Puts a contract call into words, or says loudly that it cannot.
final class CallDescriber {
    private final Address contract;
    private final Wei paid;
    private final CallArguments arguments;
    private final Lines lines;

    private CallDescriber(Address contract, Wei paid, Bytes data, Lines lines) {
        this.contract = contract;
        this.paid = paid;
        this.arguments = new CallArguments(data);
        this.lines = lines;
    }

    static void describe(Address contract, Wei paid, Bytes data, Lines lines) {
        Optional<KnownCall> known = KnownCalls.find(data);
        CallDescriber describer = new CallDescriber(contract, paid, data, lines);
        if (known.isEmpty()) {
            String selector = data.slice(0, Math.min(4, data.size())).toHex();
            lines.add(Severity.DANGER, "call.unknown", Lines.text(selector), Lines.number(data.size()));
        } else if (!describer.put(known.get())) {
            lines.add(Severity.DANGER, "call.malformed", Lines.text(known.get().signature()));
        } else {
            lines.add(Severity.CALM, "call.byName", Lines.text(known.get().signature()));
        }
    }

    /// @return whether the call data fits the function
    private boolean put(KnownCall call) {
        if (!arguments.hasWords(call.words(), call.exact())) {
            return false;
        }
        return switch (call.meaning()) {
            case Meaning.Sentence sentence -> putSentence(sentence);
            case Meaning.Allowance allowance -> putAllowance(allowance);
            case Meaning.Operator operator -> putOperator(operator);
            case Meaning.Crossing crossing -> putCrossing(crossing);
        };
    }

    private boolean putSentence(Meaning.Sentence sentence) {
        List<Argument> filled = new ArrayList<>();
        for (Gap gap : sentence.gaps()) {
            Optional<Argument> value = fill(gap);
            if (value.isEmpty()) {
                return false;
            }
            filled.add(value.get());
        }
        lines.add(sentence.severity(), sentence.key(), filled.toArray(new Argument[0]));
        return true;
    }

    private Optional<Argument> fill(Gap gap) {
        return switch (gap) {
            case Gap.AddressAt(int word) -> arguments.address(word).map(lines::address);
            case Gap.NumberAt(int word) -> Optional.of(Lines.number(arguments.number(word)));
            case Gap.TokensAt(int word) -> Optional.of(lines.tokens(contract, arguments.number(word)));
            case Gap.OtherTokensAt(int tokenWord, int word) ->
                arguments.address(tokenWord).map(token -> lines.tokens(token, arguments.number(word)));
            case Gap.CoinsAt(int word) -> Optional.of(lines.coins(arguments.number(word)));
            case Gap.PaidCoins() -> Optional.of(lines.coins(paid.value()));
        };
    }

    private boolean putAllowance(Meaning.Allowance allowance) {
        Optional<Argument> owner = owner(allowance.owner());
        Optional<Address> token = allowance.token().isPresent()
                ? arguments.address(allowance.token().getAsInt())
                : Optional.of(contract);
        Optional<Address> spender = arguments.address(allowance.spender());
        BigInteger amount = arguments.number(allowance.amount());
        if (owner.isEmpty() || token.isEmpty() || spender.isEmpty() || amount.bitLength() > allowance.bits()) {
            return false;
        }
        AllowanceLine.put(lines, owner.get(), token.get(), spender.get(), amount, allowance.bits());
        return true;
    }

    private boolean putOperator(Meaning.Operator operator) {
        Optional<Argument> owner = owner(operator.owner());
        Optional<Address> who = arguments.address(operator.operator());
        Optional<Boolean> granted = arguments.flag(operator.flag());
        if (owner.isEmpty() || who.isEmpty() || granted.isEmpty()) {
            return false;
        }
        Severity severity = granted.get() ? Severity.DANGER : Severity.NOTE;
        String key = granted.get() ? "operator.grant" : "operator.revoke";
        lines.add(severity, key, lines.address(who.get()), lines.address(contract), owner.get());
        return true;
    }

    /// What is called on the other side is put into words too: it is what the signer wants.
    private boolean putCrossing(Meaning.Crossing crossing) {
        Optional<Address> target = arguments.address(crossing.target());
        Optional<Boolean> creates = arguments.flag(crossing.creates());
        Optional<Bytes> called = arguments.bytes(crossing.data());
        if (target.isEmpty() || creates.isEmpty() || called.isEmpty()) {
            return false;
        }
        Argument amount = lines.coins(arguments.number(crossing.amount()));
        if (creates.get()) {
            lines.add(
                    Severity.DANGER,
                    "op.depositCreates",
                    lines.coins(paid.value()),
                    Lines.number(called.get().size()),
                    amount);
            return true;
        }
        lines.add(
                Severity.NOTE, "op.depositTransaction", lines.coins(paid.value()), lines.address(target.get()), amount);
        if (!called.get().isEmpty()) {
            Lines there = lines.elsewhere();
            describe(target.get(), new Wei(arguments.number(crossing.amount())), called.get(), there);
            lines.add(Severity.CALM, "op.depositCalls");
            lines.addAll(there);
        }
        return true;
    }

    private Optional<Argument> owner(OptionalInt word) {
        return word.isEmpty()
                ? Optional.of(new Argument.Word("word.thisAccount"))
                : arguments.address(word.getAsInt()).map(lines::address);
    }
}
