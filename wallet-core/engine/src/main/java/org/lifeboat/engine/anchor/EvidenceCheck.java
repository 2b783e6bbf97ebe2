package org.lifeboat.engine.anchor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Checks an evidence file again, believing nothing but its checkpoint. Asks nobody.
public sealed interface EvidenceCheck {
    /// Every link holds.
    /// @param checkpoint the root that all of it stands on; to be compared by the user
    /// @param block whose state or receipts say so
    /// @param level final, or posted: signed by its committee, so that it could still be reorganised when the
    /// file was written
    /// @param links from the checkpoint to the fact
    record Holds(
            ChainId chain,
            Hash32 checkpoint,
            Fact fact,
            BlockRef block,
            Assurance.Level level,
            List<EvidenceLink> links)
            implements EvidenceCheck {
        public Holds {
            links = List.copyOf(links);
        }
    }

    /// What the file proves.
    sealed interface Fact {
        /// @param token empty for the native coin
        /// @param units in the smallest unit
        record Amount(Address account, Optional<Address> token, BigInteger units) implements Fact {}

        /// @param succeeded if not, it had no effect but for its fee
        record Payment(Hash32 transaction, boolean succeeded) implements Fact {}

        /// What a transaction would have done in a block that it does not stand in.
        /// @param from whoever signed it
        record Trial(Hash32 transaction, Address from, boolean succeeds, long gasUsed) implements Fact {}

        /// @param name normalised
        /// @param chain that the address is for
        record Name(String name, ChainId chain, Address address) implements Fact {}
    }

    /// The first link that does not hold.
    record Broken(Where where, String detail) implements EvidenceCheck {
        public String messageKey() {
            return "sync.broken." + where;
        }
    }

    /// The file speaks of something this program does not know: says nothing about the file.
    record UpdateNeeded(String detail) implements EvidenceCheck {}

    /// Where a file breaks. {0} detail
    enum Where {
        /// It is no such file, or its bytes are not those that were written.
        FORM,
        /// Its network is not the one the program knows under that chain id.
        NETWORK,
        CHECKPOINT,
        COMMITTEE,
        FINALITY,
        /// The newest block is not signed by two thirds of its committee.
        SIGNATURE,
        PATH,
        PROOF
    }

    JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// @param unixSeconds the clock: a header of the future is refused
    static EvidenceCheck of(Bytes file, long unixSeconds, TokenList tokens) {
        try {
            if (!(STRICT.readTree(file.toArray()) instanceof ObjectNode json)) {
                return new Broken(Where.FORM, "no JSON object");
            }
            String format = json.path("format").asString("");
            if (!EvidenceFile.FORMATS.contains(format)) {
                return format.startsWith("lifeboat-evidence/")
                        ? new UpdateNeeded(format)
                        : new Broken(Where.FORM, "not a file of evidence");
            }
            if (!EvidenceFile.bytes(json).equals(file)
                    || !EvidenceFile.digest(json).equals(ProofJson.text(json, "digest"))) {
                return new Broken(Where.FORM, "the bytes are not those that were written");
            }
            return new EvidenceWalk(json, unixSeconds, tokens).check();
        } catch (JacksonException e) {
            return new Broken(Where.FORM, "no JSON");
        } catch (SszException | IllegalArgumentException | ArithmeticException e) {
            return new Broken(Where.FORM, String.valueOf(e.getMessage()));
        }
    }
}
