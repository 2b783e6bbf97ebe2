package org.lifeboat.engine.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitToken;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.TokenPair;

class DrillGoalTest {
    private static final ExitToken FIRST = token(1);
    private static final ExitToken SECOND = token(2);
    private static final DrillGoal BOTH = new DrillGoal(true, List.of(FIRST, SECOND));

    private static ExitToken token(long number) {
        Address address = Hash32.ofNumber(number).toAddress();
        return new ExitToken(new TokenPair(address, address), BigInteger.TEN, "T" + number, 1);
    }

    private static ExitState begun(ExitToken token) {
        return ExitState.wanted(ExitState.Way.THROUGH_L1, Address.ZERO, token);
    }

    @Test
    void tokens_areNamedOneAfterTheOther_andCounted() {
        ExitState coin = ExitState.wanted(ExitState.Way.THROUGH_L1, Address.ZERO, Wei.of(1));

        assertThat(BOTH.left(List.of())).contains(new DrillGoal.Left(FIRST, 1, 2));
        assertThat(BOTH.left(List.of(coin))).contains(new DrillGoal.Left(FIRST, 1, 2));
        assertThat(BOTH.left(List.of(coin, begun(FIRST)))).contains(new DrillGoal.Left(SECOND, 2, 2));
        assertThat(BOTH.left(List.of(begun(SECOND)))).contains(new DrillGoal.Left(FIRST, 2, 2));
        assertThat(BOTH.left(List.of(begun(SECOND), begun(FIRST)))).isEmpty();
    }

    @Test
    void whereTheCoinIsAll_noTokenIsLeft() {
        assertThat(DrillGoal.COIN.left(List.of())).isEmpty();
        assertThat(DrillGoal.COIN.coin()).isTrue();
    }
}
