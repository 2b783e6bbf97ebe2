package org.lifeboat.ui.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.anchor.EvidenceCheck;
import org.lifeboat.engine.anchor.EvidenceFile;
import org.lifeboat.engine.anchor.EvidenceLink;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.session.Wallet;

/// The chain from a checkpoint down to what is shown, checked anew, and the file that another computer can check it
/// by.
/// @param checkpoint the one thing in it that is believed
/// @param file for `lifeboat verify`
public record EvidenceChain(Of of, List<EvidenceLink> links, Hash32 checkpoint, String file) {
    public EvidenceChain {
        links = List.copyOf(links);
    }

    /// What the chain leads to.
    public enum Of {
        FINAL_FIGURE,
        /// Below a signed block; none of the position is final yet.
        SIGNED_FIGURE,
        PAYMENT,
        TRIAL,
        NAME
    }

    /// Of a position. Reads the disk and checks every link: away from the screen's thread. Empty where L1 vouches for
    /// nothing of it, or what is kept does not hold.
    public static Optional<EvidenceChain> of(Wallet wallet, Network network, Row row) {
        return checked(
                wallet,
                EvidenceFile.write(
                        wallet.storage(),
                        network.chain(),
                        row.position().account(),
                        row.position().asset().contract()));
    }

    /// Of how a transaction ended; as [#of].
    public static Optional<EvidenceChain> ofPayment(Wallet wallet, OwnTransaction own) {
        return checked(wallet, EvidenceFile.writePayment(wallet.storage(), own.chain(), own.account(), own.hash()));
    }

    /// Of what trying a transaction out had shown before it was signed; as [#of].
    public static Optional<EvidenceChain> ofTrial(Wallet wallet, OwnTransaction own) {
        return checked(wallet, EvidenceFile.writeTrial(wallet.storage(), own.chain(), own.account(), own.signed()));
    }

    /// Of where a name led for a network; as [#of].
    /// @param name normalised
    public static Optional<EvidenceChain> ofName(Wallet wallet, Network network, String name) {
        return NameLookup.registryFor(network)
                .flatMap(l1 -> checked(wallet, EvidenceFile.writeName(wallet.storage(), l1, name, network.chain())));
    }

    private static Optional<EvidenceChain> checked(Wallet wallet, Optional<Bytes> file) {
        return file.flatMap(content -> switch (EvidenceCheck.of(
                content, wallet.clock().instant().getEpochSecond(), TokenList.bundled())) {
            case EvidenceCheck.Holds holds ->
                Optional.of(new EvidenceChain(
                        of(holds),
                        holds.links(),
                        holds.checkpoint(),
                        new String(content.toArray(), StandardCharsets.UTF_8)));
            case EvidenceCheck.Broken _, EvidenceCheck.UpdateNeeded _ -> Optional.empty();
        });
    }

    private static Of of(EvidenceCheck.Holds holds) {
        return switch (holds.fact()) {
            case EvidenceCheck.Fact.Amount _ ->
                holds.level() == Assurance.Level.FINAL ? Of.FINAL_FIGURE : Of.SIGNED_FIGURE;
            case EvidenceCheck.Fact.Payment _ -> Of.PAYMENT;
            case EvidenceCheck.Fact.Trial _ -> Of.TRIAL;
            case EvidenceCheck.Fact.Name _ -> Of.NAME;
        };
    }
}
