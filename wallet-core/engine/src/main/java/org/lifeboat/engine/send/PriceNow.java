package org.lifeboat.engine.send;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.Wei;

/// Whether what was reviewed still pays for its way into a block: between a review and the yes to it hours can pass.
/// One source's word, like the price itself; so it is a reason to ask once more, and none to refuse.
public sealed interface PriceNow {
    /// The next block can take it at the price that was shown.
    record Enough() implements PriceNow {}

    /// It stays lying until gas is cheaper again, and so does whatever comes after it.
    /// @param base fee of a unit of gas in the next block, without which nothing gets in
    /// @param most that was shown for a unit of gas, the tip included
    record TooLow(Wei base, Wei most, SourceId source) implements PriceNow {}

    /// No source said.
    record Unknown() implements PriceNow {}

    /// @param patience for all sources together
    static PriceNow of(Draft draft, List<Source> sources, Duration patience) {
        Deadline deadline = Deadline.in(patience);
        for (Source source : sources) {
            Optional<Wei> base = source.health().setAside() ? Optional.empty() : base(source, deadline);
            if (base.isPresent()) {
                return of(draft.fee().price(), base.get(), source.id());
            }
        }
        return new Unknown();
    }

    /// Without a tip that block builders look at nothing is taken either.
    static PriceNow of(GasPrice price, Wei base, SourceId source) {
        Wei tip = switch (price) {
            case GasPrice.Dynamic(var _, Wei offered, var _) ->
                offered.compareTo(FeeMarket.LEAST_TIP) < 0 ? offered : FeeMarket.LEAST_TIP;
            case GasPrice.Flat _ -> Wei.ZERO;
        };
        return base.plus(tip).compareTo(price.most()) > 0 ? new TooLow(base, price.most(), source) : new Enough();
    }

    private static Optional<Wei> base(Source source, Deadline deadline) {
        return Plausible.history(source.ask(
                        new Query.FeeHistoryOf(1, FeeMarket.percentiles()),
                        Purpose.PREPARE_TRANSACTION,
                        deadline.remaining()))
                .got()
                .map(FeeHistoryClaim::baseFees)
                .filter(fees -> !fees.isEmpty())
                .map(List::getLast);
    }
}
