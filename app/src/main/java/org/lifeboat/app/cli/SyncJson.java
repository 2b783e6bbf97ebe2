package org.lifeboat.app.cli;

import java.util.Optional;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.Finding;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import tools.jackson.databind.node.ObjectNode;

/// How far L1 is verified, as JSON. A head that may not be relied on is null.
final class SyncJson {
    private SyncJson() {}

    static ObjectNode of(Network network, Profile profile) {
        ObjectNode object = JsonDocument.object();
        object.put("chainId", network.chain().value());
        object.put("name", network.name());
        object.set(
                "sources",
                JsonDocument.texts(new Beacons(profile.storage().sync())
                        .confirmed(network.chain()).stream()
                                .map(endpoint -> endpoint.id().shown())
                                .toList()));
        profile.follower(network.chain())
                .map(Follower::status)
                .ifPresentOrElse(status -> put(object, status), () -> object.putNull("phase"));
        return object;
    }

    private static void put(ObjectNode object, SyncStatus status) {
        object.put("phase", status.phase().name());
        object.put("currentSlot", status.currentSlot());
        JsonDocument.putNumberOrNull(object, "period", status.period());
        status.checkpoint()
                .ifPresentOrElse(
                        checkpoint -> object.set("checkpoint", of(checkpoint)), () -> object.putNull("checkpoint"));
        put(object, "finalized", status, status.finalized());
        put(object, "attested", status, status.attested());
    }

    private static ObjectNode of(StoredCheckpoint checkpoint) {
        ObjectNode object = JsonDocument.object();
        object.put("root", checkpoint.root().toHex());
        object.put("origin", checkpoint.origin().name());
        object.put("vouchers", checkpoint.vouchers());
        object.put("chosenAt", checkpoint.chosenAt().toString());
        object.put("oldAllowed", checkpoint.oldAllowed());
        return object;
    }

    private static void put(ObjectNode object, String name, SyncStatus status, Optional<VerifiedHead> head) {
        head.ifPresentOrElse(
                found -> {
                    ObjectNode block = JsonDocument.object();
                    block.put("slot", found.slot());
                    block.put("beaconRoot", found.beaconRoot().toHex());
                    block.put("number", found.block().number());
                    block.put("hash", found.block().hash().toHex());
                    block.put("unixSeconds", found.block().unixSeconds());
                    block.put("ageSeconds", status.age(found).toSeconds());
                    object.set(name, block);
                },
                () -> object.putNull(name));
    }

    static ObjectNode of(Finding finding) {
        ObjectNode object = JsonDocument.object();
        object.put("source", finding.source().shown());
        object.put("kind", finding.kind().name());
        object.set("arguments", JsonDocument.texts(finding.arguments()));
        return object;
    }
}
