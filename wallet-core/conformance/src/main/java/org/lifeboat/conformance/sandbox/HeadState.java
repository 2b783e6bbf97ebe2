package org.lifeboat.conformance.sandbox;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.lifeboat.sandbox.chain.GenesisAccount;
import tools.jackson.databind.JsonNode;

/// The newest state of a published chain, as the beginning of a chain of ours: its older blocks have rules that the
/// sandbox does not know.
final class HeadState {
    private HeadState() {}

    /// How the chain goes on.
    static ChainSettings settings(ChainId chain, BlockHeader head) {
        return new ChainSettings(
                chain,
                Fork.OSAKA,
                new Gas(head.gasLimit().amount()),
                head.beneficiary(),
                head.baseFeePerGas().orElseThrow());
    }

    /// @param dump geth's state dump: accounts with code and storage
    static Map<Address, GenesisAccount> accounts(JsonNode dump) {
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
        return accounts;
    }

    /// The headers of blocks written one behind the other as RLP, oldest first.
    static List<BlockHeader> headers(Bytes chain) throws RlpException {
        List<BlockHeader> headers = new ArrayList<>();
        RlpReader reader = RlpReader.of(chain);
        while (reader.hasMore()) {
            Bytes encoded = reader.list().raw();
            if (!(BlockHeader.fromRlp(encoded) instanceof Answer.Proven<BlockHeader>(BlockHeader header))) {
                throw new RlpException("no header");
            }
            headers.add(header);
        }
        return headers;
    }
}
