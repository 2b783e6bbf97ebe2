package org.lifeboat.app.cli;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.NamedRecipient;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.send.Sending;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lifeboat send`: prepares a payment, says it in words, asks, signs, saves, sends.
@Command(name = "send")
final class SendCommand extends CliCommand {
    static final Duration PATIENCE = Duration.ofSeconds(15);

    @Option(names = "--network", paramLabel = "NETWORK", required = true)
    String network = "";

    @Option(names = "--to", paramLabel = "ADDRESS|CONTACT|NAME", required = true)
    String to = "";

    @Option(names = "--amount", paramLabel = "AMOUNT|max", required = true)
    String amount = "";

    @Option(names = "--token", paramLabel = "ADDRESS|SYMBOL")
    @Nullable
    String token;

    @Option(names = "--from", paramLabel = "ACCOUNT")
    @Nullable
    String from;

    @Option(names = "--speed", paramLabel = "SPEED")
    Speed speed = Speed.NORMAL;

    @Option(names = "--without-reserve")
    boolean withoutReserve;

    @Mixin
    NonceOption nonce = new NonceOption();

    @Option(names = "--gas-limit", paramLabel = "NUMBER")
    @Nullable
    Long gasLimit;

    @Option(names = "--note", paramLabel = "TEXT")
    String note = "";

    @Mixin
    Review.Options review = new Review.Options();

    SendCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws InterruptedException {
        review.requireSafe(shell);
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network chosen = NetworkPick.require(shell, profile.networks(), network);
            Account account = AccountPick.requireOne(shell, profile, Optional.ofNullable(from));
            if (!account.canSign()) {
                throw shell.stop(ExitCode.REFUSED, "cli.account.no-key", account.address());
            }
            NamedRecipient.At recipient = recipient(profile, online, chosen);
            SendOrder order = order(profile, chosen, account.address(), recipient.address());
            SendPlace place = place(profile, online, chosen, account.address());
            shell.progress("cli.send.preparing");
            Preparation preparation = new Sending(profile.storage(), profile.clock(), PATIENCE).prepare(order, place);
            return new Review(shell, profile, review)
                    .carryOut(preparation.saying(recipient.checks()), place.sources(), "send");
        }
    }

    private SendOrder order(Profile profile, Network chosen, Address sender, Address recipient) {
        Asset asset = asset(profile, chosen);
        return new SendOrder(
                sender,
                recipient,
                asset,
                amount(asset),
                speed,
                nonce.wanted(shell),
                count("--gas-limit", gasLimit).map(Gas::new),
                Optional.empty(),
                note);
    }

    private Optional<Long> count(String option, @Nullable Long number) {
        if (number != null && number < 0) {
            throw shell.stop(ExitCode.USAGE, "cli.usage.negative", option, number);
        }
        return Optional.ofNullable(number);
    }

    /// A contact, an address, or a name; a contact that is called by a name is held against it.
    private NamedRecipient.At recipient(Profile profile, Online online, Network chosen) {
        if (NameLookup.isMeant(to)) {
            return new NamePick(shell, profile, online).require(to, chosen);
        }
        return new NamedRecipient.At(contactOrAddress(profile, chosen), List.of());
    }

    private Address contactOrAddress(Profile profile, Network chosen) {
        List<Contact> named = profile.contacts().all().stream()
                .filter(contact -> contact.name().equals(to))
                .toList();
        List<Contact> here = named.stream()
                .filter(contact -> contact.holdsOn(chosen.chain()))
                .toList();
        if (here.size() > 1) {
            throw shell.stop(ExitCode.REFUSED, "cli.send.contacts-alike", to);
        }
        if (here.isEmpty() && !named.isEmpty()) {
            throw shell.stop(
                    ExitCode.REFUSED,
                    "cli.send.contact-elsewhere",
                    to,
                    chosen.name(),
                    named.getFirst().address());
        }
        return here.isEmpty() ? AccountPick.address(shell, to) : here.getFirst().address();
    }

    private Asset asset(Profile profile, Network chosen) {
        String wanted = token;
        if (wanted == null) {
            return new Asset.Coin(chosen);
        }
        return new Asset.Erc20(new TokenPick(shell, profile, chosen).require(wanted), chosen.testNet());
    }

    private SendAmount amount(Asset asset) {
        if (amount.equals("max")) {
            return new SendAmount.Max(!withoutReserve);
        }
        try {
            return new SendAmount.Exactly(
                    TokenAmount.parse(amount, asset.decimals()).units());
        } catch (IllegalArgumentException unreadable) {
            throw shell.stop(ExitCode.USAGE, "cli.send.amount-wrong", amount, asset.decimals());
        }
    }

    private SendPlace place(Profile profile, Online online, Network chosen, Address sender) {
        List<SendPlace.Elsewhere> elsewhere = profile.networks().watched().stream()
                .filter(other -> !other.chain().equals(chosen.chain()))
                .map(other -> new SendPlace.Elsewhere(
                        other, online.sources(other.chain()).getFirst()))
                .toList();
        List<Source> sources = online.sources(chosen.chain());
        if (sources.isEmpty()) {
            throw shell.stop(ExitCode.REFUSED, "cli.send.no-source", chosen.name());
        }
        return new SendPlace(
                chosen,
                sources,
                elsewhere,
                profile.tokens().of(chosen.chain()).stream()
                        .map(Token::contract)
                        .collect(Collectors.toSet()),
                coinOnL1(profile, chosen, sender),
                online.verified(chosen.chain()));
    }

    /// What was read last; empty where it was never read.
    private static Optional<Wei> coinOnL1(Profile profile, Network chosen, Address sender) {
        if (!(chosen.layer() instanceof Network.Layer.L2(ChainId l1, var _))) {
            return Optional.empty();
        }
        return profile.storage().balances().of(l1, sender, Optional.empty()).stream()
                .max(Comparator.comparing(StoredReading::readAt))
                .map(reading -> new Wei(reading.units()));
    }
}
