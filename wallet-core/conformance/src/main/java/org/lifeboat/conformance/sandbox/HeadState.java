package org.lifeboat.conformance.sandbox;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.GenesisAccount;
import tools.jackson.databind.JsonNode;

/// The newest state of a published chain, as the beginning of a chain of ours: its older blocks have rules that the
/// sandbox does not know.
final class HeadState {
    private HeadState() {}

    /// @param dump geth's state dump: accounts with code and storage
    /// @param head the block that it is the state after
    static Genesis genesis(JsonNode dump, ChainId chain, BlockHeader head) {
        Map<Address, GenesisAccount> accounts = new HashMap<>();
        dump.path("accounts").properties().forEach(entry -> {
            JsonNode account = entry.getValue();
            Map<Hash32, Hash32> storage = new HashMap<>();
            account.path("storage")
                    .properties()
                    .forEach(slot -> storage.put(
                            Hash32.fromHex(slot.getKey()),
                            Hash32.ofNumber(new BigInteger(slot.getValue().stringValue(), 16))));
            accounts.put(
                    Address.fromHex(entry.getKey().toLowerCase(Locale.ROOT)),
                    new GenesisAccount(
                            account.path("nonce").longValue(),
                            new Wei(new BigInteger(account.path("balance").stringValue())),
                            Bytes.fromHex(account.path("code").asString("0x")),
                            storage));
        });
        ChainSettings settings = new ChainSettings(
                chain,
                Fork.OSAKA,
                new Gas(head.gasLimit().amount()),
                head.beneficiary(),
                head.baseFeePerGas().orElseThrow());
        return new Genesis(settings, head.unixSeconds(), accounts);
    }

    /// The last header of blocks written one behind the other as RLP.
    static BlockHeader newest(Bytes chain) throws RlpException {
        RlpReader reader = RlpReader.of(chain);
        Bytes header = Bytes.EMPTY;
        while (reader.hasMore()) {
            RlpReader block = reader.list();
            header = block.raw();
        }
        if (BlockHeader.fromRlp(header) instanceof Answer.Proven<BlockHeader>(BlockHeader newest)) {
            return newest;
        }
        throw new RlpException("no header");
    }
}
