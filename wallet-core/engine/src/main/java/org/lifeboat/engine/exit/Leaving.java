package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.CheckedAccounts;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;

/// Reads whether accounts could leave an L2 today on their own: its bridge, what they hold on L1, and the price of
/// gas there.
public sealed interface Leaving {
    /// @param accounts in the order in which they were asked for
    /// @param bridge what the bridge says
    /// @param price of a unit of gas on L1, one source's word
    /// @param assurance of what the accounts hold
    record Read(Map<Address, Readiness> accounts, BridgeReport bridge, Wei price, Assurance assurance)
            implements Leaving {
        public Read {
            accounts = new LinkedHashMap<>(accounts);
        }
    }

    /// @param why in the sources' words
    record Silent(String why) implements Leaving {}

    /// @param patience for each source
    static Leaving read(Exits exits, ExitPlace place, List<Address> accounts, Duration patience) {
        return switch (exits.bridge(place)) {
            case Exits.BridgeSeen.Silent(String why) -> new Silent(why);
            case Exits.BridgeSeen.Read(Bridge bridge, Assurance assurance) -> {
                BridgeReport report = BridgeReport.of(place, bridge, assurance);
                for (Source source : place.l1Sources()) {
                    Optional<Leaving> read = onL1(source, place, accounts, bridge, report, patience);
                    if (read.isPresent()) {
                        yield read.get();
                    }
                }
                yield new Silent("no source of " + place.l1().name() + " gave balances and the price of gas");
            }
        };
    }

    private static Optional<Leaving> onL1(
            Source source,
            ExitPlace place,
            List<Address> accounts,
            Bridge bridge,
            BridgeReport report,
            Duration patience) {
        Optional<Wei> price = source.ask(new Query.GasPriceOf(), Purpose.PREPARE_TRANSACTION, patience)
                .got();
        CheckedAccounts checked = CheckedAccounts.read(source, place.l1().chain(), accounts, Deadline.in(patience));
        if (price.isEmpty() || !(checked instanceof CheckedAccounts.Read read)) {
            return Optional.empty();
        }
        Map<Address, Readiness> ready = new LinkedHashMap<>();
        Assurance weakest = Assurance.MATCHED;
        for (Address account : accounts) {
            CheckedAccounts.Facts facts = read.accounts().get(account);
            if (facts == null) {
                return Optional.empty();
            }
            ready.put(account, Readiness.of(facts.balance(), price.get(), bridge));
            weakest = facts.assurance().compareTo(weakest) < 0 ? facts.assurance() : weakest;
        }
        return Optional.of(new Read(ready, report, price.get(), weakest));
    }
}
