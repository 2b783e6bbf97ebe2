package org.lifeboat.engine.exit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.CoinWithdrawal;
import org.lifeboat.rollups.opstack.TokenWithdrawal;
import org.lifeboat.rollups.opstack.Withdrawal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One withdrawal with its proofs as a file: with it, and an L1, the exit goes on from another computer
/// though all servers of the L2 are gone. Holds no secret. Its form is in `resources/docs/formats.md`.
public final class ExitEvidenceFile {
    private static final String FORMAT = "lifeboat-exit/1";

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ExitEvidenceFile() {}

    /// @return empty where the plan's withdrawal was not seen on the L2 yet
    public static Optional<Bytes> write(Storage storage, Exits.Plan plan) {
        return plan.state().withdrawal().map(withdrawal -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("format", FORMAT);
            json.put("chainId", plan.chain().toString());
            json.put("account", plan.account().toHex());
            json.set("withdrawal", ExitJson.toJson(withdrawal));
            plan.state()
                    .block()
                    .ifPresentOrElse(
                            block -> json.put("block", Long.toString(block.number())), () -> json.putNull("block"));
            ArrayNode proofs = json.putArray("proofs");
            new ExitEvidence(storage.evidence())
                    .of(plan.chain(), plan.account(), withdrawal)
                    .forEach(piece -> proofs.add(piece.proof().toJson()));
            String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
            return Bytes.of((text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8));
        });
    }

    /// What came of reading a file.
    public sealed interface Read {
        /// @param fresh whether the plan is new here
        /// @param proofs how many of the file hold
        record Taken(Exits.Plan plan, boolean fresh, int proofs) implements Read {}

        /// Nothing was changed. A proof in it does not hold, or it is no such file.
        record Refused(String why) implements Read {}

        /// Nothing was changed.
        record NotMine(Address account) implements Read {}

        record UpdateNeeded(String format) implements Read {}
    }

    /// Takes a file into a profile whose account it speaks of. Every proof is checked; one that does not
    /// hold refuses the whole file. Begins nothing on a chain.
    public static Read read(Bytes file, Storage storage, Exits exits) {
        try {
            JsonNode json = STRICT.readTree(file.toArray());
            String format = json.path("format").asString("");
            if (!format.equals(FORMAT)) {
                return format.startsWith("lifeboat-exit/")
                        ? new Read.UpdateNeeded(format)
                        : new Read.Refused("not a file of an exit");
            }
            Address account = Address.fromHex(ExitJson.text(json, "account"));
            if (storage.accounts().all().stream()
                    .noneMatch(mine -> mine.address().equals(account))) {
                return new Read.NotMine(account);
            }
            Withdrawal withdrawal = ExitJson.withdrawal(json.path("withdrawal"));
            if (!parties(withdrawal).contains(account)) {
                return new Read.Refused("the withdrawal is neither from " + account + " nor to it");
            }
            return take(
                    json,
                    new ChainId(Long.parseLong(ExitJson.text(json, "chainId"))),
                    account,
                    withdrawal,
                    storage,
                    exits);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Read.Refused("its bytes are not those that were written");
        }
    }

    /// Whose it can be: from whom it comes, and whom it pays. The portal and the message passer know the messenger
    /// alone where bridge or messenger sent it; what they carry names both, and is part of what the proofs prove.
    private static List<Address> parties(Withdrawal withdrawal) {
        return TokenWithdrawal.of(withdrawal)
                .map(carried -> List.of(carried.from(), carried.to()))
                .or(() -> CoinWithdrawal.of(withdrawal).map(carried -> List.of(carried.from(), carried.to())))
                .orElseGet(() -> List.of(withdrawal.sender(), withdrawal.target()));
    }

    private static Read take(
            JsonNode json, ChainId chain, Address account, Withdrawal withdrawal, Storage storage, Exits exits) {
        List<WithdrawalProof> proofs = new ArrayList<>();
        List<WithdrawalProof.Holds> held = new ArrayList<>();
        for (JsonNode each : json.path("proofs")) {
            WithdrawalProof proof = WithdrawalProof.read(each);
            if (!(proof.check(withdrawal)
                    instanceof Answer.Proven<WithdrawalProof.Holds>(WithdrawalProof.Holds holds))) {
                return new Read.Refused("a proof in it does not hold");
            }
            // That servers agreed on a block was seen by another computer: no bond is put on its word.
            proofs.add(new WithdrawalProof(proof.withdrawal(), proof.header(), proof.nodes(), false, proof.place()));
            held.add(holds);
        }
        Optional<L2Block> block = json.path("block").isNull()
                ? Optional.empty()
                : Optional.of(new L2Block(Long.parseLong(ExitJson.text(json, "block"))));
        return storage.atomically(() -> {
            Optional<Exits.Plan> known = exits.all().stream()
                    .filter(plan -> plan.chain().equals(chain) && plan.account().equals(account))
                    .filter(plan -> plan.state().withdrawal().equals(Optional.of(withdrawal)))
                    .findFirst();
            Exits.Plan plan =
                    known.orElseGet(() -> exits.begin(chain, account, told(storage, chain, withdrawal, block)));
            ExitEvidence evidence = new ExitEvidence(storage.evidence());
            for (int i = 0; i < proofs.size(); i++) {
                evidence.add(chain, account, proofs.get(i), held.get(i).block());
            }
            return new Read.Taken(plan, known.isEmpty(), proofs.size());
        });
    }

    /// A token is called what it is called here.
    private static ExitState told(Storage storage, ChainId chain, Withdrawal withdrawal, Optional<L2Block> block) {
        return TokenWithdrawal.of(withdrawal)
                .map(carried -> ExitState.found(
                        Optional.empty(), carried, block, ExitToken.named(storage.tokens(), chain, carried)))
                .orElseGet(() -> ExitState.found(Optional.empty(), withdrawal, block));
    }
}
