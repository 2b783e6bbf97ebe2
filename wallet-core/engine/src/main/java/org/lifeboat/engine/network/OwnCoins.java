package org.lifeboat.engine.network;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.primitives.ChainId;

/// Which L2s pay their gas in a coin of their own, as their contracts on L1 said on proven state, and what that coin
/// calls itself. Kept beyond this run. One of them is never called as L1's coin is.
public final class OwnCoins {
    /// What a coin is called whose name nobody gave. Each language has a word of its own for it.
    public static final String UNNAMED = "own coin";

    private static final String SETTING = "coin.own.";

    /// What nobody can mistake for something else.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9$._-]{1,12}");

    private final SettingStore settings;

    public OwnCoins(SettingStore settings) {
        this.settings = settings;
    }

    /// @param symbol empty where nothing named it
    /// @param level of what L1 said
    private record Known(Optional<String> symbol, Assurance.Level level) {}

    /// The network with its coin as it may be called: as it is described, unless that is L1's coin.
    /// @param ofL1 what the coin of its L1 is called; empty where that L1 is not known
    Network named(Network network, Optional<String> ofL1) {
        Optional<Known> known = network.isL2() ? find(network.chain()) : Optional.empty();
        return known.map(coin -> network.withOwnCoin(Stream.of(Optional.of(network.coinSymbol()), coin.symbol())
                        .flatMap(Optional::stream)
                        .filter(symbol -> !isEther(symbol))
                        .filter(symbol -> ofL1.filter(symbol::equalsIgnoreCase).isEmpty())
                        .findFirst()
                        .orElse(UNNAMED)))
                .orElse(network);
    }

    /// Whether there is something to find out: nothing named it yet, or it was read less firmly.
    public boolean wants(ChainId chain, Assurance.Level level) {
        return find(chain)
                .filter(known -> known.symbol().isPresent() && known.level().compareTo(level) >= 0)
                .isEmpty();
    }

    /// L1 says that the chain pays its gas in another coin.
    /// @param symbol as a contract of the chain has it
    /// @param level of what L1 says
    public void learn(ChainId chain, Optional<String> symbol, Assurance.Level level) {
        Optional<String> fit = symbol.filter(text -> PLAIN.matcher(text).matches() && !isEther(text))
                .or(() -> find(chain).flatMap(Known::symbol));
        settings.put(SETTING + chain, level + " " + fit.orElse(""));
    }

    /// L1 says that the chain pays its gas in L1's coin. What was read more firmly stays.
    /// @param level of what L1 says
    public void forget(ChainId chain, Assurance.Level level) {
        if (find(chain).filter(known -> known.level().compareTo(level) <= 0).isPresent()) {
            settings.remove(SETTING + chain);
        }
    }

    private static boolean isEther(String symbol) {
        String letters = symbol.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return letters.equals("ETH") || letters.equals("ETHER") || letters.isEmpty();
    }

    /// A damaged record is none: the next look keeps a new one.
    private Optional<Known> find(ChainId chain) {
        return settings.find(SETTING + chain).map(text -> text.split(" ", -1)).flatMap(parts -> {
            try {
                return parts.length == 2
                        ? Optional.of(new Known(
                                Optional.of(parts[1]).filter(symbol -> !symbol.isEmpty()),
                                Assurance.Level.valueOf(parts[0])))
                        : Optional.empty();
            } catch (IllegalArgumentException damaged) {
                return Optional.empty();
            }
        });
    }
}
