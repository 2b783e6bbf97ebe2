package org.lifeboat.engine.token;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.bundled.BundledJson;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// The form of `tokens.json`, format 1, and the rules that its entries keep.
final class TokenFile {
    private static final Set<String> ALWAYS_CITED = Set.of("contract", "decimals");

    private TokenFile() {}

    record Document(int format, List<AssetItem> assets) {}

    /// One asset with the contracts that stand for it.
    record AssetItem(String id, String name, String symbol, List<TokenItem> tokens) {}

    record TokenItem(
            long chainId,
            String contract,
            String name,
            String symbol,
            int decimals,
            List<PinItem> pins,
            List<BundledJson.Source> sources) {}

    /// @param slot the base slot of the balances as a number, `0x3`, or as a word where it is hashed from a name
    /// @param implementation of a proxy; else empty
    record PinItem(
            Token.BalanceSlot.Order order, String slot, String codeHash, List<ImplementationItem> implementation) {}

    /// @param slot of the proxy, which names the implementation
    record ImplementationItem(String slot, String address, String codeHash) {}

    /// @throws IllegalArgumentException if an entry breaks a rule
    static List<TokenList.Entry> entries(Document document) {
        return entries(document, true);
    }

    /// Tokens of play money, which nobody outside this program could be cited for. None has a pin.
    /// @throws IllegalArgumentException if an entry breaks a rule
    static List<Token> play(Document document) {
        return entries(document, false).stream().map(TokenList.Entry::token).toList();
    }

    private static List<TokenList.Entry> entries(Document document, boolean outside) {
        if (document.format() != 1) {
            throw new IllegalArgumentException("unknown format " + document.format());
        }
        List<TokenList.Entry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (AssetItem asset : document.assets()) {
            if (!asset.id().matches("[a-z0-9-]{2,30}") || !ids.add(asset.id())) {
                throw new IllegalArgumentException("no id, or one listed twice: " + asset.id());
            }
            for (TokenItem item : asset.tokens()) {
                TokenList.Entry entry = entry(asset, item, outside);
                if (!places.add(item.chainId() + "/" + item.contract())) {
                    throw new IllegalArgumentException("listed twice: " + item.contract());
                }
                entries.add(entry);
            }
        }
        return entries;
    }

    private static TokenList.Entry entry(AssetItem asset, TokenItem item, boolean outside) {
        Address contract = checksummed(item.contract());
        if (item.pins().size() > 1 || item.decimals() < 0 || item.decimals() > 255) {
            throw new IllegalArgumentException("out of range: " + item.contract());
        }
        Optional<Token.Pin> pin = item.pins().stream().findFirst().map(TokenFile::pin);
        Set<String> cited = new HashSet<>(outside ? ALWAYS_CITED : Set.of());
        if (pin.isPresent()) {
            cited.add("pins");
        }
        Token token = new Token(
                new ChainId(item.chainId()),
                contract,
                item.name(),
                item.symbol(),
                item.decimals(),
                Optional.of(asset.id()),
                pin);
        return new TokenList.Entry(token, BundledJson.citations(item.sources(), cited));
    }

    private static Token.Pin pin(PinItem item) {
        if (item.implementation().size() > 1) {
            throw new IllegalArgumentException("a proxy has one implementation");
        }
        return new Token.Pin(
                new Token.BalanceSlot(item.order(), slot(item.slot())),
                Hash32.fromHex(item.codeHash()),
                item.implementation().stream().findFirst().map(TokenFile::implementation));
    }

    private static Token.Implementation implementation(ImplementationItem item) {
        return new Token.Implementation(
                slot(item.slot()), checksummed(item.address()), Hash32.fromHex(item.codeHash()));
    }

    private static Hash32 slot(String text) {
        if (!text.matches("0x(0|[1-9a-f][0-9a-f]{0,63})")) {
            throw new IllegalArgumentException("no storage slot: " + text);
        }
        return Hash32.ofNumber(new BigInteger(text.substring(2), 16));
    }

    private static Address checksummed(String text) {
        Address address = Address.fromHex(text);
        if (!address.toChecksum().equals(text)) {
            throw new IllegalArgumentException("not the checksummed form (EIP-55): " + text);
        }
        return address;
    }
}
