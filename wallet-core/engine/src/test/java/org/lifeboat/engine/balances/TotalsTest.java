package org.lifeboat.engine.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.TokenAmount;

class TotalsTest {
    private static final BigInteger LARGEST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    private static final Network NETWORK =
            new Network(new ChainId(901), "Test", "ETH", new Network.Layer.Unstated(), true, Network.Origin.USER);

    @Test
    void sum_thatNoWordHoldsIsTheLargestAndAtLeast() {
        Total total = Totals.of(List.of(report(LARGEST, BigInteger.ONE))).getFirst();

        assertThat(total.sum().units()).isEqualTo(LARGEST);
        assertThat(total.atLeast()).isTrue();
        assertThat(total.parts().get(Assurance.CLAIMED).units()).isEqualTo(LARGEST);
    }

    @Test
    void sum_thatJustFitsIsExact() {
        Total total = Totals.of(List.of(report(LARGEST.subtract(BigInteger.ONE), BigInteger.ONE)))
                .getFirst();

        assertThat(total.sum().units()).isEqualTo(LARGEST);
        assertThat(total.atLeast()).isFalse();
    }

    private static NetworkReport report(BigInteger... holdings) {
        Token token = new Token(
                NETWORK.chain(),
                Hash32.ofNumber(9).toAddress(),
                "Boat",
                "BOAT",
                18,
                Optional.empty(),
                Optional.empty());
        List<Row> rows = Arrays.stream(holdings).map(units -> row(token, units)).toList();
        return new NetworkReport(NETWORK, new NetworkReport.State.Remembered(), rows, List.of(), List.of());
    }

    private static Row row(Token token, BigInteger units) {
        Address owner = Hash32.ofNumber(units.mod(BigInteger.valueOf(7))).toAddress();
        Figure figure = new Figure.Known(
                new TokenAmount(units, token.decimals()),
                Assurance.CLAIMED,
                new BlockRef(5, Hash32.ofNumber(5), 1_700_000_000),
                Instant.EPOCH,
                new SourceId(NETWORK.chain(), "https://a.example"),
                List.of());
        return new Row(new Position(owner, new Asset.Erc20(token, true)), figure, new Vouched.NotApplicable());
    }
}
