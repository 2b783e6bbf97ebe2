package org.lifeboat.ui.balances;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.anchor.EvidenceCheck;
import org.lifeboat.engine.anchor.EvidenceFile;
import org.lifeboat.engine.anchor.EvidenceLink;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.session.Wallet;

/// The chain from a checkpoint down to one final figure, checked anew, and the file that another computer can
/// check it by.
/// @param checkpoint the one thing in it that is believed
/// @param file for `lifeboat verify`
public record EvidenceChain(List<EvidenceLink> links, Hash32 checkpoint, String file) {
    public EvidenceChain {
        links = List.copyOf(links);
    }

    /// Reads the disk and checks every link: away from the screen's thread. Empty where nothing about the figure
    /// is final, or what is kept does not hold.
    public static Optional<EvidenceChain> of(Wallet wallet, Network network, Row row) {
        Optional<Bytes> file = EvidenceFile.write(
                wallet.storage(),
                network.chain(),
                row.position().account(),
                row.position().asset().contract());
        return file.flatMap(content -> switch (EvidenceCheck.of(
                content, wallet.clock().instant().getEpochSecond(), TokenList.bundled())) {
            case EvidenceCheck.Holds holds ->
                Optional.of(new EvidenceChain(
                        holds.links(), holds.checkpoint(), new String(content.toArray(), StandardCharsets.UTF_8)));
            case EvidenceCheck.Broken _, EvidenceCheck.UpdateNeeded _ -> Optional.empty();
        });
    }
}
