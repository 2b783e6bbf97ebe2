package org.lifeboat.vault.signing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.vault.signing.Line.Argument;

/// Collects the lines of one description and renders what goes into their gaps.
final class Lines {
    private static final int COIN_DECIMALS = 18;
    private static final int GWEI_DECIMALS = 9;

    /// From here on a time is meant as "never": 2100-01-01. Unit: Unix seconds.
    private static final BigInteger NO_END = BigInteger.valueOf(4_102_444_800L);

    /// Orders and permits for one use live for minutes or days.
    private static final Duration LONG = Duration.ofDays(32);

    private final Facts facts;
    private final Optional<ChainId> chain;
    private final List<Line> lines = new ArrayList<>();

    Lines(Facts facts, Optional<ChainId> chain) {
        this.facts = facts;
        this.chain = chain;
    }

    void add(Severity severity, String key, Argument... arguments) {
        lines.add(new Line(severity, key, List.of(arguments)));
    }

    /// For what happens on a chain that is not known: no names, amounts in smallest units.
    Lines elsewhere() {
        return new Lines(facts, Optional.empty());
    }

    void addAll(Lines more) {
        lines.addAll(more.lines);
    }

    Description toDescription(Address signer, Hash32 digest) {
        return new Description(signer, digest, lines);
    }

    static Argument text(String value) {
        return new Argument.Text(value);
    }

    static Argument number(BigInteger value) {
        return new Argument.Text(value.toString());
    }

    static Argument number(long value) {
        return new Argument.Text(Long.toString(value));
    }

    /// With its checksum, and its name where one is known.
    Argument address(Address address) {
        String name = chain.flatMap(id -> facts.addressName(id, address))
                .map(known -> " (" + ShownText.line(known) + ")")
                .orElse("");
        return new Argument.Text(address.toChecksum() + name);
    }

    /// An amount of the chain's own coin.
    Argument coins(BigInteger wei) {
        String amount = plain(wei, COIN_DECIMALS);
        return chain.flatMap(facts::coinSymbol)
                .<Argument>map(symbol -> new Argument.Text(amount + " " + ShownText.line(symbol)))
                .orElse(new Argument.Counted(amount, "word.coin"));
    }

    static Argument gwei(BigInteger wei) {
        return new Argument.Text(plain(wei, GWEI_DECIMALS));
    }

    /// An amount of a token: with decimals and symbol where it is known, in smallest units where it is not.
    Argument tokens(Address contract, BigInteger units) {
        return chain.flatMap(id -> facts.token(id, contract))
                .<Argument>map(known ->
                        new Argument.Text(plain(units, known.decimals()) + " " + ShownText.line(known.symbol())))
                .orElse(new Argument.Counted(units.toString(), "word.smallestUnits"));
    }

    /// Until when the signature can be used.
    /// @param unixSeconds as the data say it
    void until(BigInteger unixSeconds) {
        if (unixSeconds.compareTo(NO_END) >= 0) {
            add(Severity.DANGER, "until.never");
            return;
        }
        Instant end = Instant.ofEpochSecond(unixSeconds.longValueExact());
        boolean distant = facts.now().filter(now -> end.isAfter(now.plus(LONG))).isPresent();
        add(distant ? Severity.DANGER : Severity.NOTE, distant ? "until.distant" : "until", text(end.toString()));
    }

    /// The most that the transaction's own gas can cost, and whether that is all.
    void fee(BigInteger wei, BigInteger gas, BigInteger price) {
        Optional<Boolean> more = chain.flatMap(facts::chargesForL1Data);
        String key = more.isEmpty() ? "fee" : more.get() ? "fee.layer2" : "fee.whole";
        add(Severity.CALM, key, coins(wei), number(gas), gwei(price));
    }

    void chainLine(ChainId id) {
        facts.chainName(id)
                .ifPresentOrElse(
                        name -> add(Severity.CALM, "chain.named", text(ShownText.line(name)), number(id.value())),
                        () -> add(Severity.CALM, "chain.unnamed", number(id.value())));
    }

    private static String plain(BigInteger units, int decimals) {
        BigDecimal value = new BigDecimal(units, decimals);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
