package org.lifeboat.app.cli;

import java.util.Optional;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.diagnosis.Climb;
import org.lifeboat.engine.diagnosis.Climbs;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.resources.Words;
import tools.jackson.databind.node.ObjectNode;

/// Own transactions as JSON and as lines.
final class ActivityLines {
    private ActivityLines() {}

    static ObjectNode json(OwnTransaction own) {
        ObjectNode object = JsonDocument.object();
        object.put("chainId", own.chain().value());
        object.put("hash", own.hash().toHex());
        object.put("account", own.account().toChecksum());
        object.put("nonce", own.nonce().value());
        object.put("kind", own.kind().name());
        JsonDocument.putOrNull(object, "counterpart", own.counterpart().map(Address::toChecksum));
        object.put("asset", own.asset().symbol());
        object.put("units", own.units().toString());
        object.put("amount", amount(own));
        object.put("status", status(own.status()));
        JsonDocument.putNumberOrNull(object, "block", block(own.status()).map(BlockRef::number));
        JsonDocument.putOrNull(object, "replacedBy", replacedBy(own.status()).map(Hash32::toHex));
        JsonDocument.putOrNull(object, "feePaid", own.feePaid().map(ActivityLines::wei));
        object.put("feeLimit", wei(own.feeLimit()));
        object.put("note", own.note());
        object.put("signedAt", own.signedAt().toString());
        return object;
    }

    /// @param assurance how far its outcome is vouched for
    /// @param climb how far it has come on an L2, as a watcher saw it last
    static String[] cells(Words words, OwnTransaction own, Assurance assurance, Optional<Climbs.Kept> climb) {
        String status = climbed(words, own.status(), climb);
        return new String[] {
            own.signedAt().toString().substring(0, 19) + "Z",
            own.chain().toString(),
            words.say("cli.activity.kind." + own.kind()),
            amount(own) + " " + own.asset().symbol(),
            own.counterpart().map(Address::toChecksum).orElse("-"),
            switch (assurance.level()) {
                case FINAL -> words.say("cli.status.final", status);
                case POSTED -> words.say("cli.status.posted", status);
                case CLAIMED, SIGNED -> status;
            },
            own.hash().toHex()
        };
    }

    /// What a watcher saw, as JSON beside what the transaction says itself.
    static void climb(ObjectNode json, Status status, Optional<Climbs.Kept> climb) {
        JsonDocument.putOrNull(
                json,
                "climb",
                climb.map(Climbs.Kept::climb)
                        .filter(known -> known.block().equals(block(status)))
                        .map(Climb::step));
        JsonDocument.putNumberOrNull(
                json,
                "wentBackFrom",
                climb.flatMap(Climbs.Kept::fellFrom).flatMap(Climb::block).map(BlockRef::number));
    }

    private static String climbed(Words words, Status status, Optional<Climbs.Kept> climb) {
        String plain = inWords(words, status);
        String higher = climb.map(Climbs.Kept::climb)
                .filter(known -> known.block().equals(block(status)))
                .map(known -> switch (known.step()) {
                    case WAITING, ACCEPTED -> plain;
                    case ON_L1 -> words.say("cli.status.on-l1", plain);
                    case COVERED -> words.say("cli.status.covered", plain);
                })
                .orElse(plain);
        return climb.flatMap(Climbs.Kept::fellFrom)
                .flatMap(Climb::block)
                .map(block -> words.say("cli.status.went-back", higher, block.number()))
                .orElse(higher);
    }

    /// Where it stands, in a few words.
    static String inWords(Words words, Status status) {
        String key = "cli.status." + status(status);
        return switch (status) {
            case Status.Saved _, Status.Sent _, Status.Dropped _ -> words.say(key);
            case Status.Accepted(BlockRef block) -> words.say(key, block.number());
            case Status.Mined(BlockRef block) -> words.say(key, block.number());
            case Status.Reverted(BlockRef block) -> words.say(key, block.number());
            case Status.Replaced(Optional<Hash32> by) ->
                by.map(hash -> words.say(key, hash)).orElseGet(() -> words.say("cli.status.REPLACED.by-unknown"));
        };
    }

    /// `SAVED`, `SENT`, `ACCEPTED` (by a sequencer), `MINED` (on L1), `REVERTED`, `REPLACED` or `DROPPED`.
    static String status(Status status) {
        return switch (status) {
            case Status.Saved _ -> "SAVED";
            case Status.Sent _ -> "SENT";
            case Status.Accepted _ -> "ACCEPTED";
            case Status.Mined _ -> "MINED";
            case Status.Reverted _ -> "REVERTED";
            case Status.Replaced _ -> "REPLACED";
            case Status.Dropped _ -> "DROPPED";
        };
    }

    private static Optional<BlockRef> block(Status status) {
        return switch (status) {
            case Status.Accepted(BlockRef block) -> Optional.of(block);
            case Status.Mined(BlockRef block) -> Optional.of(block);
            case Status.Reverted(BlockRef block) -> Optional.of(block);
            case Status.Saved _, Status.Sent _, Status.Replaced _, Status.Dropped _ -> Optional.empty();
        };
    }

    private static Optional<Hash32> replacedBy(Status status) {
        return status instanceof Status.Replaced(Optional<Hash32> by) ? by : Optional.empty();
    }

    private static String amount(OwnTransaction own) {
        return new TokenAmount(own.units(), own.asset().decimals()).toExactString();
    }

    private static String wei(FeeParts fee) {
        return fee.total().value().toString();
    }
}
